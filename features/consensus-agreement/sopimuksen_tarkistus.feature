# language: fi
Ominaisuus: Sopimukseen palataan sovittuna päivänä
  Allekirjoitettu sopimus vanhenee hiljaa, ellei siihen palata. Tarkistuspäivä muistuttaa vetäjää, mutta ei koskaan
  päätä sopimusta: sen päättävät ihmiset, ja syy kirjataan.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Konsensussopimus"
    Ja tänään on 2.6.2025
    Ja sopimuksella on nimetty vetäjä

  Tapaus: Ohi mennyt tarkistuspäivä kerrotaan vetäjälle, ja sopimus pysyy voimassa
    Oletetaan että sopimus on vaiheessa "Voimassa"
    Kun kuluu 1 vuosi
    Niin määräaika "Sopimuksen tarkistuspäivä" on ylittynyt
    Ja toimija "sopimuksen vetäjä" saa tiedon määräajasta "Sopimuksen tarkistuspäivä"
    Ja sopimus on vaiheessa "Voimassa"

  Tapaus: Johto voi pyytää tarkistuksen milloin vain
    Oletetaan että sopimus on vaiheessa "Voimassa"
    Kun "johdon edustaja" tekee siirtymän "Aloita tarkistus"
    Niin sopimus on vaiheessa "Tarkistettavana"
    Ja siirtymä "Jatka sopimusta" ei ole mahdollinen toimijalle "johdon edustaja"

  Tapaus: Sopimusta jatketaan, kun tarkistus on kirjattu ja seuraava päivä sovittu
    Oletetaan että sopimus on vaiheessa "Tarkistettavana"
    Kun "sopimuksen vetäjä" yrittää siirtymää "Jatka sopimusta"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                 | kuka voi täydentää                 |
      | Sopimuksen tarkistus | sopimuksen vetäjä, johdon edustaja |
    Kun "sopimuksen vetäjä" kirjaa tapaamisen "Sopimuksen tarkistus":
      | kohta               | sisältö             |
      | päivä               | 2.6.2025            |
      | mukana olleet tahot | Kela, oppilaitokset |
      | seuraava tarkistus  | 2.6.2026            |
    Ja "sopimuksen vetäjä" tekee siirtymän "Jatka sopimusta"
    Niin sopimus on vaiheessa "Voimassa"
    Ja määräaika "Sopimuksen seuraava tarkistus" päättyy 2.6.2026

  Tapaus: Tarkistuksesta voi palata sisältöön
    Oletetaan että sopimus on vaiheessa "Tarkistettavana"
    Kun "sopimuksen vetäjä" tekee siirtymän "Palaa sisältöön"
    Niin sopimus on vaiheessa "Sisällön työstäminen"

  Tapausaihio: Sopimuksen päättymiselle kerrotaan syy
    Oletetaan että sopimus on vaiheessa "<vaihe>"
    Kun "sopimuksen vetäjä" yrittää siirtymää "Päätä sopimus"
    Niin siirtymä ei onnistu
    Ja syynä on "syy on kertomatta"
    Kun "sopimuksen vetäjä" tekee siirtymän "Päätä sopimus" syystä "<syy>"
    Niin sopimus on vaiheessa "Sopimus päättynyt"

    Tapaukset:
      | vaihe                | syy                       |
      | Sisällön työstäminen | sopimukseen ei päästy     |
      | Voimassa             | sopimuskausi päättyi      |
      | Tarkistettavana      | uusi sopimus tuli tilalle |
