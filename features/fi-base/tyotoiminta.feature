# language: fi
Ominaisuus: Työtoiminta on matka jonnekin, ei paikka jossa ollaan
  Jokaisella työtoiminnalla on sopimus, viranhaltijan päätös ja kysymys: mihin seuraavaksi, työhön, opintoihin vai
  tukipalveluun? Askeleet odottavat kirjauksia, koska asiakas saa niistä jotain käteensä. Lähteminen ei odota mitään.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Kuntouttava työtoiminta tarvitsee suunnitelman
    Kun "sosiaaliohjaaja" yrittää avata palvelua "Kuntouttava työtoiminta"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                                          |
      | Aktivointisuunnitelma tai Monialainen työllistymissuunnitelma |
    Ja mikään ei ole muuttunut

  Tapausaihio: Paikkaa etsitään asiakkaan kanssa, ja valmennus on auki koko ajan
    Oletetaan että on kirjattu suunnitelma "Aktivointisuunnitelma"
    Kun "sosiaaliohjaaja" avaa palvelun "<palvelu>"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Aloita paikan etsintä"
    Niin palvelu "<palvelu>" on vaiheessa "Paikan etsintä"
    Kun "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Paikka löytyi"
    Niin palvelu "<palvelu>" on vaiheessa "Sopimuksen teko"
    Ja palvelusta "<palvelu>" vastaa "hyvinvointialue"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

    Tapaukset:
      | palvelu                            |
      | Kuntouttava työtoiminta            |
      | Vammaisten henkilöiden työtoiminta |
      | Kehitysvammaisten työtoiminta      |
      | Avotyötoiminta                     |
      | Päivätoiminta                      |

  Tapausaihio: Työtoiminnasta sovitaan kirjallisesti
    Oletetaan että työtoimintaan "<palvelu>" on löytynyt paikka
    Kun "sosiaaliohjaaja" yrittää siirtymää "Sovi työtoiminnasta"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä      | kuka voi täydentää                                             |
      | <sopimus> | sosiaaliohjaaja, työ- ja päivätoiminnan ohjaaja, omatyöntekijä |
    Ja mikään ei ole muuttunut
    Kun "sosiaaliohjaaja" kirjaa sopimuksen "<sopimus>"
    Ja "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Sovi työtoiminnasta"
    Niin palvelu "<palvelu>" on vaiheessa "Päätöksen valmistelu"

    Tapaukset:
      | palvelu                            | sopimus                               |
      | Kuntouttava työtoiminta            | Sopimus kuntouttavasta työtoiminnasta |
      | Vammaisten henkilöiden työtoiminta | Työtoimintasopimus                    |
      | Kehitysvammaisten työtoiminta      | Työtoimintasopimus                    |
      | Avotyötoiminta                     | Työtoimintasopimus                    |
      | Päivätoiminta                      | Työtoimintasopimus                    |

  Tapausaihio: Työtoiminta alkaa viranhaltijan päätöksestä, ei työntekijän
    Oletetaan että työtoiminnasta "<palvelu>" on tehty "<sopimus>"
    Kun "sosiaaliohjaaja" yrittää siirtymää "Aloita työtoiminta"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                  | kuka voi täydentää |
      | Päätös työtoiminnasta | viranhaltija       |
    Kun "viranhaltija" kirjaa päätöksen "Päätös työtoiminnasta":
      | kohta                     | sisältö           |
      | ratkaisu                  | myönteinen        |
      | päätöspäivä               | 2.6.2025          |
      | perustelut                | vastaa tarpeeseen |
      | muutoksenhakuohje annettu | kyllä             |
    Ja "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Aloita työtoiminta"
    Niin palvelu "<palvelu>" on vaiheessa "Käynnissä"

    Tapaukset:
      | palvelu                            | sopimus                               |
      | Kuntouttava työtoiminta            | Sopimus kuntouttavasta työtoiminnasta |
      | Vammaisten henkilöiden työtoiminta | Työtoimintasopimus                    |
      | Kehitysvammaisten työtoiminta      | Työtoimintasopimus                    |
      | Avotyötoiminta                     | Työtoimintasopimus                    |
      | Päivätoiminta                      | Työtoimintasopimus                    |

  Tapausaihio: Sopimusta jatketaan vasta, kun on kysytty, mihin seuraavaksi
    Oletetaan että työtoiminta "<palvelu>" on käynnissä, ja siitä on "<sopimus>"
    Kun "sosiaaliohjaaja" yrittää siirtymää "Arvioi seuraava askel"
    Niin siirtymä ei onnistu
    Ja syynä on "Seuraavan askeleen arviointi"
    Kun "sosiaaliohjaaja" yrittää siirtymää "Jatka työtoimintaa uudella sopimuksella"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                         |
      | <sopimus>                    |
      | Seuraavan askeleen arviointi |
    Kun "sosiaaliohjaaja" kirjaa arvion "Seuraavan askeleen arviointi"
    Ja asiakas tekee palvelussa "<palvelu>" siirtymän "Arvioi seuraava askel"
    Ja "sosiaaliohjaaja" kirjaa sopimuksen "<sopimus>"
    Ja "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Jatka työtoimintaa uudella sopimuksella"
    Niin palvelu "<palvelu>" on vaiheessa "Käynnissä"

    Tapaukset:
      | palvelu                            | sopimus                               |
      | Kuntouttava työtoiminta            | Sopimus kuntouttavasta työtoiminnasta |
      | Vammaisten henkilöiden työtoiminta | Työtoimintasopimus                    |
      | Kehitysvammaisten työtoiminta      | Työtoimintasopimus                    |
      | Avotyötoiminta                     | Työtoimintasopimus                    |
      | Päivätoiminta                      | Työtoimintasopimus                    |

  Tapausaihio: Paikan voi vaihtaa ja työtoiminnan lopettaa omalla sanallaan
    Oletetaan että työtoimintaan "<palvelu>" on löytynyt paikka
    Kun asiakas tekee palvelussa "<palvelu>" siirtymän "Etsi toinen paikka"
    Niin palvelu "<palvelu>" on vaiheessa "Paikan etsintä"
    Kun asiakas tekee palvelussa "<palvelu>" siirtymän "Lopeta työtoiminta" syystä "siirtyi työhön"
    Niin saadaan varoitus "Seuraavan askeleen arviointi"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

    Tapaukset:
      | palvelu                            |
      | Kuntouttava työtoiminta            |
      | Vammaisten henkilöiden työtoiminta |
      | Kehitysvammaisten työtoiminta      |
      | Avotyötoiminta                     |
      | Päivätoiminta                      |

  Tapausaihio: Ennen sopimuksen loppua keskustellaan
    Oletetaan että asiakkaalla on käynnissä palvelu "<palvelu>"
    Kun "sosiaaliohjaaja" kirjaa sopimuksen "Työtoimintasopimus":
      | kohta           | sisältö         |
      | paikka          | kierrätyskeskus |
      | tehtävät        | lajittelu       |
      | tunnit päivässä | 4               |
      | päivät viikossa | 2               |
      | alkamispäivä    | 9.6.2025        |
      | päättymispäivä  | 9.12.2025       |
    Niin määräaika "Keskustelu ennen sopimuksen päättymistä" päättyy 9.11.2025
    Ja siirtymä "Lopeta työtoiminta" on mahdollinen toimijalle "asiakas"

    Tapaukset:
      | palvelu                            |
      | Vammaisten henkilöiden työtoiminta |
      | Kehitysvammaisten työtoiminta      |
      | Avotyötoiminta                     |
      | Päivätoiminta                      |

  Tapaus: Kielteinen päätös ei aloita työtoimintaa eikä päätä asiakkuutta
    Oletetaan että työtoiminnasta "Avotyötoiminta" on tehty "Työtoimintasopimus"
    Kun "viranhaltija" kirjaa päätöksen "Päätös työtoiminnasta":
      | kohta                     | sisältö              |
      | ratkaisu                  | kielteinen           |
      | päätöspäivä               | 2.6.2025             |
      | perustelut                | toinen palvelu sopii |
      | muutoksenhakuohje annettu | kyllä                |
    Niin siirtymä "Aloita työtoiminta" ei ole mahdollinen toimijalle "sosiaaliohjaaja"
    Mutta siirtymä "Etsi toinen paikka" on mahdollinen toimijalle "asiakas"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapausaihio: Sopimusta, johon laki ei anna sijaa, ei hyväksytä
    Oletetaan että työtoimintaan "Kuntouttava työtoiminta" on löytynyt paikka
    Kun "sosiaaliohjaaja" yrittää kirjata sopimuksen "Sopimus kuntouttavasta työtoiminnasta":
      | kohta                    | sisältö          |
      | paikka                   | kirjasto         |
      | tehtävät                 | kirjojen hoito  |
      | tunnit päivässä          | <tunnit>         |
      | päivät viikossa          | <päivät>         |
      | jakson pituus kuukausina | <kuukaudet>      |
      | alkamispäivä             | 9.6.2025         |
      | päättymispäivä           | 9.12.2025        |
    Niin se ei onnistu
    Ja mikään ei ole muuttunut
    Kun "sosiaaliohjaaja" yrittää palvelussa "Kuntouttava työtoiminta" siirtymää "Sovi työtoiminnasta"
    Niin siirtymä ei onnistu
    Ja syynä on "Sopimus kuntouttavasta työtoiminnasta"

    Tapaukset:
      | tunnit | päivät | kuukaudet |
      | 3      | 4      | 6         |
      | 6      | 5      | 6         |
      | 6      | 4      | 2         |
