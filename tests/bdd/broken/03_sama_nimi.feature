# language: fi
Ominaisuus: Kaksi samannimistä tapausta

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"

  Tapaus: Alku
    Niin asiakas on vaiheessa "Päättynyt"

  Tapaus: Alku
    Niin asiakas on vaiheessa "Yhteydenotto"
