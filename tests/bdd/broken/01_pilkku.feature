# language: fi
Ominaisuus: Pilkku avainsanan jälkeen

  Tapaus: Arviointi odottaa kirjausta
    Oletetaan, että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja asiakas on vaiheessa "Palvelutarpeen arviointi"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
