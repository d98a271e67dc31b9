# language: fi
Ominaisuus: Nivelvaiheessa vastaanottaja on tiedossa ennen kuin lähettäjä päästää irti
  Nuori putoaa helpoimmin koulun ja työn väliin, asiakas palvelun ja toisen väliin. Siksi oppilaitos on mukana jo ennen
  opintojen alkua, ja koordinaatiovastuu siirtyy vasta, kun vastaanottaja on ottanut asiakkaan vastaan.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Satakunta"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Oppilaitoksen yhteyshenkilöä kysytään, mutta opinnot eivät odota häntä
    Oletetaan että on kirjattu suunnitelma "Opintoihin liittyvä suunnitelma"
    Kun "koordinaattori" tekee siirtymän "Aloita opinnot"
    Niin saadaan varoitus "oppilaitoksen yhteyshenkilö"
    Ja asiakas on vaiheessa "Koulutuksessa"

  Tapaus: Opintoihin saatetaan, ja suunnitelma kulkee mukana luvalla
    Oletetaan että on kirjattu suunnitelma "Opintoihin liittyvä suunnitelma"
    Ja asiakas on antanut luvan "Tietojen antaminen" vastaanottajalle "oppilaitos"
    Kun "koordinaattori" ehdottaa siirtymää "Aloita opinnot" saattaen vaihtona vastaanottajalle "oppilaitos"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "oppilaitos" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja koordinaatiovastuu on organisaatiolla "Satakunnan hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja                 |
      | asiakas                     |
      | koordinaattori              |
      | oppilaitoksen yhteyshenkilö |
    Ja vastaanottaja "oppilaitos" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Koulutuksessa"
    Ja koordinaatiovastuu on organisaatiolla "oppilaitos"
    Ja vastaanottajalle "oppilaitos" on perusteella "Tietojen antaminen" annettu:
      | kirjaus                         |
      | Opintoihin liittyvä suunnitelma |

  Tapaus: Valmennukseen lähdetään omasta toiveesta ja saattaen
    Kun asiakas ehdottaa siirtymää "Haluan työhönvalmennukseen" saattaen vaihtona vastaanottajalle "Satakunnan työllisyyspalvelut"
    Ja vastaanottaja "Satakunnan työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "Satakunnan hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | omatyöntekijä    |
      | työhönvalmentaja |
    Ja vastaanottaja "Satakunnan työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja koordinaatiovastuu on organisaatiolla "Satakunnan työllisyyspalvelut"
    Ja vastaanottajalle "Satakunnan työllisyyspalvelut" ei ole annettu tietoja
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

  Tapaus: Opintojen loppuessa oppilaitosta kysytään mukaan, mutta eteenpäin pääsee ilmankin
    Oletetaan että on kirjattu suunnitelma "Opintoihin liittyvä suunnitelma"
    Ja "koordinaattori" on tehnyt siirtymän "Aloita opinnot"
    Kun pidetään tapaaminen "Nivelvaihepalaveri", jossa ovat mukana:
      | osallistuja    |
      | asiakas        |
      | koordinaattori |
    Ja asiakas tekee siirtymän "Jakso päättyi"
    Niin saadaan varoitus "Nivelvaihepalaveri"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Opinnoista palataan saattaen, ja oppilaitos on pöydässä
    Oletetaan että on kirjattu suunnitelma "Opintoihin liittyvä suunnitelma"
    Ja "koordinaattori" on tehnyt siirtymän "Aloita opinnot"
    Kun asiakas ehdottaa siirtymää "Jakso päättyi" saattaen vaihtona vastaanottajalle "Satakunnan työllisyyspalvelut"
    Ja vastaanottaja "Satakunnan työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Koulutuksessa"
    Ja koordinaatiovastuu on organisaatiolla "Satakunnan hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja                 |
      | asiakas                     |
      | koordinaattori              |
      | oppilaitoksen yhteyshenkilö |
    Ja vastaanottaja "Satakunnan työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja koordinaatiovastuu on organisaatiolla "Satakunnan työllisyyspalvelut"
