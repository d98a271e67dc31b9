# language: fi
Ominaisuus: Kun siirtymä ei vielä onnistu, kerrotaan kaikki puuttuva ja kuka voi täydentää
  Mitään ei muutu, eikä ketään lähetetä kotiin kahdesti saman asian takia.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Arviointi tarvitsee jonkin, joka kertoo tuen tarpeesta
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun "tunnistaja" yrittää siirtymää "Tunnista tuen tarve"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                    |
      | Tarkistuslista tai Asiakkaan oma pyyntö |
    Ja mikään ei ole muuttunut

  Tapaus: Suunnitelmaan ei siirrytä ilman arviointia ja omatyöntekijää
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Kun "omatyöntekijä" yrittää siirtymää "Arviointi on valmis"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                     |
      | Palvelutarpeen arviointi |
      | omatyöntekijä            |
    Ja mikään ei ole muuttunut

  Tapaus: Suunnitelmasta sovitaan asiakkaan kanssa
    Oletetaan että asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja on kirjattu suunnitelma "Asiakassuunnitelma"
    Kun "omatyöntekijä" yrittää siirtymää "Vahvista suunnitelma" sopimatta siitä muiden kanssa
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä    | kuka voi täydentää |
      | asiakas | asiakas            |

  Tapausaihio: Siirtymä odottaa kirjausta
    Oletetaan että asiakas on vaiheessa "<vaihe>"
    Kun "<toimija>" yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä      |
      | <puuttuu> |
    Ja mikään ei ole muuttunut

    Tapaukset:
      | vaihe                                                | toimija          | siirtymä                         | puuttuu                                            |
      | Suunnitelma ja palvelukokonaisuus                    | omatyöntekijä    | Vahvista suunnitelma             | Asiakassuunnitelma                                 |
      | Palvelut käynnissä                                   | koordinaattori   | Ohjaa työhönvalmennukseen        | Työhönvalmennukseen ohjautuminen (lähete)          |
      | Palvelut käynnissä                                   | koordinaattori   | Tarkista suunnitelma             | Suunnitelman tarkistus                             |
      | Palvelut käynnissä                                   | koordinaattori   | Aloita opinnot                   | Opintoihin liittyvä suunnitelma                    |
      | Palvelut käynnissä                                   | koordinaattori   | Aloita kuntoutus                 | Kuntoutuspäätös                                    |
      | Palvelut käynnissä                                   | koordinaattori   | Siirry osallisuuden tukeen       | Osallisuuden tuen suunnitelma                      |
      | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa | työhönvalmentaja | Sovi valmennuksen aloittamisesta | Työhönvalmennuksen aloittaminen (yhteistyösopimus) |
      | Nopea työnetsintä avoimilta työmarkkinoilta          | työhönvalmentaja | Työnantaja kiinnostui            | Asiakkaan valinta kertomisesta                     |
      | Työssä, kevyempi tuki                                | koordinaattori   | Siirry seurantaan                | Kuka tukee jatkossa                                |

  Tapaus: Tauosta sovitaan, ja syy kerrotaan
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun "koordinaattori" yrittää siirtymää "Sovi tauosta"
    Niin siirtymä ei onnistu
    Ja syynä on "Sopimus tauosta"
    Ja syynä on "syy on kertomatta"

  Tapausaihio: Kielletty peruste ei ole missään luettelossa
    Oletetaan että asiakas on vaiheessa "<vaihe>"
    Niin syytä "ei valmis" ei voi valita
    Ja syytä "poissaolo" ei voi valita
    Ja syytä "määräaika umpeutui" ei voi valita

    Tapaukset:
      | vaihe                            |
      | Palvelut käynnissä               |
      | Tuki työssä ja työn ulkopuolella |
      | Osallisuuden tuki                |

  Tapaus: Työntekijä ei päätä asiakkaan puolesta
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Niin siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Mutta siirtymä "Haluan työhönvalmennukseen" ei ole mahdollinen toimijalle "koordinaattori"
    Kun "koordinaattori" yrittää siirtymää "Haluan työhönvalmennukseen"
    Niin siirtymä ei onnistu
    Ja syynä on "asiakas päättää itse"

  Tapausaihio: Arvioinnissa kaikki neljä painopistettä ja asiakkaan oma näkemys otetaan huomioon
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Ja on kirjattu arvio "Palvelutarpeen arviointi":
      | kohta            | sisältö  |
      | arvioinnin päivä | 2.6.2025 |
    Kun "omatyöntekijä" yrittää siirtymää "Arviointi on valmis"
    Niin siirtymä ei onnistu
    Ja syynä on "<puuttuu>"
    Ja mikään ei ole muuttunut

    Tapaukset:
      | puuttuu                                                                         |
      | omat tavoitteet, ammattitaito ja osaaminen tai asiakkaan toiveesta ei käsitelty |
      | käytössä oleva työkyky tai asiakkaan toiveesta ei käsitelty                     |
      | hoidon ja kuntoutuksen tarve tai asiakkaan toiveesta ei käsitelty               |
      | mahdollinen erityisen tuen tarve tai asiakkaan toiveesta ei käsitelty           |
      | asiakkaan oma näkemys, miksi omaa näkemystä ei ole                              |

  Tapaus: Kun tarvitaan monialaista tukea, arvioinnissa on mukana kaksi tahoa
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Kun "omatyöntekijä" tekee siirtymän "Totea monialaisen tuen tarve"
    Ja "omatyöntekijä" yrittää siirtymää "Arviointi on valmis"
    Niin siirtymä ei onnistu
    Ja syynä on "Monialaisen arvioinnin osallistujat"

  Tapaus: Työnhakuun siirrytään profiilin ja suunnitelman kanssa
    Oletetaan että asiakas on vaiheessa "Osaamisen kartoittaminen ja ammatillinen profilointi"
    Kun "työhönvalmentaja" yrittää siirtymää "Profiili ja työnhakusuunnitelma valmistuivat"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                     |
      | Ammatillinen profilointi |
      | Työnhakusuunnitelma      |
    Ja mikään ei ole muuttunut

  Tapaus: Suunnitelmalla on aina joku, joka vastaa siitä
    Oletetaan että asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja on kirjattu suunnitelma "Asiakassuunnitelma"
    Kun tehtävä "omatyöntekijä" päättyy
    Ja "koordinaattori" yrittää siirtymää "Vahvista suunnitelma"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä           | kuka voi täydentää |
      | koordinaattori | koordinaattori     |
    Ja mikään ei ole muuttunut
