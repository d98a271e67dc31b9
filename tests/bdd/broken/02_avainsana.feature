# language: fi
Ominaisuus: Väärin kirjoitettu avainsana

  Tapaus: Arviointi odottaa kirjausta
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Kuun "omatyöntekijä" yrittää siirtymää "Arviointi on valmis"
    Niin siirtymä ei onnistu
