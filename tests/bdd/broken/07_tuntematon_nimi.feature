# language: fi
Ominaisuus: Vaiheen nimi on kirjoitettu väärin

  Tapaus: Suunnitelma
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja asiakas on vaiheessa "Suunnitelma ja palvelu kokonaisuus"
    Niin siirtymä "Vahvista suunnitelma" on mahdollinen toimijalle "omatyöntekija"
