# language: fi
Ominaisuus: Asiakas näkee, mitä hänelle tapahtuu, ja päättää omasta asiastaan
  Palvelu on asiakkaan, ei hänestä. Hän näkee selkeällä kielellä, missä mennään ja mitä hän voi itse tehdä, hän voi
  perua luvan, ja hän saa tukea päättämiseen. Odottaessaankin hän tietää sijansa.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Asiakas näkee vaiheensa omilla sanoillaan, ei viranomaisen
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Niin asiakas näkee:
      | Nyt selvitämme yhdessä, mitä apua tarvitset. |
      | Sinun oma mielipiteesi on tärkeä.            |
      | Voit ottaa mukaan tukihenkilön.              |
    Mutta asiakas ei näe kohtaa "koordinaattori"

  Tapaus: Tauolta voi jatkaa milloin vain, eikä työ odota tauon loppua
    Oletetaan että asiakas on vaiheessa "Keskeytynyt"
    Niin siirtymä "Jatka tauolta" on mahdollinen toimijalle "asiakas"
    Ja siirtymä "Työsuhde alkoi" on mahdollinen toimijalle "asiakas"
    Ja asiakas näkee tekstin "Palvelusi ei lopu tauon takia."

  Tapaus: Edunvalvoja asioi asiakkaan puolesta, mutta asiakkaan asia ei muutu edunvalvojan asiaksi
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja asiakkaan puolesta asioi "edunvalvoja"
    Kun asiakas tekee siirtymän "Haluan työhönvalmennukseen"
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"

  Tapaus: Peruttu lupa ei enää anna tietoja, vaikka vaihto olisi jo kesken
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja on kirjattu lomake "Työhönvalmennukseen ohjautuminen (lähete)"
    Ja asiakas on antanut luvan "Tietojen antaminen" vastaanottajalle "työvoimaviranomainen"
    Kun "koordinaattori" ehdottaa saattaen vaihtoa vastaanottajalle "työvoimaviranomainen"
    Ja asiakas suostuu saattaen vaihtoon
    Ja asiakas peruu luvan "Tietojen antaminen"
    Ja vastaanottaja "työvoimaviranomainen" hyväksyy saattaen vaihdon
    Ja vastaanottaja "työvoimaviranomainen" ottaa asiakkaan vastaan ilman tapaamista syystä "asia oli kiireellinen"
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja vastaanottajalle "työvoimaviranomainen" ei ole annettu tietoja

  Tapaus: Asiakas lopettaa palvelun omalla päätöksellään, ja muut jatkuvat
    Oletetaan että asiakkaalla on käynnissä palvelu "Päivätoiminta"
    Ja asiakkaalla on käynnissä palvelu "Työkokeilu"
    Kun asiakas lopettaa palvelun "Työkokeilu" syystä "oma toive"
    Niin palvelu "Työkokeilu" on päättynyt
    Ja asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Päivätoiminta"

  Tapaus: Jonossa oleva tietää sijansa, ja hän voi saada muita palveluja
    Oletetaan että asiakas on jonossa palveluun "Työkokeilu" sijalla 2
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Niin siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Kun asiakas avaa palvelun "Vertaistuki"
    Niin asiakas on jonossa palveluun "Työkokeilu" sijalla 2
    Ja palvelu "Vertaistuki" on vaiheessa "Sovittu"

  Tapaus: Asiakas tietää, kuka hänen valmentajansa on
    Oletetaan että asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"
    Kun "koordinaattori" nimeää tehtävään "työhönvalmentaja" henkilön "Valmentaja B"
    Niin tehtävään "työhönvalmentaja" on nimetty "Valmentaja B"
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"

  Tapaus: Asiakas hyväksyy sopimuksen itse
    Oletetaan että asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"
    Ja kirjauksesta "Työhönvalmennuksen aloittaminen (yhteistyösopimus)" puuttuu kohta "asiakas hyväksyy sopimuksen"
    Niin siirtymä "Sovi valmennuksen aloittamisesta" ei ole mahdollinen toimijalle "työhönvalmentaja"
    Kun asiakas hyväksyy kirjauksen "Työhönvalmennuksen aloittaminen (yhteistyösopimus)"
    Niin siirtymä "Sovi valmennuksen aloittamisesta" on mahdollinen toimijalle "työhönvalmentaja"
