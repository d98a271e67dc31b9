# language: fi
Ominaisuus: Lause odottaa taulukkoa

  Tapaus: Arviointi
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja asiakas on vaiheessa "Palvelutarpeen arviointi"
    Kun "omatyöntekijä" yrittää siirtymää "Arviointi on valmis"
    Niin puuttuu:
    Ja mikään ei ole muuttunut
