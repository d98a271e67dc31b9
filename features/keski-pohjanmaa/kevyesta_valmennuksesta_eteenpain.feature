# language: fi
Ominaisuus: Kevyestä valmennuksesta on auki samat tiet kuin intensiivisestä
  Kevyt tuki ei ole umpikuja eikä sivuraide: siitä pääsee työhön, opintoihin, kuntoutukseen, osallisuuden tukeen,
  tauolle ja takaisin. Vastaanottajana voi olla toinen organisaatio, ja silloin vaihto tehdään saattaen.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Keski-Pohjanmaa"
    Ja tänään on 2.6.2025

  Tapaus: Työsuhde alkaa kevyestä tuesta, ja valmentaja tukee työssä
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: työnetsintä"
    Kun "työhönvalmentaja" tekee siirtymän "Työsuhde alkoi tuettuna"
    Niin asiakas on vaiheessa "Tuki työssä ja työn ulkopuolella"
    Ja määräaika "Yhteydenotto työn alettua" päättyy 5.6.2025

  Tapaus: Työsuhde voi alkaa myös ilman tukea
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: työnetsintä"
    Kun asiakas tekee siirtymän "Työsuhde alkoi"
    Niin asiakas on vaiheessa "Työssä, seuranta"
    Ja asiakas näkee tekstin "Jos työ loppuu, autamme sinua uudelleen."

  Tapaus: Ennen suunnitelmaa alkanut työ voi päättyä kevyen tuen aikana, ja tuki jatkuu
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: työnetsintä"
    Kun asiakas tekee siirtymän "Työsuhde päättyi"
    Niin asiakas on vaiheessa "Kevyt tuki: työnetsintä"
    Ja tehtäväksi jää "Työsuhteen lopettaminen"

  Tapausaihio: Tie vie eteenpäin, kun siitä on sovittu ja kirjattu
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: osaamisen kartoittaminen"
    Kun "koordinaattori" yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja syynä on "<kirjaus>"
    Kun "koordinaattori" kirjaa <laji> "<kirjaus>"
    Ja "koordinaattori" tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "<uusi vaihe>"

    Tapaukset:
      | laji         | kirjaus                         | siirtymä                   | uusi vaihe        |
      | suunnitelman | Opintoihin liittyvä suunnitelma | Aloita opinnot             | Koulutuksessa     |
      | suunnitelman | Osallisuuden tuen suunnitelma   | Siirry osallisuuden tukeen | Osallisuuden tuki |

  Tapaus: Kuntoutus alkaa muun tahon päätöksestä
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: osaamisen kartoittaminen"
    Kun "koordinaattori" yrittää siirtymää "Aloita kuntoutus"
    Niin siirtymä ei onnistu
    Ja syynä on "Kuntoutuspäätös"
    Kun "omatyöntekijä" kirjaa päätöksen "Kuntoutuspäätös":
      | kohta            | sisältö  |
      | päätöksen tekijä | Kela     |
      | alkaa            | 1.8.2025 |
    Ja "koordinaattori" tekee siirtymän "Aloita kuntoutus"
    Niin asiakas on vaiheessa "Kuntoutuksessa"

  Tapausaihio: Asiakas pääsee kevyestä valmennuksesta takaisin omalla sanallaan
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: työnetsintä"
    Kun asiakas tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "<uusi vaihe>"

    Tapaukset:
      | siirtymä                         | uusi vaihe               |
      | Lopeta työhönvalmennus           | Palvelut käynnissä       |
      | Palaa palvelutarpeen arviointiin | Palvelutarpeen arviointi |

  Tapaus: Suunnitelmaa tarkistetaan myös kevyen tuen aikana
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: osaamisen kartoittaminen"
    Kun asiakas yrittää siirtymää "Tarkista suunnitelma"
    Niin siirtymä ei onnistu
    Ja syynä on "Suunnitelman tarkistus"
    Kun asiakas kirjaa arvion "Suunnitelman tarkistus"
    Ja asiakas tekee siirtymän "Tarkista suunnitelma"
    Niin asiakas on vaiheessa "Kevyt tuki: osaamisen kartoittaminen"

  Tapaus: Tauolta palataan siihen kohtaan, josta lähdettiin
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: osaamisen kartoittaminen"
    Kun asiakas yrittää siirtymää "Sovi tauosta" syystä "elämäntilanne"
    Niin siirtymä ei onnistu
    Ja syynä on "Sopimus tauosta"
    Kun asiakas kirjaa sopimuksen "Sopimus tauosta"
    Ja asiakas tekee siirtymän "Sovi tauosta" syystä "elämäntilanne"
    Ja asiakas tekee siirtymän "Jatka tauolta"
    Niin asiakas on vaiheessa "Kevyt tuki: osaamisen kartoittaminen"

  Tapausaihio: Vastuu siirtyy saattaen, eikä asiakas ole välissä kenenkään
    Oletetaan että asiakas on vaiheessa "<vaihe>"
    Ja on kirjattu lomake "Työhönvalmennukseen ohjautuminen (lähete)"
    Ja on kirjattu suunnitelma "Opintoihin liittyvä suunnitelma"
    Ja on kirjattu suunnitelma "Osallisuuden tuen suunnitelma"
    Ja on kirjattu päätös "Kuntoutuspäätös"
    Kun "<toimija>" ehdottaa siirtymää "<siirtymä>" saattaen vaihtona vastaanottajalle "<vastaanottaja>"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "<vastaanottaja>" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "<vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "Keski-Pohjanmaan hyvinvointialue"
    Kun vastaanottaja "<vastaanottaja>" ottaa asiakkaan vastaan ilman tapaamista syystä "asiakas ei halunnut tapaamista"
    Niin asiakas on vaiheessa "<uusi vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "<vastaanottaja>"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

    Tapaukset:
      | vaihe                                                | toimija        | siirtymä                         | vastaanottaja                       | uusi vaihe                                           |
      | Palvelut käynnissä                                   | asiakas        | Haluan työhönvalmennukseen       | Keski-Pohjanmaan työllisyyspalvelut | Työhönvalmennus                                      |
      | Palvelut käynnissä                                   | asiakas        | Valitse kevyt työhönvalmennus    | Keski-Pohjanmaan työllisyyspalvelut | Kevyt työhönvalmennus                                |
      | Palvelut käynnissä                                   | koordinaattori | Ohjaa työhönvalmennukseen        | Keski-Pohjanmaan työllisyyspalvelut | Työhönvalmennus                                      |
      | Kevyt tuki: palveluun hakeutuminen ja sopiminen      | asiakas        | Siirry vahvempaan valmennukseen  | Keski-Pohjanmaan työllisyyspalvelut | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa |
      | Kevyt tuki: osaamisen kartoittaminen                 | asiakas        | Siirry vahvempaan valmennukseen  | Keski-Pohjanmaan työllisyyspalvelut | Osaamisen kartoittaminen ja ammatillinen profilointi |
      | Kevyt tuki: työnetsintä                              | asiakas        | Siirry vahvempaan valmennukseen  | Keski-Pohjanmaan työllisyyspalvelut | Nopea työnetsintä avoimilta työmarkkinoilta          |
      | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa | asiakas        | Siirry kevyempään valmennukseen  | Keski-Pohjanmaan työllisyyspalvelut | Kevyt tuki: palveluun hakeutuminen ja sopiminen      |
      | Osaamisen kartoittaminen ja ammatillinen profilointi | asiakas        | Siirry kevyempään valmennukseen  | Keski-Pohjanmaan työllisyyspalvelut | Kevyt tuki: osaamisen kartoittaminen                 |
      | Nopea työnetsintä avoimilta työmarkkinoilta          | asiakas        | Siirry kevyempään valmennukseen  | Keski-Pohjanmaan työllisyyspalvelut | Kevyt tuki: työnetsintä                              |
      | Kevyt tuki: työnetsintä                              | asiakas        | Lopeta työhönvalmennus           | Keski-Pohjanmaan työllisyyspalvelut | Palvelut käynnissä                                   |
      | Kevyt tuki: työnetsintä                              | asiakas        | Palaa palvelutarpeen arviointiin | kunta                               | Palvelutarpeen arviointi                             |
      | Kevyt tuki: työnetsintä                              | koordinaattori | Aloita opinnot                   | oppilaitos                          | Koulutuksessa                                        |
      | Kevyt tuki: työnetsintä                              | koordinaattori | Aloita kuntoutus                 | Kela                                | Kuntoutuksessa                                       |
      | Kevyt tuki: työnetsintä                              | koordinaattori | Siirry osallisuuden tukeen       | järjestö                            | Osallisuuden tuki                                    |
