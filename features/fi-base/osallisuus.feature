# language: fi
Ominaisuus: Osallisuuden tuki ei ole päätepysäkki
  Takaisin työhön, opintoihin ja palveluihin pääsee milloin vain, eikä siihen tarvita mitään.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Osallisuuden tukeen siirrytään asiakkaan omalla suunnitelmalla
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun "koordinaattori" kirjaa suunnitelman "Osallisuuden tuen suunnitelma"
    Ja "koordinaattori" tekee siirtymän "Siirry osallisuuden tukeen"
    Niin asiakas on vaiheessa "Osallisuuden tuki"
    Ja määräaika "Osallisuuden tuen katsaus" päättyy 2.12.2025

  Tapausaihio: Takaisin pääsee ilman lähetettä, arviointia ja lupaa
    Oletetaan että asiakas on vaiheessa "Osallisuuden tuki"
    Kun asiakas tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "<vaihe>"

    Tapaukset:
      | siirtymä                         | vaihe                                       |
      | Palaa palveluihin                | Palvelut käynnissä                          |
      | Haluan työhönvalmennukseen       | Työhönvalmennus                             |
      | Palaa työhönvalmennukseen        | Nopea työnetsintä avoimilta työmarkkinoilta |
      | Palaa palvelutarpeen arviointiin | Palvelutarpeen arviointi                    |
      | Työsuhde alkoi                   | Työssä, seuranta                            |

  Tapaus: Puoli vuotta ilman katsausta muistuttaa, mutta ei siirrä asiakasta minnekään
    Oletetaan että asiakas on vaiheessa "Osallisuuden tuki"
    Kun kuluu 7 kuukautta
    Niin määräaika "Osallisuuden tuen katsaus" on ylittynyt
    Ja toimija "sosiaaliohjaaja" saa tiedon määräajasta "Osallisuuden tuen katsaus"
    Ja asiakas on vaiheessa "Osallisuuden tuki"
