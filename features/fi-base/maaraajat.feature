# language: fi
Ominaisuus: Määräaika muistuttaa työntekijää, ei rankaise asiakasta
  Laissa säädetty aika, alueen sopima aika ja laadun tavoite käyttäytyvät samalla tavalla: kun aika menee ohi, siitä
  kerrotaan sille, jonka tehtävä se on. Yksikään määräaika ei päätä palvelua eikä sulje siirtymää.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"

  Tapausaihio: Työnhaun alkuhaastattelun aika on viisi työpäivää vuoden 2025 loppuun ja kymmenen sen jälkeen
    Oletetaan että tänään on <päivä>
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas kirjaa kirjauksen "Työnhaun alkaminen":
      | kohta        | sisältö |
      | alkamispäivä | <päivä> |
    Niin määräaika "Työnhaun alkuhaastattelu" päättyy <viimeistään>
    Ja määräaika "Työnhakukeskustelu" päättyy <keskustelu>

    Tapaukset:
      | päivä    | viimeistään | keskustelu |
      | 2.6.2025 | 9.6.2025    | 2.9.2025   |
      | 2.2.2026 | 16.2.2026   | 2.5.2026   |

  Tapaus: Pitämätön alkuhaastattelu kerrotaan asiantuntijalle, ja asiakas pääsee valmennukseen
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Ja on kirjattu kirjaus "Työnhaun alkaminen":
      | kohta        | sisältö  |
      | alkamispäivä | 2.6.2025 |
    Kun kuluu 2 viikkoa
    Niin määräaika "Työnhaun alkuhaastattelu" on ylittynyt
    Ja toimija "työllisyyspalvelujen asiantuntija" saa tiedon määräajasta "Työnhaun alkuhaastattelu"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

  Tapausaihio: Aktivointisuunnitelma uudistetaan kahdessa vuodessa, sen päivän lain mukaan
    Oletetaan että tänään on <päivä>
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "omatyöntekijä" kirjaa suunnitelman "Aktivointisuunnitelma":
      | kohta                        | sisältö                |
      | tavoitteet                   | osa-aikatyö            |
      | mittarit                     | kaksi työpaikkakäyntiä |
      | seuranta                     | <seuranta>             |
      | suunnitelmasta vastaava taho | omatyöntekijä          |
      | laatimispäivä                | <päivä>                |
    Niin määräaika "<määräaika>" päättyy <viimeistään>

    Tapaukset:
      | päivä    | seuranta | määräaika                                             | viimeistään |
      | 2.6.2025 | 1.9.2025 | Aktivointisuunnitelman uudistaminen                   | 2.6.2027    |
      | 2.2.2026 | 1.6.2026 | Aktivointisuunnitelman uudistaminen (1.1.2026 alkaen) | 2.2.2028    |

  Tapausaihio: Suunnitelmassa sovittu päivä on seurannan määräaika
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "<tekijä>" kirjaa suunnitelman "<suunnitelma>":
      | kohta                        | sisältö                |
      | tavoitteet                   | osa-aikatyö            |
      | mittarit                     | kaksi työpaikkakäyntiä |
      | seuranta                     | 1.9.2025               |
      | suunnitelmasta vastaava taho | <tekijä>               |
    Niin määräaika "<määräaika>" päättyy <viimeistään>

    Tapaukset:
      | tekijä                            | suunnitelma                         | määräaika                          | viimeistään |
      | omatyöntekijä                     | Asiakassuunnitelma                  | Suunnitelman seuranta              | 1.9.2025    |
      | työllisyyspalvelujen asiantuntija | Työllistymissuunnitelma             | Työllistymissuunnitelman seuranta  | 1.9.2025    |
      | omatyöntekijä                     | Monialainen työllistymissuunnitelma | Monialaisen suunnitelman seuranta  | 1.9.2025    |
      | omatyöntekijä                     | Monialainen työllistymissuunnitelma | Monialaisen suunnitelman tarkistus | 2.12.2025   |

  Tapaus: Aktivointisuunnitelmaan sovittu päivä on seurannan määräaika
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "omatyöntekijä" kirjaa suunnitelman "Aktivointisuunnitelma":
      | kohta                        | sisältö                |
      | tavoitteet                   | osa-aikatyö            |
      | mittarit                     | kaksi työpaikkakäyntiä |
      | seuranta                     | 1.9.2025               |
      | suunnitelmasta vastaava taho | omatyöntekijä          |
      | laatimispäivä                | 2.6.2025               |
    Niin määräaika "Aktivointisuunnitelman seuranta" päättyy 1.9.2025

  Tapausaihio: Päivä, josta asiakkaan kanssa sovitaan, ei unohdu
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "<vaihe>"
    Kun "työhönvalmentaja" kirjaa <laji> "<kirjaus>":
      | kohta   | sisältö   |
      | <kohta> | 29.8.2025 |
    Niin määräaika "<määräaika>" päättyy 29.8.2025
    Kun päivä on 1.9.2025
    Niin määräaika "<määräaika>" on ylittynyt
    Ja asiakas on vaiheessa "<vaihe>"

    Tapaukset:
      | vaihe                            | laji         | kirjaus                                  | kohta                 | määräaika                             |
      | Tuki työssä ja työn ulkopuolella | suunnitelman | Suunnitelma työsuhteen aikaisesta tuesta | tarkistuspäivä        | Työsuhteen aikaisen tuen tarkistus    |
      | Palvelut käynnissä               | suunnitelman | Opintoihin liittyvä suunnitelma          | tarkistuspäivä        | Opintosuunnitelman tarkistus          |
      | Työssä, kevyempi tuki            | sopimuksen   | Kuka tukee jatkossa                      | seuraava yhteydenpito | Sovittu yhteydenpito                  |
      | Palvelut käynnissä               | lomakkeen    | Työhönvalmennuksen jälkeen               | seurantapäivä         | Valmennuksen jälkeen sovittu seuranta |

  Tapaus: Opintojen jälkeisestä sovitaan kuukautta ennen kuin ne loppuvat
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas kirjaa suunnitelman "Opintoihin liittyvä suunnitelma":
      | kohta             | sisältö   |
      | opintojen tavoite | kokin työ |
      | alkaa             | 11.8.2025 |
      | päättyy           | 29.5.2026 |
    Niin määräaika "Tapaaminen ennen opintojen päättymistä" päättyy 29.4.2026

  Tapaus: Kuntoutuksen jälkeisestä sovitaan kuukautta ennen kuin se loppuu
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "omatyöntekijä" kirjaa päätöksen "Kuntoutuspäätös":
      | kohta            | sisältö    |
      | päätöksen tekijä | Kela       |
      | alkaa            | 1.8.2025   |
      | päättyy          | 28.11.2025 |
    Niin määräaika "Tapaaminen ennen kuntoutuksen päättymistä" päättyy 28.10.2025

  Tapaus: Päätös palvelusta on tehtävä, vaikka asiakas olisi tauolla
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja on kirjattu sopimus "Sopimus tauosta"
    Kun asiakas tekee siirtymän "Sovi tauosta" syystä "elämäntilanne"
    Niin määräaika "Päätös palvelusta" päättyy 2.9.2025
    Kun kuluu 4 kuukautta
    Niin määräaika "Päätös palvelusta" on ylittynyt
    Ja toimija "viranhaltija" saa tiedon määräajasta "Päätös palvelusta"
    Ja asiakas on vaiheessa "Keskeytynyt"

  Tapaus: Pidetty alkuhaastattelu täyttää määräajan, eikä siitä enää muistuteta
    Oletetaan että tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Ja on kirjattu kirjaus "Työnhaun alkaminen":
      | kohta        | sisältö  |
      | alkamispäivä | 2.6.2025 |
    Kun "työllisyyspalvelujen asiantuntija" kirjaa tapaamisen "Työnhakukeskustelu"
    Niin määräaika "Työnhaun alkuhaastattelu" ei ole käynnissä
    Mutta määräaika "Työnhakukeskustelu" päättyy 2.9.2025
