# language: fi
Ominaisuus: Odotus on väärä

  Tapaus: Arviointi valmistuu tyhjästä
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelutarpeen arviointi"
    Kun "omatyöntekijä" tekee siirtymän "Arviointi on valmis"
    Niin asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
