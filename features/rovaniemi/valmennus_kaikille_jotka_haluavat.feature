# language: fi
Ominaisuus: Valmennukseen pääsee jokainen, joka haluaa ja tarvitsee tukea
  Motivaatiota ei mitata: asiakkaan oma toive on ainoa ehto. Lähete on sovittu käytäntö, mutta sen puuttuminen ei pidä
  ketään ovella. Työllisyyspalvelujen asiakasvastaava on jokaisella yksi ja sama palvelusta toiseen, ja sosiaalihuolto
  pitää oman työntekijänsä rinnalla.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Rovaniemi"
    Ja tänään on 3.3.2025

  Tapausaihio: Puuttuva lähete näkyy, mutta ei pysäytä
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja "asiakasvastaava" toimii organisaatiossa "Rovaniemen työllisyyspalvelut"
    Ja tehtävään "asiakasvastaava" on nimetty "Työntekijä 3"
    Kun <ohjaaja> tekee siirtymän "Ohjaa työhönvalmennukseen"
    Niin saadaan varoitus "Työhönvalmennukseen ohjautuminen (lähete)"
    Ja asiakas on vaiheessa "Työhönvalmennus"

    Tapaukset:
      | ohjaaja           |
      | asiakas           |
      | "omatyöntekijä"   |
      | "asiakasvastaava" |

  Tapaus: Ilman lähetettäkin siirrytään saattaen
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun "omatyöntekijä" ehdottaa siirtymää "Ohjaa työhönvalmennukseen" saattaen vaihtona vastaanottajalle "Rovaniemen työllisyyspalvelut"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "Rovaniemen työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja koordinaatiovastuu on organisaatiolla "Lapin hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | omatyöntekijä    |
      | työhönvalmentaja |
    Ja vastaanottaja "Rovaniemen työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja koordinaatiovastuu on organisaatiolla "Rovaniemen työllisyyspalvelut"

  Tapaus: Valmennus alkaa, vaikka omatyöntekijä puuttuu, ja puute näkyy
    Oletetaan että asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"
    Ja on kirjattu lomake "Työhönvalmennuksen aloittaminen (yhteistyösopimus)"
    Kun tehtävä "omatyöntekijä" päättyy
    Ja "työhönvalmentaja" tekee siirtymän "Sovi valmennuksen aloittamisesta"
    Niin saadaan varoitus "omatyöntekijä"
    Ja asiakas on vaiheessa "Osaamisen kartoittaminen ja ammatillinen profilointi"

  Tapaus: Asiakasvastaava saattaa osallisuuden tuesta takaisin palveluihin
    Oletetaan että asiakas on vaiheessa "Osallisuuden tuki"
    Ja "asiakasvastaava" toimii organisaatiossa "Rovaniemen työllisyyspalvelut"
    Ja tehtävään "asiakasvastaava" on nimetty "Työntekijä 3"
    Kun "asiakasvastaava" tekee siirtymän "Palaa palveluihin"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja tehtävään "asiakasvastaava" on nimetty "Työntekijä 3"
    Ja koordinaatiovastuu on organisaatiolla "Lapin hyvinvointialue"

  Tapausaihio: Valmennuksesta vastaa se, jonka tehtävä se sinä vuonna on
    Oletetaan että tänään on <päivä>
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas ehdottaa siirtymää "Haluan työhönvalmennukseen" saattaen vaihtona vastaanottajalle "<työllisyyspalvelut>"
    Ja vastaanottaja "<työllisyyspalvelut>" hyväksyy saattaen vaihdon
    Ja vastaanottaja "<työllisyyspalvelut>" ottaa asiakkaan vastaan ilman tapaamista syystä "asiakas ei halunnut tapaamista"
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja palvelusta "Työhönvalmennus" vastaa "<työllisyyspalvelut>"

    Tapaukset:
      | päivä    | työllisyyspalvelut            |
      | 3.6.2024 | Lapin TE-toimisto             |
      | 3.3.2025 | Rovaniemen työllisyyspalvelut |
