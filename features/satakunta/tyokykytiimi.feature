# language: fi
Ominaisuus: Työkykytiimi kokoaa verkoston, kun asiakas tarvitsee montaa palvelua yhtä aikaa
  Kun apua tarvitaan monesta paikasta, asiakkaan ei pidä itse juosta niiden väliä. Työkykytiimi kutsuu koolle juuri ne
  tahot, joita asiakas tarvitsee, ja vastaa verkostosta ja polusta. Tiimi on tarjous: joka ei sitä halua, arvioidaan
  niin kuin muuallakin, eikä mikään odota tiimiä.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Satakunta"
    Ja tänään on 2.6.2025

  Tapaus: Yhden palvelun tarpeesta ei kutsuta tiimiä koolle
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Kun "omatyöntekijä" yrittää siirtymää "Ohjaa työkykytiimiin"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                   |
      | monialaisen tuen tarve |
    Ja mikään ei ole muuttunut

  Tapaus: Asiakasta ei ohjata tiimiin hänen tietämättään
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja "omatyöntekijä" on tehnyt siirtymän "Totea monialaisen tuen tarve"
    Kun "omatyöntekijä" yrittää siirtymää "Ohjaa työkykytiimiin" sopimatta siitä muiden kanssa
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä    | kuka voi täydentää |
      | asiakas | asiakas            |

  Tapaus: Asiakas voi itse pyytää tiimiä
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja "omatyöntekijä" on tehnyt siirtymän "Totea monialaisen tuen tarve"
    Kun asiakas tekee siirtymän "Ohjaa työkykytiimiin"
    Niin asiakas on vaiheessa "Työkykytiimi"
    Ja asiakas näkee tekstin "Sinä voit sanoa, ketä tulee mukaan."

  Tapaus: Toisesta organisaatiosta tiimiin tullaan saattaen
    Oletetaan että koordinaatiovastuu on organisaatiolla "Satakunnan työllisyyspalvelut"
    Ja asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja "omatyöntekijä" on tehnyt siirtymän "Totea monialaisen tuen tarve"
    Kun "omatyöntekijä" ehdottaa siirtymää "Ohjaa työkykytiimiin" saattaen vaihtona vastaanottajalle "Satakunnan hyvinvointialue"
    Ja vastaanottaja "Satakunnan hyvinvointialue" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja vaiheesta vastaa "omatyöntekijä"
    Ja koordinaatiovastuu on organisaatiolla "Satakunnan työllisyyspalvelut"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja   |
      | asiakas       |
      | omatyöntekijä |
      | työkykytiimi  |
    Ja vastaanottaja "Satakunnan hyvinvointialue" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työkykytiimi"
    Ja vaiheesta vastaa "työkykytiimi"
    Ja koordinaatiovastuu on organisaatiolla "Satakunnan hyvinvointialue"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

  Tapaus: Verkosto on koossa, kun se on kirjattu
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Kun "työkykytiimi" yrittää siirtymää "Kokoa verkosto"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                 | kuka voi täydentää |
      | Asiakkaan tarpeita vastaava verkosto | työkykytiimi       |
    Ja mikään ei ole muuttunut

  Tapaus: Verkosto kootaan asiakkaan tarpeista
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Kun "työkykytiimi" kirjaa tapaamisen "Asiakkaan tarpeita vastaava verkosto":
      | kohta                  | sisältö                  |
      | verkoston jäsenet      | Kela, oppilaitokset      |
      | työkykytiimistä mukana | fysioterapeutti, lääkäri |
      | läsnä olleet           | asiakas, työkykytiimi    |
      | ohjaava taho           | terveysasema             |
      | päivä                  | 2.6.2025                 |
    Ja "työkykytiimi" tekee siirtymän "Kokoa verkosto"
    Niin asiakas on vaiheessa "Työkykytiimi"
    Ja siirtymä "Arviointi on valmis" ei ole mahdollinen toimijalle "asiakas"

  Tapaus: Suunnitelmaan ei siirrytä ilman arviointia, omatyöntekijää ja verkostoa
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Kun "työkykytiimi" yrittää siirtymää "Arviointi on valmis"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                 |
      | Palvelutarpeen arviointi             |
      | omatyöntekijä                        |
      | Asiakkaan tarpeita vastaava verkosto |
    Ja mikään ei ole muuttunut

  Tapausaihio: Tiimi kysyy samat asiat kuin omatyöntekijä, ja asiakas saa olla kertomatta
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Ja on kirjattu arvio "Palvelutarpeen arviointi":
      | kohta            | sisältö  |
      | arvioinnin päivä | 2.6.2025 |
    Kun "työkykytiimi" yrittää siirtymää "Arviointi on valmis"
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

  Tapaus: Tiimin arviointi on valmis, kun verkosto on tavannut
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Ja on kirjattu arvio "Palvelutarpeen arviointi":
      | kohta                                      | sisältö                      |
      | omat tavoitteet, ammattitaito ja osaaminen | keittiötyö                   |
      | käytössä oleva työkyky                     | neljä tuntia päivässä        |
      | asiakkaan toiveesta ei käsitelty           | hoidon ja kuntoutuksen tarve |
      | mahdollinen erityisen tuen tarve           | selkeät ohjeet               |
      | asiakkaan oma näkemys                      | Haluan töihin.               |
    Kun "työkykytiimi" yrittää siirtymää "Arviointi on valmis"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                 |
      | Asiakkaan tarpeita vastaava verkosto |
    Kun "työkykytiimi" kirjaa tapaamisen "Asiakkaan tarpeita vastaava verkosto":
      | kohta             | sisältö               |
      | verkoston jäsenet | Kela, oppilaitokset   |
      | läsnä olleet      | asiakas, työkykytiimi |
      | päivä             | 2.6.2025              |
    Ja "työkykytiimi" tekee siirtymän "Arviointi on valmis"
    Niin asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"

  Tapaus: Ilman tiimiä monialaiseen arviointiin tarvitaan kaksi tahoa
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Ja "omatyöntekijä" on tehnyt siirtymän "Totea monialaisen tuen tarve"
    Ja on kirjattu arvio "Palvelutarpeen arviointi":
      | kohta                                      | sisältö                                              |
      | omat tavoitteet, ammattitaito ja osaaminen | keittiötyö                                           |
      | asiakkaan toiveesta ei käsitelty           | käytössä oleva työkyky, hoidon ja kuntoutuksen tarve |
      | mahdollinen erityisen tuen tarve           | selkeät ohjeet                                       |
      | asiakkaan oma näkemys                      | En halua tiimiä.                                     |
    Kun "omatyöntekijä" yrittää siirtymää "Arviointi on valmis"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                |
      | Monialaisen arvioinnin osallistujat |
    Kun "omatyöntekijä" kirjaa tapaamisen "Monialaisen arvioinnin osallistujat":
      | kohta                            | sisältö                |
      | mukana olleet tai kutsutut tahot | Kela, työnantajat      |
      | kutsutut, jotka eivät tulleet    | työnantajat            |
      | läsnä olleet                     | asiakas, omatyöntekijä |
      | päivä                            | 2.6.2025               |
    Ja "omatyöntekijä" tekee siirtymän "Arviointi on valmis"
    Niin asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"

  Tapaus: Tiimistä pääsee takaisin omatyöntekijän arviointiin
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Kun asiakas tekee siirtymän "Palaa palvelutarpeen arviointiin"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapaus: Työ voi alkaa kesken kaiken, ja tiimin arviointi jatkuu
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Kun asiakas tekee siirtymän "Työsuhde alkoi"
    Niin asiakas on vaiheessa "Työkykytiimi"
    Ja vaiheesta vastaa "työkykytiimi"
    Ja koordinaatiovastuu on organisaatiolla "Satakunnan hyvinvointialue"
    Kun kuluu 2 viikkoa
    Ja asiakas tekee siirtymän "Työsuhde päättyi"
    Niin asiakas on vaiheessa "Työkykytiimi"
    Ja määräaika "Yhteydenotto työn päätyttyä" päättyy 19.6.2025

  Tapaus: Tauosta sovitaan, ja tauolta palataan tiimiin
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Kun asiakas yrittää siirtymää "Sovi tauosta" syystä "elämäntilanne"
    Niin siirtymä ei onnistu
    Ja syynä on "Sopimus tauosta"
    Kun "koordinaattori" kirjaa sopimuksen "Sopimus tauosta"
    Ja asiakas tekee siirtymän "Sovi tauosta" syystä "elämäntilanne"
    Ja asiakas tekee siirtymän "Jatka tauolta"
    Niin asiakas on vaiheessa "Työkykytiimi"

  Tapaus: Toisen organisaation arviointiin palataan saattaen
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Kun asiakas ehdottaa siirtymää "Palaa palvelutarpeen arviointiin" saattaen vaihtona vastaanottajalle "Satakunnan työllisyyspalvelut"
    Ja vastaanottaja "Satakunnan työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Työkykytiimi"
    Kun vastaanottaja "Satakunnan työllisyyspalvelut" ottaa asiakkaan vastaan ilman tapaamista syystä "asiakas ei halunnut tapaamista"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja koordinaatiovastuu on organisaatiolla "Satakunnan työllisyyspalvelut"

  Tapaus: Uudelleen avattu polku alkaa alusta, ei siitä mihin tiimi jäi
    Oletetaan että asiakas on vaiheessa "Työkykytiimi"
    Ja loppuarviointi on tehty ja asiakasta on kuultu 2.6.2025
    Kun "koordinaattori" tekee siirtymän "Päätä palvelupolku" syystä "oma toive"
    Ja asiakas tekee siirtymän "Avaa palvelupolku uudelleen"
    Ja asiakas kirjaa kirjauksen "Asiakkaan oma pyyntö"
    Ja asiakas tekee siirtymän "Tunnista tuen tarve"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja siirtymä "Ohjaa työkykytiimiin" ei ole mahdollinen toimijalle "asiakas"
