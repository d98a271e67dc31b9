Ominaisuus: Kieli puuttuu

  Tapaus: Alku
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Niin asiakas on vaiheessa "Yhteydenotto"
