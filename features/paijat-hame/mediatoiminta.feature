# language: fi
Ominaisuus: Mediatoiminnassa opitaan kertomaan itse, ja työn tie pysyy auki
  Osallisuus ei ole sitä, että asiakkaasta kerrotaan, vaan sitä, että hän kertoo itse. Ensin tutustutaan kanaviin, sitten
  tehdään omia videoita. Toiminta ei lopeta muuta eikä siirrä ketään polulla: työtä voi hakea koko ajan.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Päijät-Häme"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Osallisuuden tuki"

  Tapaus: Mukaan tullaan omasta halusta, ilman lähetettä
    Kun asiakas avaa palvelun "Mediatoiminta"
    Niin palvelu "Mediatoiminta" on vaiheessa "Sovittu"
    Ja palvelusta "Mediatoiminta" vastaa "Päijät-Hämeen hyvinvointialue"
    Ja määräaika "Mediatoiminnan katsaus" päättyy 2.12.2025
    Ja asiakas näkee tekstin "Opit kertomaan asioista verkossa."

  Tapaus: Ensin tutustutaan kanaviin, sitten tehdään videoita
    Oletetaan että asiakkaalla on käynnissä palvelu "Mediatoiminta"
    Kun asiakas tekee palvelussa "Mediatoiminta" siirtymän "Toiminta alkoi"
    Niin palvelu "Mediatoiminta" on vaiheessa "Kanaviin tutustuminen"
    Kun asiakas tekee palvelussa "Mediatoiminta" siirtymän "Aloita videoiden tekeminen"
    Niin palvelu "Mediatoiminta" on vaiheessa "Videoiden tekeminen"
    Ja asiakas on vaiheessa "Osallisuuden tuki"

  Tapaus: Videoita tehdessäkin katsotaan yhdessä, mitä asiakas haluaa
    Oletetaan että asiakkaalla on käynnissä palvelu "Mediatoiminta"
    Ja asiakas on tehnyt palvelussa "Mediatoiminta" siirtymän "Toiminta alkoi"
    Ja asiakas on tehnyt palvelussa "Mediatoiminta" siirtymän "Aloita videoiden tekeminen"
    Kun "sosiaaliohjaaja" yrittää siirtymää "Katso tilannetta yhdessä"
    Niin siirtymä ei onnistu
    Ja syynä on "Tilanteen katsominen yhdessä"
    Kun pidetään tapaaminen "Tilanteen katsominen yhdessä", jossa ovat mukana:
      | osallistuja     |
      | asiakas         |
      | sosiaaliohjaaja |
    Ja "sosiaaliohjaaja" tekee palvelussa "Mediatoiminta" siirtymän "Katso tilannetta yhdessä"
    Niin palvelu "Mediatoiminta" on vaiheessa "Videoiden tekeminen"

  Tapaus: Toiminnasta voi lähteä työhön milloin vain
    Oletetaan että asiakkaalla on käynnissä palvelu "Vertaistuki"
    Ja asiakkaalla on käynnissä palvelu "Mediatoiminta"
    Ja asiakas on tehnyt palvelussa "Mediatoiminta" siirtymän "Toiminta alkoi"
    Ja asiakas on tehnyt palvelussa "Mediatoiminta" siirtymän "Aloita videoiden tekeminen"
    Niin siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Kun asiakas tekee palvelussa "Mediatoiminta" siirtymän "Lopeta toiminta" syystä "halusi työhön"
    Niin asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Vertaistuki"
    Mutta syytä "ei valmis" ei voi valita

  Tapaus: Unohtunut katsaus kerrotaan sosiaaliohjaajalle, eikä toiminta lopu siihen
    Oletetaan että asiakkaalla on käynnissä palvelu "Mediatoiminta"
    Kun kuluu 7 kuukautta
    Niin määräaika "Mediatoiminnan katsaus" on ylittynyt
    Ja toimija "sosiaaliohjaaja" saa tiedon määräajasta "Mediatoiminnan katsaus"
    Ja asiakkaalla on käynnissä palvelu "Mediatoiminta"
