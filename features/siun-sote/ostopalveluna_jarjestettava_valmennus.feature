# language: fi
Ominaisuus: Ostettu valmennus on tuen toinen porras, ja portaita kuljetaan kumpaankin suuntaan
  Työvoimaviranomainen ostaa valmennuksen kolme ensimmäistä vaihetta. Asiakas nousee portaan, kun hän pärjää
  itsenäisemmin, ja palaa vahvempaan tukeen, kun hän sitä tarvitsee. Valmentajalla on enintään 20 asiakasta: seuraava
  odottaa, ja muut tiet ovat hänelle auki.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Siun sote"
    Ja tänään on 2.6.2025

  Tapaus: Ostettuun valmennukseen mennään saattaen, ja ostaja ottaa koordinaatiovastuun
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas ehdottaa siirtymää "Valitse ostopalveluna järjestettävä valmennus" saattaen vaihtona vastaanottajalle "Pohjois-Karjalan työllisyyspalvelut"
    Ja vastaanottaja "Pohjois-Karjalan työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan hyvinvointialue – Siun sote"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | asiakasvastaava  |
      | työhönvalmentaja |
    Ja vastaanottaja "Pohjois-Karjalan työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Ostopalvelu: hakeutuminen ja sopiminen"
    Ja palvelusta "Ostopalveluna järjestettävä työhönvalmennus" vastaa "Pohjois-Karjalan työllisyyspalvelut"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

  Tapaus: Ostopalvelun valmentajalla on enintään 20 asiakasta, ja seuraavalle jäävät muut tiet auki
    Oletetaan että henkilöllä "Valmentaja A" on 20 asiakasta palvelussa "Ostopalveluna järjestettävä työhönvalmennus"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja A"
    Kun asiakas yrittää siirtymää "Valitse ostopalveluna järjestettävä valmennus"
    Niin siirtymä ei onnistu
    Ja syynä on se, ettei valmentajalla ole vapaata paikkaa
    Ja mikään ei ole muuttunut
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

  Tapaus: Paikkaa odottava tietää sijansa, ja nykyinen työntekijä auttaa siihen asti
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja asiakas on jonossa palveluun "Valitse ostopalveluna järjestettävä valmennus" sijalla 3
    Kun kuluu 2 viikkoa
    Niin asiakas on jonossa palveluun "Valitse ostopalveluna järjestettävä valmennus" sijalla 3
    Ja asiakas näkee tekstin "Olet jonossa työhönvalmennukseen."
    Ja vaiheesta vastaa "koordinaattori"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Mutta syytä "jono" ei voi valita

  Tapaus: Täyden valmentajan asiakkaaksi ei pääse toisestakaan valmennuksesta
    Oletetaan että henkilöllä "Valmentaja A" on 20 asiakasta palvelussa "Ostopalveluna järjestettävä työhönvalmennus"
    Ja asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja A"
    Kun asiakas yrittää siirtymää "Siirry kevyempään valmennukseen" syystä "oma toive"
    Niin siirtymä ei onnistu
    Ja syynä on se, ettei valmentajalla ole vapaata paikkaa
    Ja asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"

  Tapaus: Aloitustapaamista kysytään, mutta sen puute ei pysäytä asiakasta
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: hakeutuminen ja sopiminen"
    Kun "työhönvalmentaja" yrittää siirtymää "Sovi valmennuksen aloittamisesta"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                               |
      | Työhönvalmennuksen aloittaminen (yhteistyösopimus) |
    Kun "työhönvalmentaja" kirjaa lomakkeen "Työhönvalmennuksen aloittaminen (yhteistyösopimus)"
    Ja "työhönvalmentaja" tekee siirtymän "Sovi valmennuksen aloittamisesta"
    Niin saadaan varoitus "Nivelvaihepalaveri"
    Ja asiakas on vaiheessa "Ostopalvelu: osaamisen kartoittaminen"

  Tapaus: Työnhakuun siirrytään profiilin kanssa, alkuarvioinnin puute vain näkyy
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: osaamisen kartoittaminen"
    Kun "työhönvalmentaja" yrittää siirtymää "Profiili ja työnhakusuunnitelma valmistuivat"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                     |
      | Ammatillinen profilointi |
      | Työnhakusuunnitelma      |
    Kun "työhönvalmentaja" kirjaa lomakkeen "Ammatillinen profilointi"
    Ja "työhönvalmentaja" kirjaa suunnitelman "Työnhakusuunnitelma"
    Ja "työhönvalmentaja" tekee siirtymän "Profiili ja työnhakusuunnitelma valmistuivat"
    Niin saadaan varoitus "Alku-, väli- ja loppuarviointi"
    Ja asiakas on vaiheessa "Ostopalvelu: työnetsintä"

  Tapaus: Väliarviointia kysytään valmentajalta, eikä sen puute pysäytä asiakasta
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: osaamisen kartoittaminen"
    Ja on kirjattu lomake "Ammatillinen profilointi"
    Ja on kirjattu suunnitelma "Työnhakusuunnitelma"
    Kun "työhönvalmentaja" tekee siirtymän "Profiili ja työnhakusuunnitelma valmistuivat"
    Niin määräaika "Ostopalvelun väliarviointi" päättyy 2.9.2025
    Kun kuluu 4 kuukautta
    Niin määräaika "Ostopalvelun väliarviointi" on ylittynyt
    Ja toimija "työhönvalmentaja" saa tiedon määräajasta "Ostopalvelun väliarviointi"
    Ja asiakas on vaiheessa "Ostopalvelu: työnetsintä"

  Tapausaihio: Porras vaihtuu samassa kohdassa, ja syy kerrotaan
    Oletetaan että koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan työllisyyspalvelut"
    Ja asiakas on vaiheessa "<lähtö>"
    Kun asiakas yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja syynä on "syy on kertomatta"
    Kun asiakas tekee siirtymän "<siirtymä>" syystä "<syy>"
    Niin asiakas on vaiheessa "<uusi vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan työllisyyspalvelut"

    Tapaukset:
      | lähtö                                                | siirtymä                        | syy                             | uusi vaihe                                           |
      | Ostopalvelu: hakeutuminen ja sopiminen               | Siirry vahvempaan valmennukseen | asiakas tarvitsee enemmän tukea | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa |
      | Ostopalvelu: osaamisen kartoittaminen                | Siirry vahvempaan valmennukseen | asiakas tarvitsee enemmän tukea | Osaamisen kartoittaminen ja ammatillinen profilointi |
      | Ostopalvelu: työnetsintä                             | Siirry vahvempaan valmennukseen | tilanne muuttui                 | Nopea työnetsintä avoimilta työmarkkinoilta          |
      | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa | Siirry kevyempään valmennukseen | asiakas pärjää itsenäisemmin    | Ostopalvelu: hakeutuminen ja sopiminen               |
      | Osaamisen kartoittaminen ja ammatillinen profilointi | Siirry kevyempään valmennukseen | asiakas pärjää itsenäisemmin    | Ostopalvelu: osaamisen kartoittaminen                |
      | Nopea työnetsintä avoimilta työmarkkinoilta          | Siirry kevyempään valmennukseen | oma toive                       | Ostopalvelu: työnetsintä                             |

  Tapausaihio: Portaan vaihtuessa organisaatio voi vaihtua, ja silloin saatetaan
    Oletetaan että koordinaatiovastuu on organisaatiolla "<lähettäjä>"
    Ja asiakas on vaiheessa "<lähtö>"
    Kun asiakas ehdottaa siirtymää "<siirtymä>" syystä "tilanne muuttui" saattaen vaihtona vastaanottajalle "<vastaanottaja>"
    Ja vastaanottaja "<vastaanottaja>" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "<lähtö>"
    Ja koordinaatiovastuu on organisaatiolla "<lähettäjä>"
    Kun vastaanottaja "<vastaanottaja>" ottaa asiakkaan vastaan ilman tapaamista syystä "asiakas ei halunnut tapaamista"
    Niin asiakas on vaiheessa "<uusi vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "<vastaanottaja>"

    Tapaukset:
      | lähettäjä                                    | lähtö                                                | siirtymä                        | vastaanottaja                                | uusi vaihe                                           |
      | Pohjois-Karjalan hyvinvointialue – Siun sote | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa | Siirry kevyempään valmennukseen | Pohjois-Karjalan työllisyyspalvelut          | Ostopalvelu: hakeutuminen ja sopiminen               |
      | Pohjois-Karjalan hyvinvointialue – Siun sote | Osaamisen kartoittaminen ja ammatillinen profilointi | Siirry kevyempään valmennukseen | Pohjois-Karjalan työllisyyspalvelut          | Ostopalvelu: osaamisen kartoittaminen                |
      | Pohjois-Karjalan hyvinvointialue – Siun sote | Nopea työnetsintä avoimilta työmarkkinoilta          | Siirry kevyempään valmennukseen | Pohjois-Karjalan työllisyyspalvelut          | Ostopalvelu: työnetsintä                             |
      | Pohjois-Karjalan työllisyyspalvelut          | Ostopalvelu: hakeutuminen ja sopiminen               | Siirry vahvempaan valmennukseen | Pohjois-Karjalan hyvinvointialue – Siun sote | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa |
      | Pohjois-Karjalan työllisyyspalvelut          | Ostopalvelu: osaamisen kartoittaminen                | Siirry vahvempaan valmennukseen | Pohjois-Karjalan hyvinvointialue – Siun sote | Osaamisen kartoittaminen ja ammatillinen profilointi |
      | Pohjois-Karjalan työllisyyspalvelut          | Ostopalvelu: työnetsintä                             | Siirry vahvempaan valmennukseen | Pohjois-Karjalan hyvinvointialue – Siun sote | Nopea työnetsintä avoimilta työmarkkinoilta          |
