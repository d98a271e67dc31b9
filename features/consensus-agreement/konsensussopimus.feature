# language: fi
Ominaisuus: Alueen toimijat sopivat yhteisestä työstä
  Yhdenkään asiakkaan polku ei toimi, elleivät organisaatiot ole sopineet, kuka tekee mitä. Konsensussopimus on alueen
  asia, siinä ei ole asiakasta. Ensin kootaan ryhmä, sitten sovitaan tavoite, tehtävät ja aikataulu, ja vasta sitten
  allekirjoitetaan.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Konsensussopimus"
    Ja tänään on 2.6.2025

  Tapausaihio: Yksin ei sovita: ryhmässä on vähintään kaksi tahoa
    Kun "palvelujen kehittäjä" kirjaa tapaamisen "Konsensuksen rakentajat":
      | kohta               | sisältö                |
      | mukana olevat tahot | <tahot>                |
      | johdon tuki         | palvelujohtaja puoltaa |
      | päivä               | 2.6.2025               |
    Niin siirtymä "Ryhmä on koottu" <onko> toimijalle "palvelujen kehittäjä"

    Tapaukset:
      | tahot               | onko               |
      | Kela                | ei ole mahdollinen |
      | Kela, oppilaitokset | on mahdollinen     |

  Tapaus: Ryhmää ei ole ennen kuin se on koottu ja kirjattu
    Kun "palvelujen kehittäjä" yrittää siirtymää "Ryhmä on koottu"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                    | kuka voi täydentää                      |
      | Konsensuksen rakentajat | palvelujen kehittäjä, sopimuksen vetäjä |
    Ja mikään ei ole muuttunut

  Tapaus: Koottu ryhmä alkaa työstää sisältöä
    Oletetaan että on kirjattu tapaaminen "Konsensuksen rakentajat":
      | kohta               | sisältö                |
      | mukana olevat tahot | Kela, oppilaitokset    |
      | johdon tuki         | palvelujohtaja puoltaa |
      | päivä               | 2.6.2025               |
    Kun "palvelujen kehittäjä" tekee siirtymän "Ryhmä on koottu"
    Niin sopimus on vaiheessa "Sisällön työstäminen"
    Ja vaiheesta vastaa "sopimuksen vetäjä"
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"

  Tapaus: Sopimusta ei viedä allekirjoitettavaksi ilman sisältöä ja nimettyä vetäjää
    Oletetaan että sopimus on vaiheessa "Sisällön työstäminen"
    Kun "sopimuksen vetäjä" yrittää siirtymää "Sisältö on valmis"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä               |
      | Sopimuksen sisältö |
      | sopimuksen vetäjä  |
    Ja mikään ei ole muuttunut

  Tapaus: Vastuu on nimetty organisaation joka tasolla, tai puute näkyy
    Oletetaan että sopimuksella on nimetty vetäjä
    Ja sopimus on vaiheessa "Sisällön työstäminen"
    Kun "sopimuksen vetäjä" kirjaa suunnitelman "Sopimuksen sisältö":
      | kohta                           | sisältö                    |
      | yhteinen tavoite                | yksi polku työhön          |
      | kunkin tehtävät                 | Kela neuvoo, koulu saattaa |
      | aikataulu                       | syksy 2025                 |
      | tasot, joilla vastuu on nimetty | työntekijät, keskijohto    |
    Ja "sopimuksen vetäjä" tekee siirtymän "Sisältö on valmis"
    Niin saadaan varoitus "tasot, joilla vastuu on nimetty"
    Ja sopimus on vaiheessa "Allekirjoitettavana"

  Tapaus: Sisältöön voi palata vielä allekirjoitettaessa
    Oletetaan että sopimuksella on nimetty vetäjä
    Ja sopimus on vaiheessa "Allekirjoitettavana"
    Kun "sopimuksen vetäjä" tekee siirtymän "Palaa sisältöön"
    Niin sopimus on vaiheessa "Sisällön työstäminen"

  Tapaus: Yksi allekirjoitus ei ole sopimus
    Oletetaan että sopimuksella on nimetty vetäjä
    Ja sopimus on vaiheessa "Allekirjoitettavana"
    Kun "sopimuksen vetäjä" kirjaa sopimuksen "Allekirjoitettu konsensussopimus":
      | kohta              | sisältö   |
      | allekirjoittajat   | Kela      |
      | allekirjoituspäivä | 2.6.2025  |
      | tarkistuspäivä     | 2.12.2025 |
    Ja "sopimuksen vetäjä" yrittää siirtymää "Allekirjoita sopimus"
    Niin siirtymä ei onnistu
    Ja syynä on "allekirjoittajat"
    Ja mikään ei ole muuttunut

  Tapaus: Sopimus tulee voimaan, vaikka kaikki eivät vielä allekirjoittaneet, ja poissaolijat näkyvät
    Oletetaan että sopimuksella on nimetty vetäjä
    Ja sopimus on vaiheessa "Allekirjoitettavana"
    Kun "sopimuksen vetäjä" kirjaa sopimuksen "Allekirjoitettu konsensussopimus":
      | kohta              | sisältö             |
      | allekirjoittajat   | Kela, oppilaitokset |
      | allekirjoituspäivä | 2.6.2025            |
      | tarkistuspäivä     | 2.12.2025           |
    Ja "sopimuksen vetäjä" tekee siirtymän "Allekirjoita sopimus"
    Niin sopimus on vaiheessa "Voimassa"
    Ja saadaan varoitus "allekirjoittajat"
    Ja määräaika "Sopimuksen tarkistuspäivä" päättyy 2.12.2025
