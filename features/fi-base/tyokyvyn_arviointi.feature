# language: fi
Ominaisuus: Työkyvyn arviossa asiakas puhuu ensin, ja hän saa kieltäytyä
  Työkykyä verrataan aina johonkin työhön, ja asiakkaan oma näkemys kuullaan ennen ammattilaisen arviota. Mikään polulla
  ei odota arviota: työkyky voi selvitä työssä, valmennuksen aikana.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Ammattilainen ei aloita ennen kuin asiakasta on kuultu
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun "omatyöntekijä" avaa palvelun "Työ- ja toimintakyvyn arviointi"
    Ja "omatyöntekijä" yrittää siirtymää "Asiakas kertoi oman näkemyksensä"
    Niin siirtymä ei onnistu
    Ja syynä on "Asiakkaan oma näkemys työkyvystään"
    Ja siirtymä "Arvio valmistui" ei ole mahdollinen toimijalle "terveydenhuollon ammattihenkilö"
    Kun asiakas kirjaa arvion "Asiakkaan oma näkemys työkyvystään":
      | kohta                          | sisältö              |
      | oma näkemys                    | Jaksan neljä tuntia. |
      | työ, johon asiakas itse vertaa | keittiötyö           |
    Ja asiakas tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Asiakas kertoi oman näkemyksensä"
    Niin palvelu "Työ- ja toimintakyvyn arviointi" on vaiheessa "Oma näkemys kerrottu"

  Tapaus: Arvio on valmis, kun se on verrattu johonkin työhön
    Oletetaan että asiakkaalla on käynnissä palvelu "Työ- ja toimintakyvyn arviointi"
    Ja on kirjattu arvio "Asiakkaan oma näkemys työkyvystään"
    Ja asiakas on tehnyt palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Asiakas kertoi oman näkemyksensä"
    Kun "terveydenhuollon ammattihenkilö" yrittää siirtymää "Arvio valmistui"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                        |
      | Työ- ja toimintakyvyn arvio |
    Kun "terveydenhuollon ammattihenkilö" kirjaa arvion "Työ- ja toimintakyvyn arvio":
      | kohta                             | sisältö                        |
      | tehtävä, johon työkykyä verrataan | keittiöapulainen               |
      | arvio                             | onnistuu neljä tuntia päivässä |
      | arvion päivä                      | 2.6.2025                       |
    Ja "terveydenhuollon ammattihenkilö" tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Arvio valmistui"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Kun tarvitaan monialaista tukea, arviossa kerrotaan, ketkä sitä tekivät
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja "omatyöntekijä" on tehnyt siirtymän "Totea monialaisen tuen tarve"
    Ja asiakkaalla on käynnissä palvelu "Työ- ja toimintakyvyn arviointi"
    Ja on kirjattu arvio "Asiakkaan oma näkemys työkyvystään"
    Ja asiakas on tehnyt palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Asiakas kertoi oman näkemyksensä"
    Ja on kirjattu arvio "Työ- ja toimintakyvyn arvio"
    Kun "terveydenhuollon ammattihenkilö" yrittää siirtymää "Arvio valmistui"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                |
      | Monialaisen arvioinnin osallistujat |
    Kun "omatyöntekijä" kirjaa tapaamisen "Monialaisen arvioinnin osallistujat"
    Ja "terveydenhuollon ammattihenkilö" tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Arvio valmistui"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapaus: Arvio voi valmistua työssä
    Oletetaan että asiakkaalla on käynnissä palvelu "Työ- ja toimintakyvyn arviointi"
    Ja on kirjattu arvio "Asiakkaan oma näkemys työkyvystään"
    Ja asiakas on tehnyt palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Asiakas kertoi oman näkemyksensä"
    Kun "omatyöntekijä" tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Arvioi työssä"
    Niin palvelu "Työ- ja toimintakyvyn arviointi" on vaiheessa "Arviointi työssä käynnissä"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

  Tapaus: Asiakas voi kieltäytyä, eikä polku pysähdy
    Oletetaan että asiakkaalla on käynnissä palvelu "Työ- ja toimintakyvyn arviointi"
    Kun asiakas tekee palvelussa "Työ- ja toimintakyvyn arviointi" siirtymän "Arviointia ei jatketa" syystä "asiakas ei halua arviointia"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja palvelu "Työ- ja toimintakyvyn arviointi" on päättynyt
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Mutta syytä "ei valmis" ei voi valita
