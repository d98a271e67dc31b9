# language: fi
Ominaisuus: Lausetta ei ole

  Tapaus: Alku
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Niin asiakkaan vaihe on "Yhteydenotto"
