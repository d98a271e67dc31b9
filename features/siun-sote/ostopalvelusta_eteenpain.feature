# language: fi
Ominaisuus: Ostetusta valmennuksesta pääsee kaikkialle, minne muustakin valmennuksesta
  Se, kuka valmennuksen maksaa, ei saa näkyä siinä, mitä teitä asiakkaalla on. Lopetustapaamista ja loppuarviointia
  kysytään, mutta lähteä saa ilman niitä. Jos työ alkaa, sama valmentaja voi tukea sen ensi viikkoina.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Siun sote"
    Ja tänään on 2.6.2025
    Ja koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan työllisyyspalvelut"

  Tapaus: Valmennuksesta saa lähteä ilman lopetustapaamista
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: työnetsintä"
    Kun asiakas tekee siirtymän "Lopeta työhönvalmennus"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja saadaan varoitus "Nivelvaihepalaveri"
    Ja saadaan varoitus "Alku-, väli- ja loppuarviointi"
    Ja määräaika "Loppuarviointi valmennuksen jälkeen" päättyy 16.6.2025

  Tapausaihio: Alkanut työ kirjataan heti, tuettuna tai ilman
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: työnetsintä"
    Kun asiakas tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "<uusi vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan työllisyyspalvelut"

    Tapaukset:
      | siirtymä                | uusi vaihe                       |
      | Työsuhde alkoi tuettuna | Tuki työssä ja työn ulkopuolella |
      | Työsuhde alkoi          | Työssä, seuranta                 |

  Tapaus: Ennen suunnitelmaa alkanut työ voi päättyä valmennuksen aikana, ja valmennus jatkuu
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: työnetsintä"
    Kun asiakas tekee siirtymän "Työsuhde päättyi"
    Niin asiakas on vaiheessa "Ostopalvelu: työnetsintä"
    Ja määräaika "Yhteydenotto työn päätyttyä" päättyy 5.6.2025

  Tapaus: Suunnitelmaa tarkistetaan asiakkaan kanssa
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: osaamisen kartoittaminen"
    Kun asiakas yrittää siirtymää "Tarkista suunnitelma"
    Niin siirtymä ei onnistu
    Ja syynä on "Suunnitelman tarkistus"
    Kun asiakas kirjaa arvion "Suunnitelman tarkistus"
    Ja asiakas tekee siirtymän "Tarkista suunnitelma"
    Niin asiakas on vaiheessa "Ostopalvelu: osaamisen kartoittaminen"

  Tapaus: Tauolta palataan samaan vaiheeseen
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: osaamisen kartoittaminen"
    Kun asiakas yrittää siirtymää "Sovi tauosta" syystä "elämäntilanne"
    Niin siirtymä ei onnistu
    Ja syynä on "Sopimus tauosta"
    Kun asiakas kirjaa sopimuksen "Sopimus tauosta"
    Ja asiakas tekee siirtymän "Sovi tauosta" syystä "elämäntilanne"
    Ja asiakas tekee siirtymän "Jatka tauolta"
    Niin asiakas on vaiheessa "Ostopalvelu: osaamisen kartoittaminen"

  Tapausaihio: Tiet opintoihin, kuntoutukseen ja osallisuuteen avaa sama kirjaus kuin muuallakin
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: työnetsintä"
    Kun "koordinaattori" yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä      |
      | <kirjaus> |
    Kun "omatyöntekijä" kirjaa <laji> "<kirjaus>"
    Ja "koordinaattori" tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "<uusi vaihe>"

    Tapaukset:
      | laji         | kirjaus                         | siirtymä                   | uusi vaihe        |
      | suunnitelman | Opintoihin liittyvä suunnitelma | Aloita opinnot             | Koulutuksessa     |
      | päätöksen    | Kuntoutuspäätös                 | Aloita kuntoutus           | Kuntoutuksessa    |
      | suunnitelman | Osallisuuden tuen suunnitelma   | Siirry osallisuuden tukeen | Osallisuuden tuki |

  Tapaus: Arviointiin palataan asiakkaan sanasta
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: työnetsintä"
    Kun asiakas tekee siirtymän "Palaa palvelutarpeen arviointiin"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapausaihio: Nivelvaiheessa ostaja vastaa, kunnes seuraava on ottanut asiakkaan vastaan
    Oletetaan että asiakas on vaiheessa "Ostopalvelu: työnetsintä"
    Ja on kirjattu suunnitelma "Opintoihin liittyvä suunnitelma"
    Ja on kirjattu päätös "Kuntoutuspäätös"
    Ja on kirjattu suunnitelma "Osallisuuden tuen suunnitelma"
    Kun <lähettäjä> ehdottaa siirtymää "<siirtymä>" saattaen vaihtona vastaanottajalle "<vastaanottaja>"
    Ja vastaanottaja "<vastaanottaja>" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Ostopalvelu: työnetsintä"
    Ja koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan työllisyyspalvelut"
    Kun vastaanottaja "<vastaanottaja>" ottaa asiakkaan vastaan ilman tapaamista syystä "asiakas ei halunnut tapaamista"
    Niin asiakas on vaiheessa "<uusi vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "<vastaanottaja>"

    Tapaukset:
      | lähettäjä        | siirtymä                         | vastaanottaja                                | uusi vaihe               |
      | asiakas          | Lopeta työhönvalmennus           | Pohjois-Karjalan hyvinvointialue – Siun sote | Palvelut käynnissä       |
      | "koordinaattori" | Aloita opinnot                   | oppilaitos                                   | Koulutuksessa            |
      | "koordinaattori" | Aloita kuntoutus                 | Kela                                         | Kuntoutuksessa           |
      | "koordinaattori" | Siirry osallisuuden tukeen       | Pohjois-Karjalan hyvinvointialue – Siun sote | Osallisuuden tuki        |
      | asiakas          | Palaa palvelutarpeen arviointiin | Pohjois-Karjalan hyvinvointialue – Siun sote | Palvelutarpeen arviointi |
