# language: fi
Ominaisuus: Laatuarviointi kertoo, mitä kehittää, ja uusitaan pisteiden mukaan
  Laatukriteerit mittaavat palvelua, eivät asiakasta: arviointi ei avaa eikä sulje kenenkään tietä. Pisteet ratkaisevat
  vain, milloin arvioidaan uudelleen: alle sadalla puolen vuoden päästä, sadasta alkaen vuoden päästä. Kukaan ei valitse
  sykliä itse.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Laatuarvioinnin sykli"
    Ja tänään on 2.6.2025

  Tapausaihio: Arviointi etenee vaihe kerrallaan, ja jokaisesta jää kirjaus
    Oletetaan että laatuarviointi on vaiheessa "<vaihe>"
    Kun "tiiminvetäjä" yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja syynä on "<kirjaus>"
    Kun "tiiminvetäjä" kirjaa <laji> "<kirjaus>"
    Ja "tiiminvetäjä" tekee siirtymän "<siirtymä>"
    Niin laatuarviointi on vaiheessa "<uusi vaihe>"

    Tapaukset:
      | vaihe                   | siirtymä                 | laji         | kirjaus                | uusi vaihe           |
      | Arviointi suunnitteilla | Arviointi on suunniteltu | suunnitelman | Arvioinnin suunnitelma | Aineiston kokoaminen |
      | Aineiston kokoaminen    | Aineisto on koossa       | kirjauksen   | Arvioinnin aineisto    | Pisteytys            |

  Tapausaihio: Pisteet ratkaisevat, kumpi sykli alkaa
    Oletetaan että laatuarviointi on vaiheessa "Pisteytys"
    Kun "tiiminvetäjä" kirjaa arvion "Laatuarviointi":
      | kohta                     | sisältö                              |
      | asteikon versio           | THL, Työkykyohjelma (viisi vaihetta) |
      | arviointipäivä            | 2.6.2025                             |
      | kokonaispisteet           | <pisteet>                            |
      | kaikki kohdat on arvioitu | kyllä                                |
    Niin siirtymä "<toinen>" ei ole mahdollinen toimijalle "tiiminvetäjä"
    Kun "tiiminvetäjä" tekee siirtymän "<siirtymä>"
    Niin laatuarviointi on vaiheessa "<vaihe>"
    Ja määräaika "<määräaika>" päättyy <päivä>

    Tapaukset:
      | pisteet | siirtymä                             | toinen                               | vaihe                              | määräaika                            | päivä     |
      | 99      | Kirjaa tulos, alle 100 pistettä      | Kirjaa tulos, vähintään 100 pistettä | Kehittäminen, alle 100 pistettä    | Uusi arviointi, puolen vuoden päästä | 2.12.2025 |
      | 100     | Kirjaa tulos, vähintään 100 pistettä | Kirjaa tulos, alle 100 pistettä      | Hyvä laatu, vähintään 100 pistettä | Uusi arviointi, vuoden päästä        | 2.6.2026  |

  Tapaus: Tiiminvetäjä nimeää arvioijan, ja arvioija kirjaa tuloksen itse
    Oletetaan että laatuarviointi on vaiheessa "Pisteytys"
    Kun "tiiminvetäjä" nimeää tehtävään "arvioija" henkilön "Arvioija 1"
    Ja "arvioija" kirjaa arvion "Laatuarviointi":
      | kohta                     | sisältö                       |
      | asteikon versio           | IPS 25, 2008 (kuusi vaihetta) |
      | arviointipäivä            | 2.6.2025                      |
      | kokonaispisteet           | 104                           |
      | kaikki kohdat on arvioitu | kyllä                         |
    Ja "arvioija" tekee siirtymän "Kirjaa tulos, vähintään 100 pistettä"
    Niin laatuarviointi on vaiheessa "Hyvä laatu, vähintään 100 pistettä"
    Ja vaiheesta vastaa "tiiminvetäjä"
    Ja tehtävään "arvioija" on nimetty "Arvioija 1"

  Tapausaihio: Tulosta ei ole ilman kirjattua arviointia
    Oletetaan että laatuarviointi on vaiheessa "Pisteytys"
    Kun "tiiminvetäjä" yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä           | kuka voi täydentää     |
      | Laatuarviointi | arvioija, tiiminvetäjä |
    Ja mikään ei ole muuttunut

    Tapaukset:
      | siirtymä                             |
      | Kirjaa tulos, alle 100 pistettä      |
      | Kirjaa tulos, vähintään 100 pistettä |

  Tapausaihio: Hyväkin palvelu sopii, mitä kehittää seuraavaksi
    Oletetaan että laatuarviointi on vaiheessa "<vaihe>"
    Kun "tiiminvetäjä" yrittää siirtymää "Sovi kehittämisestä"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                  | kuka voi täydentää                                  |
      | Kehittämissuunnitelma | tiiminvetäjä, johdon edustaja, palvelujen kehittäjä |
    Kun "johdon edustaja" kirjaa suunnitelman "Kehittämissuunnitelma"
    Ja "johdon edustaja" tekee siirtymän "Sovi kehittämisestä"
    Niin laatuarviointi on vaiheessa "<vaihe>"

    Tapaukset:
      | vaihe                              |
      | Kehittäminen, alle 100 pistettä    |
      | Hyvä laatu, vähintään 100 pistettä |
