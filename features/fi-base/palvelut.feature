# language: fi
Ominaisuus: Palveluja voi olla monta yhtä aikaa, ja jokainen johtaa eteenpäin
  Palvelun avaaminen ei lopeta toista eikä siirrä asiakasta polulla.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapausaihio: Palvelu alkaa ja loppuu asiakkaan sanasta
    Oletetaan että asiakkaalla on käynnissä palvelu "Päivätoiminta"
    Kun "omatyöntekijä" avaa palvelun "<palvelu>"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Palvelu alkoi"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Lopeta palvelu" syystä "oma toive"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja asiakkaalla on käynnissä palvelu "Päivätoiminta"

    Tapaukset:
      | palvelu                          |
      | Työllistymistä tukeva toiminta   |
      | Etuusneuvonta                    |
      | Sosiaalityö ja sosiaaliohjaus    |
      | Terveyspalvelut                  |
      | Mielenterveys- ja päihdepalvelut |
      | Työkokeilu                       |

  Tapausaihio: Osallisuuden palvelussa katsotaan tilannetta yhdessä, asiakas mukana
    Kun "omatyöntekijä" avaa palvelun "<palvelu>"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Toiminta alkoi"
    Ja "omatyöntekijä" yrittää siirtymää "Katso tilannetta yhdessä"
    Niin siirtymä ei onnistu
    Ja syynä on "Tilanteen katsominen yhdessä"
    Kun pidetään tapaaminen "Tilanteen katsominen yhdessä", jossa ovat mukana:
      | osallistuja   |
      | asiakas       |
      | omatyöntekijä |
    Ja "omatyöntekijä" tekee palvelussa "<palvelu>" siirtymän "Katso tilannetta yhdessä"
    Niin palvelu "<palvelu>" on vaiheessa "Käynnissä"

    Tapaukset:
      | palvelu                           |
      | Sosiaalinen kuntoutus             |
      | Vertaistuki                       |
      | Matalan kynnyksen kohtaamispaikka |

  Tapausaihio: Osallisuuden palvelusta lähdetään, kun siltä tuntuu
    Oletetaan että asiakkaalla on käynnissä palvelu "<palvelu>"
    Kun asiakas tekee palvelussa "<palvelu>" siirtymän "Lopeta toiminta" syystä "halusi työhön"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

    Tapaukset:
      | palvelu                           |
      | Sosiaalinen kuntoutus             |
      | Vertaistuki                       |
      | Matalan kynnyksen kohtaamispaikka |

  Tapaus: Osa-aikatyö kulkee palvelujen rinnalla
    Kun asiakas avaa palvelun "Osa-aikatyö"
    Ja asiakas tekee palvelussa "Osa-aikatyö" siirtymän "Työ muuttui"
    Ja asiakas tekee palvelussa "Osa-aikatyö" siirtymän "Osa-aikatyö päättyi"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Opinnot palvelujen rinnalla tarvitsevat suunnitelman
    Kun asiakas yrittää avata palvelua "Opinnot palvelujen rinnalla"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                            | kuka voi täydentää                                       |
      | Opintoihin liittyvä suunnitelma | koordinaattori, omatyöntekijä, työhönvalmentaja, asiakas |
    Kun asiakas kirjaa suunnitelman "Opintoihin liittyvä suunnitelma"
    Ja asiakas avaa palvelun "Opinnot palvelujen rinnalla"
    Ja asiakas tekee palvelussa "Opinnot palvelujen rinnalla" siirtymän "Opinnot alkoivat"
    Niin palvelu "Opinnot palvelujen rinnalla" on vaiheessa "Opinnot käynnissä"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Opinnoista sovitaan eteenpäin oppilaitoksen kanssa ennen kuin ne päättyvät
    Oletetaan että asiakkaalla on käynnissä palvelu "Opinnot palvelujen rinnalla"
    Ja asiakas on tehnyt palvelussa "Opinnot palvelujen rinnalla" siirtymän "Opinnot alkoivat"
    Kun "omatyöntekijä" yrittää siirtymää "Sovi siirtymästä opintojen jälkeen"
    Niin siirtymä ei onnistu
    Ja syynä on "Nivelvaihepalaveri"
    Kun pidetään tapaaminen "Nivelvaihepalaveri", jossa ovat mukana:
      | osallistuja                 |
      | asiakas                     |
      | omatyöntekijä               |
      | oppilaitoksen yhteyshenkilö |
    Ja "omatyöntekijä" tekee palvelussa "Opinnot palvelujen rinnalla" siirtymän "Sovi siirtymästä opintojen jälkeen"
    Niin palvelu "Opinnot palvelujen rinnalla" on vaiheessa "Opinnot käynnissä"

  Tapaus: Opintojen päättyminen ei päätä muuta
    Oletetaan että asiakkaalla on käynnissä palvelu "Etuusneuvonta"
    Ja asiakkaalla on käynnissä palvelu "Opinnot palvelujen rinnalla"
    Kun asiakas tekee palvelussa "Opinnot palvelujen rinnalla" siirtymän "Opinnot päättyivät" syystä "valmistui"
    Niin asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Etuusneuvonta"

  Tapaus: Ammatillinen kuntoutus alkaa sen päätöksestä, jolle päätös kuuluu
    Kun "omatyöntekijä" avaa palvelun "Ammatillinen kuntoutus"
    Ja asiakas yrittää siirtymää "Kuntoutus alkoi"
    Niin siirtymä ei onnistu
    Ja syynä on "Kuntoutuspäätös"
    Kun "omatyöntekijä" kirjaa päätöksen "Kuntoutuspäätös":
      | kohta            | sisältö  |
      | päätöksen tekijä | Kela     |
      | alkaa            | 2.6.2025 |
    Ja asiakas tekee palvelussa "Ammatillinen kuntoutus" siirtymän "Kuntoutus alkoi"
    Niin palvelu "Ammatillinen kuntoutus" on vaiheessa "Kuntoutus käynnissä"
    Kun asiakas tekee palvelussa "Ammatillinen kuntoutus" siirtymän "Kuntoutus päättyi" syystä "jakso päättyi"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
