# language: fi
Ominaisuus: Työikäisten linja: tehtävä kuuluu sille, jolle laki sen sinä päivänä antaa
  Kuntouttavan työtoiminnan paikan etsi ja sopimuksen teki vuoden 2022 loppuun kunta, sen jälkeen hyvinvointialue.
  Aktivointisuunnitelman ehdot muuttuvat vuoden 2026 alussa. Asiakkaan ei tarvitse tietää, kumpi organisaatio on
  vuorossa: työnjako näkyy siitä, kenelle siirtymä on mahdollinen.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Siun sote"

  Tapausaihio: Paikan etsii ja sopimuksen tekee se, jonka tehtävä se sinä päivänä on
    Oletetaan että tänään on <päivä>
    Ja asiakkaalla on käynnissä palvelu "Kuntouttava työtoiminta"
    Niin palvelusta "Kuntouttava työtoiminta" vastaa "<järjestäjä>"
    Kun "<tekijä>" tekee palvelussa "Kuntouttava työtoiminta" siirtymän "Aloita paikan etsintä"
    Ja "<tekijä>" tekee palvelussa "Kuntouttava työtoiminta" siirtymän "Paikka löytyi"
    Niin palvelu "Kuntouttava työtoiminta" on vaiheessa "Sopimuksen teko"
    Kun "<tekijä>" yrittää siirtymää "Sovi työtoiminnasta"
    Niin siirtymä ei onnistu
    Ja syynä on "Sopimus kuntouttavasta työtoiminnasta"
    Kun "<tekijä>" kirjaa sopimuksen "Sopimus kuntouttavasta työtoiminnasta"
    Niin siirtymä "Sovi työtoiminnasta" ei ole mahdollinen toimijalle "<muu>"
    Kun "<tekijä>" tekee palvelussa "Kuntouttava työtoiminta" siirtymän "Sovi työtoiminnasta"
    Niin palvelu "Kuntouttava työtoiminta" on vaiheessa "Päätöksen valmistelu"

    Tapaukset:
      | päivä      | tekijä            | muu               | järjestäjä                                   |
      | 15.12.2022 | kunnan työntekijä | sosiaaliohjaaja   | asiakkaan kotikunta                          |
      | 2.1.2023   | sosiaaliohjaaja   | kunnan työntekijä | Pohjois-Karjalan hyvinvointialue – Siun sote |

  Tapaus: Kuukautta ennen sopimuksen loppua keskustellaan, mihin seuraavaksi
    Oletetaan että tänään on 2.6.2025
    Ja työtoimintaan "Kuntouttava työtoiminta" on löytynyt paikka
    Kun "sosiaaliohjaaja" kirjaa sopimuksen "Sopimus kuntouttavasta työtoiminnasta":
      | kohta                    | sisältö         |
      | paikka                   | kierrätyskeskus |
      | tehtävät                 | lajittelu       |
      | tunnit päivässä          | 4               |
      | päivät viikossa          | 2               |
      | jakson pituus kuukausina | 6               |
      | alkamispäivä             | 9.6.2025        |
      | päättymispäivä           | 9.12.2025       |
    Ja "sosiaaliohjaaja" tekee palvelussa "Kuntouttava työtoiminta" siirtymän "Sovi työtoiminnasta"
    Niin määräaika "Keskustelu ennen sopimuksen päättymistä" päättyy 9.11.2025

  Tapaus: Käynnissä olevassa työtoiminnassa katsotaan seuraavaa askelta kolmen kuukauden välein
    Oletetaan että tänään on 2.6.2025
    Ja työtoiminnasta "Kuntouttava työtoiminta" on tehty "Sopimus kuntouttavasta työtoiminnasta"
    Ja on kirjattu päätös "Päätös työtoiminnasta"
    Kun "sosiaaliohjaaja" tekee palvelussa "Kuntouttava työtoiminta" siirtymän "Aloita työtoiminta"
    Niin määräaika "Kuntouttavan työtoiminnan seuraava askel" päättyy 2.9.2025
    Kun kuluu 4 kuukautta
    Niin määräaika "Kuntouttavan työtoiminnan seuraava askel" on ylittynyt
    Ja toimija "sosiaaliohjaaja" saa tiedon määräajasta "Kuntouttavan työtoiminnan seuraava askel"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

  Tapaus: Uusi sopimus tehdään samalla lailla kuin ensimmäinen, seuraavaa askelta katsoen
    Oletetaan että tänään on 2.6.2025
    Ja työtoiminta "Kuntouttava työtoiminta" on käynnissä, ja siitä on "Sopimus kuntouttavasta työtoiminnasta"
    Kun "sosiaaliohjaaja" kirjaa arvion "Seuraavan askeleen arviointi"
    Ja "sosiaaliohjaaja" yrittää siirtymää "Jatka työtoimintaa uudella sopimuksella"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                  | kuka voi täydentää                                                                |
      | Sopimus kuntouttavasta työtoiminnasta | sosiaaliohjaaja, työ- ja päivätoiminnan ohjaaja, omatyöntekijä, kunnan työntekijä |
    Kun "sosiaaliohjaaja" kirjaa sopimuksen "Sopimus kuntouttavasta työtoiminnasta"
    Ja "sosiaaliohjaaja" tekee palvelussa "Kuntouttava työtoiminta" siirtymän "Jatka työtoimintaa uudella sopimuksella"
    Niin palvelu "Kuntouttava työtoiminta" on vaiheessa "Käynnissä"

  Tapausaihio: Uudenkin sopimuksen tekee se, jonka tehtävä se sinä päivänä on
    Oletetaan että tänään on <päivä>
    Ja asiakkaalla on käynnissä palvelu "Kuntouttava työtoiminta"
    Ja "<tekijä>" on tehnyt palvelussa "Kuntouttava työtoiminta" siirtymän "Paikka löytyi"
    Ja on kirjattu sopimus "Sopimus kuntouttavasta työtoiminnasta"
    Ja "<tekijä>" on tehnyt palvelussa "Kuntouttava työtoiminta" siirtymän "Sovi työtoiminnasta"
    Ja on kirjattu päätös "Päätös työtoiminnasta"
    Ja "sosiaaliohjaaja" on tehnyt palvelussa "Kuntouttava työtoiminta" siirtymän "Aloita työtoiminta"
    Ja on kirjattu arvio "Seuraavan askeleen arviointi"
    Kun "<tekijä>" kirjaa sopimuksen "Sopimus kuntouttavasta työtoiminnasta"
    Niin siirtymä "Jatka työtoimintaa uudella sopimuksella" on mahdollinen toimijalle "<tekijä>"
    Mutta siirtymä "Jatka työtoimintaa uudella sopimuksella" ei ole mahdollinen toimijalle "<muu>"

    Tapaukset:
      | päivä      | tekijä            | muu               |
      | 15.12.2022 | kunnan työntekijä | sosiaaliohjaaja   |
      | 2.1.2023   | sosiaaliohjaaja   | kunnan työntekijä |

  Tapaus: Kuntouttavaan työtoimintaan tarvitaan suunnitelma, jossa on peruste
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "sosiaaliohjaaja" yrittää avata palvelua "Kuntouttava työtoiminta"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                                          |
      | Aktivointisuunnitelma tai Monialainen työllistymissuunnitelma |
    Ja mikään ei ole muuttunut

  Tapausaihio: Aktivointisuunnitelman vahvistaa se, jolla on siihen sinä päivänä toimivalta
    Oletetaan että tänään on <päivä>
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "sosiaaliohjaaja" yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja syynä on "Aktivointisuunnitelma"
    Kun "sosiaaliohjaaja" kirjaa suunnitelman "Aktivointisuunnitelma":
      | kohta                        | sisältö                |
      | tavoitteet                   | osa-aikatyö            |
      | mittarit                     | kaksi työpaikkakäyntiä |
      | seuranta                     | <seuranta>             |
      | suunnitelmasta vastaava taho | sosiaaliohjaaja        |
      | laatimispäivä                | <päivä>                |
      | suunnitelman peruste         | <peruste>              |
    Ja "sosiaaliohjaaja" tekee siirtymän "<siirtymä>"
    Niin siirtymä "<toinen>" ei ole mahdollinen toimijalle "sosiaaliohjaaja"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

    Tapaukset:
      | päivä      | siirtymä                                         | toinen                                           | seuranta | peruste                                             |
      | 31.12.2025 | Vahvista aktivointisuunnitelma                   | Vahvista aktivointisuunnitelma (1.1.2026 alkaen) | 2.3.2026 | 25 vuotta täyttänyt, työmarkkinatukea 500 päivää    |
      | 2.1.2026   | Vahvista aktivointisuunnitelma (1.1.2026 alkaen) | Vahvista aktivointisuunnitelma                   | 2.3.2026 | toimeentulotuki työttömyyden takia, 1.1.2026 alkaen |
