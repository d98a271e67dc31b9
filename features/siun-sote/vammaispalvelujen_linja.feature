# language: fi
Ominaisuus: Vammaispalvelujen linja: laki valitaan sen päivän mukaan, jona asia tuli vireille
  Vammaispalvelulaki muuttui vuoden 2025 alussa. Ennen sitä vireille tulleet asiat käsitellään loppuun entisen lain
  mukaan, eikä päätöspäivä muuta sitä. Määräajat ovat asiakkaan oikeuksia: myöhästyminen kerrotaan työntekijälle ja
  viranhaltijalle, eikä se koskaan sulje asiakkaalta mitään.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Siun sote"

  Tapausaihio: Hakemus käynnistää kaksi määräaikaa
    Oletetaan että tänään on <päivä>
    Ja asia on tullut vireille <päivä>
    Ja asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun asiakas kirjaa lomakkeen "Hakemus vammaispalveluun":
      | kohta            | sisältö         |
      | hakemuksen päivä | <päivä>         |
      | mitä haetaan     | työhönvalmennus |
    Niin määräaika "<selvitys>" päättyy <selvitys viimeistään>
    Ja määräaika "<päätös>" päättyy <päätös viimeistään>

    Tapaukset:
      | päivä     | selvitys                                                 | selvitys viimeistään | päätös                                     | päätös viimeistään |
      | 2.12.2024 | Vammaispalvelun tarpeen selvitys alkaa                   | 12.12.2024           | Päätös vammaispalvelusta                   | 3.3.2025           |
      | 2.6.2025  | Vammaispalvelun tarpeen selvitys alkaa (1.1.2025 alkaen) | 11.6.2025            | Päätös vammaispalvelusta (1.1.2025 alkaen) | 2.9.2025           |

  Tapaus: Myöhässä oleva päätös kerrotaan, ja asiakas pääsee silti eteenpäin
    Oletetaan että tänään on 2.12.2024
    Ja asia on tullut vireille 2.12.2024
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas kirjaa lomakkeen "Hakemus vammaispalveluun":
      | kohta            | sisältö   |
      | hakemuksen päivä | 2.12.2024 |
    Ja kuluu 4 kuukautta
    Niin määräaika "Päätös vammaispalvelusta" on ylittynyt
    Ja toimija "viranhaltija" saa tiedon määräajasta "Päätös vammaispalvelusta"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

  Tapausaihio: Kehitysvammalain mukaan myönnetään vain ennen vuotta 2025 vireille tulleet
    Oletetaan että tänään on 2.6.2025
    Ja asia on tullut vireille <vireille>
    Ja asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja on kirjattu päätös "Päätös palvelusta":
      | kohta                       | sisältö                         |
      | palvelu, jota päätös koskee | työhönvalmennus                 |
      | ratkaisu                    | myönteinen                      |
      | päätöspäivä                 | 2.6.2025                        |
      | perustelut                  | palvelu vastaa tarpeeseen       |
      | muutoksenhakuohje annettu   | kyllä                           |
      | peruste laissa              | kehitysvammalaki 519/1977, 35 § |
    Niin siirtymä "Myönnä työhönvalmennus, kehitysvammalaki 35 §" <onko> toimijalle "viranhaltija"

    Tapaukset:
      | vireille   | onko               |
      | 30.12.2024 | on mahdollinen     |
      | 2.1.2025   | ei ole mahdollinen |

  Tapausaihio: Valmennus myönnetään päätöksellä, jossa laki on nimetty
    Oletetaan että tänään on 2.12.2024
    Ja asia on tullut vireille 2.12.2024
    Ja asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Kun "viranhaltija" yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä              | kuka voi täydentää |
      | Päätös palvelusta | viranhaltija       |
    Kun "viranhaltija" kirjaa päätöksen "Päätös palvelusta":
      | kohta                       | sisältö                   |
      | palvelu, jota päätös koskee | työhönvalmennus           |
      | ratkaisu                    | myönteinen                |
      | päätöspäivä                 | 2.12.2024                 |
      | perustelut                  | palvelu vastaa tarpeeseen |
      | muutoksenhakuohje annettu   | kyllä                     |
      | peruste laissa              | <peruste>                 |
    Ja "viranhaltija" tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan hyvinvointialue – Siun sote"

    Tapaukset:
      | siirtymä                                          | peruste                             |
      | Myönnä työhönvalmennus, kehitysvammalaki 35 §     | kehitysvammalaki 519/1977, 35 §     |
      | Myönnä työhönvalmennus, sosiaalihuoltolaki 27 d § | sosiaalihuoltolaki 710/1982, 27 d § |

  Tapausaihio: Kielteisellä päätöksellä ei myönnetä mitään, ja asiakkaan polku jatkuu
    Oletetaan että tänään on 2.12.2024
    Ja asia on tullut vireille 2.12.2024
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "viranhaltija" kirjaa päätöksen "Päätös palvelusta":
      | kohta                       | sisältö                      |
      | palvelu, jota päätös koskee | työhönvalmennus              |
      | ratkaisu                    | kielteinen                   |
      | päätöspäivä                 | 2.12.2024                    |
      | perustelut                  | tarpeeseen vastaa muu palvelu |
      | muutoksenhakuohje annettu   | kyllä                        |
      | peruste laissa              | <peruste>                    |
    Niin siirtymä "<siirtymä>" ei ole mahdollinen toimijalle "viranhaltija"
    Mutta siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

    Tapaukset:
      | siirtymä                                          | peruste                             |
      | Myönnä työhönvalmennus, kehitysvammalaki 35 §     | kehitysvammalaki 519/1977, 35 §     |
      | Myönnä työhönvalmennus, sosiaalihuoltolaki 27 d § | sosiaalihuoltolaki 710/1982, 27 d § |

  Tapaus: Vammaispalvelun tuki on pitkä, ja asiakas tietää sen
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "sosiaaliohjaaja" avaa palvelun "Työllistymistä tukeva toiminta"
    Niin asiakas näkee tekstin "Tuki ei lopu tiettynä päivänä."

  Tapaus: Työntekijä ei tee hallintopäätöstä
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "sosiaaliohjaaja" yrittää siirtymää "Myönnä työhönvalmennus, sosiaalihuoltolaki 27 d §"
    Niin siirtymä ei onnistu
    Ja syynä on "tehtävä kuuluu muulle"
    Ja mikään ei ole muuttunut
