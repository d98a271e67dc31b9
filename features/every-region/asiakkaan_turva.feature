# language: fi
Ominaisuus: Asiakkaan turva on sama joka alueella
  Alue saa järjestää palvelunsa toisin, mutta näistä lupauksista se ei voi tinkiä: valmiutta ei mitata, poissaolo ja
  kulunut aika eivät päätä mitään, polkua ei suljeta tarjoamatta osallisuuden tukea, eikä asiakkaasta kerrota
  työnantajalle ilman hänen valintaansa.

  Tausta:
    Oletetaan että tänään on 2.6.2025

  Tapausaihio: Valmennukseen pääsee omasta toiveesta, eikä kukaan muu toivo sitä asiakkaan puolesta
    Oletetaan että käytössä on palvelupolku "<alue>"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Niin siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Mutta siirtymä "Haluan työhönvalmennukseen" ei ole mahdollinen toimijalle "koordinaattori"

    Tapaukset:
      | alue                             |
      | Kansallinen perusmalli           |
      | Rovaniemi                        |
      | Satakunta                        |
      | Kymenlaakso ja Etelä-Karjala     |
      | Keski-Pohjanmaa                  |
      | Päijät-Häme                      |
      | Oulu (PALO)                      |
      | Siun sote                        |
      | Tuetun työllistymisen menetelmät |

  Tapausaihio: Valmius, poissaolo, jono ja kulunut aika eivät ole syitä missään
    Oletetaan että käytössä on palvelupolku "<alue>"
    Ja asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Niin syytä "ei valmis" ei voi valita
    Ja syytä "poissaolot" ei voi valita
    Ja syytä "jono" ei voi valita
    Ja syytä "määräaika umpeutui" ei voi valita

    Tapaukset:
      | alue                             |
      | Kansallinen perusmalli           |
      | Rovaniemi                        |
      | Satakunta                        |
      | Kymenlaakso ja Etelä-Karjala     |
      | Keski-Pohjanmaa                  |
      | Päijät-Häme                      |
      | Oulu (PALO)                      |
      | Siun sote                        |
      | Tuetun työllistymisen menetelmät |

  Tapausaihio: Kahden vuoden hiljaisuus ei päätä polkua eikä sulje tietä
    Oletetaan että käytössä on palvelupolku "<alue>"
    Ja asiakas on vaiheessa "Osallisuuden tuki"
    Kun kuluu 2 vuotta
    Niin asiakas on vaiheessa "Osallisuuden tuki"
    Ja vaiheesta vastaa "sosiaaliohjaaja"
    Ja siirtymä "Palaa työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

    Tapaukset:
      | alue                             |
      | Kansallinen perusmalli           |
      | Rovaniemi                        |
      | Satakunta                        |
      | Kymenlaakso ja Etelä-Karjala     |
      | Keski-Pohjanmaa                  |
      | Päijät-Häme                      |
      | Oulu (PALO)                      |
      | Siun sote                        |
      | Tuetun työllistymisen menetelmät |

  Tapausaihio: Polkua ei päätetä kuulematta asiakasta ja tarjoamatta osallisuuden tukea
    Oletetaan että käytössä on palvelupolku "<alue>"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun "koordinaattori" kirjaa lomakkeen "Palvelupolun päättäminen":
      | kohta                                          | sisältö |
      | asiakkaalle on kerrottu, miten pääsee takaisin | kyllä   |
    Ja "koordinaattori" yrittää siirtymää "Päätä palvelupolku" syystä "oma toive"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                                |
      | osallisuuden tuen tarjoaminen                       |
      | asiakasta kuultiin, miksi asiakasta ei voitu kuulla |
      | Alku-, väli- ja loppuarviointi                      |
    Ja mikään ei ole muuttunut

    Tapaukset:
      | alue                             |
      | Kansallinen perusmalli           |
      | Rovaniemi                        |
      | Satakunta                        |
      | Kymenlaakso ja Etelä-Karjala     |
      | Keski-Pohjanmaa                  |
      | Päijät-Häme                      |
      | Oulu (PALO)                      |
      | Siun sote                        |
      | Tuetun työllistymisen menetelmät |

  Tapausaihio: Työnantajan kanssa ei puhuta asiakkaasta ennen kuin hän on valinnut, mitä kerrotaan
    Oletetaan että käytössä on palvelupolku "<alue>"
    Ja asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Kun "työhönvalmentaja" yrittää siirtymää "Työnantaja kiinnostui"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                           | kuka voi täydentää        |
      | Asiakkaan valinta kertomisesta | asiakas, työhönvalmentaja |
    Ja vastaanottajalle "työnantaja" ei ole annettu tietoja

    Tapaukset:
      | alue                             |
      | Kansallinen perusmalli           |
      | Rovaniemi                        |
      | Satakunta                        |
      | Kymenlaakso ja Etelä-Karjala     |
      | Keski-Pohjanmaa                  |
      | Päijät-Häme                      |
      | Oulu (PALO)                      |
      | Siun sote                        |
      | Tuetun työllistymisen menetelmät |
