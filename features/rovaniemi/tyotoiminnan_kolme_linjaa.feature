# language: fi
Ominaisuus: Työtoimintaa järjestää hyvinvointialue kolmella linjalla, ja joka linjalta pääsee eteenpäin
  Kuntouttava työtoiminta, vammaisten työtoiminta ja kehitysvammaisten työtoiminta ovat eri lakien palveluja, mutta
  asiakkaalle sama lupaus: palvelu ei sulje muita teitä, ja siitä saa lähteä.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Rovaniemi"
    Ja tänään on 3.3.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapausaihio: Linjasta vastaa hyvinvointialue, ja valmennukseen pääsee sen rinnalta
    Oletetaan että on kirjattu suunnitelma "Aktivointisuunnitelma"
    Kun "sosiaaliohjaaja" avaa palvelun "<linja>"
    Niin palvelusta "<linja>" vastaa "Lapin hyvinvointialue"
    Ja palvelu "<linja>" on vaiheessa "Ehdotettu"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Ja siirtymä "Lopeta työtoiminta" on mahdollinen toimijalle "asiakas"

    Tapaukset:
      | linja                         |
      | Kuntouttava työtoiminta       |
      | Vammaisten työtoiminta        |
      | Kehitysvammaisten työtoiminta |

  Tapaus: Polkua ei päätetä työtoiminnan ollessa kesken, ja päätetty polku avautuu pyynnöstä
    Oletetaan että asiakkaalla on käynnissä palvelu "Vammaisten työtoiminta"
    Ja loppuarviointi on tehty ja asiakasta on kuultu 3.3.2025
    Kun "koordinaattori" yrittää siirtymää "Päätä palvelupolku" syystä "oma toive"
    Niin siirtymä ei onnistu
    Ja syynä on "palveluja on käynnissä"
    Kun asiakas tekee palvelussa "Vammaisten työtoiminta" siirtymän "Lopeta työtoiminta" syystä "oma toive"
    Ja "koordinaattori" tekee siirtymän "Päätä palvelupolku" syystä "oma toive"
    Niin asiakas on vaiheessa "Päättynyt"
    Ja siirtymä "Avaa palvelupolku uudelleen" on mahdollinen toimijalle "asiakas"
