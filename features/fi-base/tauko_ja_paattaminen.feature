# language: fi
Ominaisuus: Tauko, päättäminen ja paluu
  Palvelupolku päättyy yhdessä todetusta syystä, ei poissaoloon eikä kuluneeseen aikaan.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Tauolta palataan siihen, mistä lähdettiin
    Kun "koordinaattori" kirjaa sopimuksen "Sopimus tauosta":
      | kohta         | sisältö  |
      | jatkamispäivä | 1.9.2025 |
    Ja "koordinaattori" tekee siirtymän "Sovi tauosta" syystä "elämäntilanne"
    Niin asiakas on vaiheessa "Keskeytynyt"
    Ja määräaika "Muistutus tauon päättymisestä" päättyy 1.9.2025
    Ja asiakas näkee tekstin "Palvelusi ei lopu tauon takia."
    Kun asiakas tekee siirtymän "Jatka tauolta"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Tauko ei lopu itsestään eikä päätä palvelua
    Oletetaan että asiakas on vaiheessa "Keskeytynyt"
    Kun kuluu 1 vuosi
    Niin asiakas on vaiheessa "Keskeytynyt"
    Ja vaiheesta vastaa "koordinaattori"
    Ja siirtymä "Jatka tauolta" on mahdollinen toimijalle "asiakas"

  Tapaus: Päättäminen vaatii kirjauksen, loppuarvioinnin ja syyn
    Kun "koordinaattori" yrittää siirtymää "Päätä palvelupolku"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                           |
      | syy on kertomatta              |
      | Palvelupolun päättäminen       |
      | Alku-, väli- ja loppuarviointi |
    Ja mikään ei ole muuttunut

  Tapaus: Ennen päättämistä on tarjottu osallisuuden tukea ja kuultu asiakasta
    Oletetaan että on kirjattu arvio "Alku-, väli- ja loppuarviointi":
      | kohta                     | sisältö        |
      | vaihe                     | loppuarviointi |
      | päivä                     | 2.6.2025       |
      | arviointiin osallistuneet | asiakas        |
    Ja on kirjattu lomake "Palvelupolun päättäminen":
      | kohta                                          | sisältö |
      | asiakkaalle on kerrottu, miten pääsee takaisin | kyllä   |
    Kun "koordinaattori" yrittää siirtymää "Päätä palvelupolku" syystä "oma toive"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                                |
      | osallisuuden tuen tarjoaminen                       |
      | asiakasta kuultiin, miksi asiakasta ei voitu kuulla |

  Tapaus: Polkua ei päätetä, kun palvelu on vielä käynnissä
    Oletetaan että asiakkaalla on käynnissä palvelu "Työkokeilu"
    Kun "koordinaattori" yrittää siirtymää "Päätä palvelupolku" syystä "oma toive"
    Niin siirtymä ei onnistu
    Ja syynä on "palveluja on käynnissä"

  Tapaus: Päättynyt polku avataan uudelleen ilman lähetettä
    Oletetaan että asiakas on vaiheessa "Päättynyt"
    Kun asiakas tekee siirtymän "Avaa palvelupolku uudelleen"
    Niin asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

  Tapaus: Polku päätetään, kun asiakasta on kuultu ja loppuarviointi on tehty
    Kun "koordinaattori" kirjaa arvion "Alku-, väli- ja loppuarviointi":
      | kohta                     | sisältö        |
      | vaihe                     | loppuarviointi |
      | päivä                     | 2.6.2025       |
      | arviointiin osallistuneet | asiakas        |
    Ja "koordinaattori" kirjaa lomakkeen "Palvelupolun päättäminen":
      | kohta                         | sisältö                               |
      | osallisuuden tuen tarjoaminen | tarjottiin, mutta asiakas ei halunnut |
      | asiakasta kuultiin            | 2.6.2025                              |
    Ja "koordinaattori" tekee siirtymän "Päätä palvelupolku" syystä "oma toive"
    Niin asiakas on vaiheessa "Päättynyt"
