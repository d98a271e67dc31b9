# language: fi
Ominaisuus: Palvelut ovat yhtä kylää, ja asiakas saatetaan mökistä toiseen
  Sama ihminen voi olla yhtä aikaa monessa palvelussa. Ennen kuin häneltä kysytään mitään uudelleen, katsotaan, missä
  mökissä hän on jo ja mitä siellä tiedetään. Jokaisessa nivelvaiheessa vaihto tehdään saattaen.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Siun sote"
    Ja tänään on 2.6.2025

  Tapausaihio: Nykyisiä palveluja kysytään, mutta arviointi ei odota vastausta
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja on kirjattu lomake "Tarkistuslista":
      | kohta                | sisältö             |
      | tuen tarpeen merkit  | vähäinen työkokemus |
      | tunnistamisen paikka | <paikka>            |
    Kun "tunnistaja" tekee siirtymän "Tunnista tuen tarve"
    Niin saadaan varoitus "Nykyiset palvelut"
    Ja asiakas on vaiheessa "Palvelutarpeen arviointi"

    Tapaukset:
      | paikka          |
      | järjestöt       |
      | oppilaitokset   |
      | vammaispalvelut |

  Tapausaihio: Nivelvaiheessa lähettäjä vastaa, kunnes vastaanottaja on ottanut asiakkaan vastaan
    Oletetaan että asiakas on vaiheessa "<vaihe>"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Ja on kirjattu kirjaus "Asiakkaan oma pyyntö"
    Ja on kirjattu arvio "Palvelutarpeen arviointi":
      | kohta                                      | sisältö                      |
      | omat tavoitteet, ammattitaito ja osaaminen | metsätyöt                    |
      | käytössä oleva työkyky                     | kolme päivää viikossa        |
      | asiakkaan toiveesta ei käsitelty           | hoidon ja kuntoutuksen tarve |
      | mahdollinen erityisen tuen tarve           | selkeät ohjeet               |
      | asiakkaan oma näkemys                      | Haluan töihin.               |
    Kun "<lähettäjä>" ehdottaa siirtymää "<siirtymä>" saattaen vaihtona vastaanottajalle "<vastaanottaja>"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "<vastaanottaja>" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "<vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan hyvinvointialue – Siun sote"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja        |
      | asiakas            |
      | koordinaattori     |
      | <vastaanottamassa> |
    Ja vastaanottaja "<vastaanottaja>" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "<uusi vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "<vastaanottaja>"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

    Tapaukset:
      | vaihe                      | lähettäjä     | siirtymä            | vastaanottaja                       | vastaanottamassa | uusi vaihe                        |
      | Tuen tarpeen tunnistaminen | tunnistaja    | Tunnista tuen tarve | Pohjois-Karjalan työllisyyspalvelut | omatyöntekijä    | Palvelutarpeen arviointi          |
      | Palvelutarpeen arviointi   | omatyöntekijä | Arviointi on valmis | Pohjois-Karjalan työllisyyspalvelut | asiakasvastaava  | Suunnitelma ja palvelukokonaisuus |

  Tapausaihio: Yksi suunnitelma riittää, mistä mökistä se tulikin
    Oletetaan että asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Kun "omatyöntekijä" yrittää siirtymää "Vahvista suunnitelma"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä               |
      | Asiakassuunnitelma |
    Kun "<tekijä>" kirjaa suunnitelman "<suunnitelma>"
    Ja "omatyöntekijä" tekee siirtymän "Vahvista suunnitelma"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

    Tapaukset:
      | tekijä          | suunnitelma                         |
      | omatyöntekijä   | Asiakassuunnitelma                  |
      | omatyöntekijä   | Aktivointisuunnitelma               |
      | omatyöntekijä   | Monialainen työllistymissuunnitelma |
      | sosiaaliohjaaja | Palvelusuunnitelma                  |

  Tapaus: Monta mökkiä yhtä aikaa: yhden päättyminen ei päätä toista
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja asiakkaalla on käynnissä palvelu "Kehitysvammaisten työtoiminta"
    Ja asiakkaalla on käynnissä palvelu "Osa-aikatyö"
    Kun asiakas tekee palvelussa "Kehitysvammaisten työtoiminta" siirtymän "Lopeta työtoiminta" syystä "siirtyi työhön"
    Niin asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Osa-aikatyö"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Työtoiminta, valmennus ja osa-aikatyö kulkevat rinnakkain, ja lähettäjän tuki jatkuu
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja asiakkaalla on käynnissä palvelu "Sosiaalityö ja sosiaaliohjaus"
    Ja työtoiminta "Avotyötoiminta" on käynnissä, ja siitä on "Työtoimintasopimus"
    Kun asiakas tekee siirtymän "Haluan työhönvalmennukseen"
    Ja asiakas avaa palvelun "Osa-aikatyö"
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja asiakkaalla on käynnissä palvelu "Avotyötoiminta"
    Ja asiakkaalla on käynnissä palvelu "Sosiaalityö ja sosiaaliohjaus"
    Kun asiakas tekee palvelussa "Avotyötoiminta" siirtymän "Lopeta työtoiminta" syystä "siirtyi työhön"
    Niin asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Osa-aikatyö"
    Ja asiakas on vaiheessa "Työhönvalmennus"

  Tapaus: Työkykykoordinaattori, ostettu valmennus ja osa-aikatyö kulkevat rinnakkain, ja sosiaalihuolto pysyy mukana
    Oletetaan että koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan työllisyyspalvelut"
    Ja asiakas on vaiheessa "Ostopalvelu: hakeutuminen ja sopiminen"
    Ja tehtävään "työkykykoordinaattori" on nimetty "Työntekijä 4"
    Ja asiakkaalla on käynnissä palvelu "Sosiaalityö ja sosiaaliohjaus"
    Kun asiakas avaa palvelun "Osa-aikatyö"
    Niin asiakas on vaiheessa "Ostopalvelu: hakeutuminen ja sopiminen"
    Ja tehtävään "työkykykoordinaattori" on nimetty "Työntekijä 4"
    Ja asiakkaalla on käynnissä palvelu "Sosiaalityö ja sosiaaliohjaus"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

  Tapaus: Työkyvyn tuen tiimi tulee mukaan asiakkaan luvalla
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Kun "omatyöntekijä" yrittää siirtymää "Kutsu työkyvyn tuen tiimi mukaan" sopimatta siitä muiden kanssa
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä    | kuka voi täydentää |
      | asiakas | asiakas            |
    Kun "omatyöntekijä" tekee siirtymän "Kutsu työkyvyn tuen tiimi mukaan"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapaus: Polun päättyessä tiimin mukanaolo päättyy, ja paluutie kerrotaan
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja "omatyöntekijä" on tehnyt siirtymän "Kutsu työkyvyn tuen tiimi mukaan"
    Ja loppuarviointi on tehty ja asiakasta on kuultu 2.6.2025
    Kun "koordinaattori" tekee siirtymän "Päätä palvelupolku" syystä "oma toive"
    Niin asiakas on vaiheessa "Päättynyt"
    Ja siirtymä "Avaa palvelupolku uudelleen" on mahdollinen toimijalle "asiakas"
