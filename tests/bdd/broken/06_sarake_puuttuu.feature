# language: fi
Ominaisuus: Täytettävällä paikalla ei ole saraketta

  Tapausaihio: Vaiheet
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Niin asiakas on vaiheessa "<vaihe>"

    Tapaukset:
      | tila         |
      | Yhteydenotto |
