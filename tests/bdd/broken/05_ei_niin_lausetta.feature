# language: fi
Ominaisuus: Mitään ei väitetä

  Tapaus: Tauko
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Kun asiakas yrittää siirtymää "Sovi tauosta"
