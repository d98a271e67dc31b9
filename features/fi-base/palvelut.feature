# language: fi
Ominaisuus: Palveluja voi olla monta yhtä aikaa, ja jokainen johtaa eteenpäin
  Palvelun avaaminen ei lopeta toista eikä siirrä asiakasta polulla.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapausaihio: Työtoiminnassa kysytään aina, mihin seuraavaksi
    Oletetaan että on kirjattu suunnitelma "Aktivointisuunnitelma"
    Kun "sosiaaliohjaaja" avaa palvelun "<palvelu>"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Aloita paikan etsintä"
    Ja "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Paikka löytyi"
    Ja "sosiaaliohjaaja" kirjaa sopimuksen "<sopimus>"
    Ja "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Sovi työtoiminnasta"
    Niin palvelu "<palvelu>" on vaiheessa "Päätöksen valmistelu"
    Kun "viranhaltija" kirjaa päätöksen "Päätös työtoiminnasta"
    Ja "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Aloita työtoiminta"
    Niin palvelu "<palvelu>" on vaiheessa "Käynnissä"
    Kun "sosiaaliohjaaja" kirjaa arvion "Seuraavan askeleen arviointi"
    Ja "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Arvioi seuraava askel"
    Ja "sosiaaliohjaaja" kirjaa sopimuksen "<sopimus>"
    Ja "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Jatka työtoimintaa uudella sopimuksella"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Etsi toinen paikka"
    Niin palvelu "<palvelu>" on vaiheessa "Paikan etsintä"
    Kun asiakas tekee palvelussa "<palvelu>" siirtymän "Lopeta työtoiminta" syystä "siirtyi työhön"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

    Tapaukset:
      | palvelu                            | sopimus                               |
      | Kuntouttava työtoiminta            | Sopimus kuntouttavasta työtoiminnasta |
      | Vammaisten henkilöiden työtoiminta | Työtoimintasopimus                    |
      | Kehitysvammaisten työtoiminta      | Työtoimintasopimus                    |
      | Avotyötoiminta                     | Työtoimintasopimus                    |
      | Päivätoiminta                      | Työtoimintasopimus                    |

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
      | Terveyspalvelut                  |
      | Mielenterveys- ja päihdepalvelut |
      | Työkokeilu                       |

  Tapausaihio: Osallisuuden palvelussa katsotaan tilannetta yhdessä
    Kun "omatyöntekijä" avaa palvelun "<palvelu>"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Toiminta alkoi"
    Ja pidetään tapaaminen "Tilanteen katsominen yhdessä", jossa ovat mukana:
      | osallistuja   |
      | asiakas       |
      | omatyöntekijä |
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Katso tilannetta yhdessä"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Lopeta toiminta" syystä "oma toive"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

    Tapaukset:
      | palvelu                           |
      | Sosiaalinen kuntoutus             |
      | Vertaistuki                       |
      | Matalan kynnyksen kohtaamispaikka |

  Tapaus: Kuntouttava työtoiminta tarvitsee suunnitelman
    Kun "sosiaaliohjaaja" yrittää avata palvelua "Kuntouttava työtoiminta"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                                          |
      | Aktivointisuunnitelma tai Monialainen työllistymissuunnitelma |
    Ja mikään ei ole muuttunut

  Tapaus: Osa-aikatyö kulkee palvelujen rinnalla
    Kun asiakas avaa palvelun "Osa-aikatyö"
    Ja asiakas tekee palvelussa "Osa-aikatyö" siirtymän "Työ muuttui"
    Ja asiakas tekee palvelussa "Osa-aikatyö" siirtymän "Osa-aikatyö päättyi"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Asiakas voi kieltäytyä työkyvyn arvioinnista, eikä polku pysähdy
    Kun "omatyöntekijä" avaa palvelun "Työ- ja toimintakyvyn arviointi"
    Ja asiakas kirjaa arvion "Asiakkaan oma näkemys työkyvystään"
    Ja asiakas tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Asiakas kertoi oman näkemyksensä"
    Ja "omatyöntekijä" tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Arvioi työssä"
    Ja asiakas tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Arviointia ei jatketa" syystä "asiakas ei halua arviointia"
    Niin siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

  Tapaus: Työkyvyn arvio valmistuu yhdessä muiden kanssa
    Kun "omatyöntekijä" avaa palvelun "Työ- ja toimintakyvyn arviointi"
    Ja asiakas kirjaa arvion "Asiakkaan oma näkemys työkyvystään"
    Ja asiakas tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Asiakas kertoi oman näkemyksensä"
    Ja "terveydenhuollon ammattihenkilö" kirjaa arvion "Työ- ja toimintakyvyn arvio"
    Ja "omatyöntekijä" kirjaa tapaamisen "Monialaisen arvioinnin osallistujat"
    Ja "terveydenhuollon ammattihenkilö" tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Arvio valmistui"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Opinnot kulkevat palvelujen rinnalla
    Oletetaan että on kirjattu suunnitelma "Opintoihin liittyvä suunnitelma"
    Kun asiakas avaa palvelun "Opinnot palvelujen rinnalla"
    Ja "omatyöntekijä" tekee palvelussa "Opinnot palvelujen rinnalla" siirtymän "Opinnot alkoivat"
    Niin asiakkaalla on käynnissä palvelu "Opinnot palvelujen rinnalla"

  Tapaus: Opinnoista sovitaan eteenpäin ennen kuin ne päättyvät
    Oletetaan että asiakkaalla on käynnissä palvelu "Opinnot palvelujen rinnalla"
    Kun asiakas tekee palvelussa "Opinnot palvelujen rinnalla" siirtymän "Opinnot alkoivat"
    Ja pidetään tapaaminen "Nivelvaihepalaveri", jossa ovat mukana:
      | osallistuja                 |
      | asiakas                     |
      | omatyöntekijä               |
      | oppilaitoksen yhteyshenkilö |
    Ja "omatyöntekijä" tekee palvelussa "Opinnot palvelujen rinnalla" siirtymän "Sovi siirtymästä opintojen jälkeen"
    Ja asiakas tekee palvelussa "Opinnot palvelujen rinnalla" siirtymän "Opinnot päättyivät" syystä "valmistui"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Ammatillinen kuntoutus alkaa päätöksestä
    Kun "omatyöntekijä" avaa palvelun "Ammatillinen kuntoutus"
    Ja "viranhaltija" kirjaa päätöksen "Kuntoutuspäätös"
    Ja asiakas tekee palvelussa "Ammatillinen kuntoutus" siirtymän "Kuntoutus alkoi"
    Ja asiakas tekee palvelussa "Ammatillinen kuntoutus" siirtymän "Kuntoutus päättyi" syystä "jakso päättyi"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Vertaisvalmentaja on työhönvalmentajan työpari
    Oletetaan että asiakas on vaiheessa "Osaamisen kartoittaminen ja ammatillinen profilointi"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja B"
    Ja asiakkaalla on käynnissä palvelu "Työkokeilu"
    Kun "työhönvalmentaja" kirjaa sopimuksen "Sopimus vertaisvalmennuksesta"
    Ja "työhönvalmentaja" avaa palvelun "Vertaisvalmennus"
    Ja "työhönvalmentaja" tekee palvelussa "Vertaisvalmennus" siirtymän "Vertaisvalmennus alkoi"
    Ja asiakas tekee palvelussa "Vertaisvalmennus" siirtymän "Lopeta vertaisvalmennus" syystä "asiakas pärjää itse"
    Niin asiakkaalla on käynnissä palvelu "Työkokeilu"
