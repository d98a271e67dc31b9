# language: fi
Ominaisuus: Alihankinta on työtoimintaa työnantajan luona, ei työsuhde
  Järjestäjä myy työnantajalle työpanoksen, mutta vastaa itse työn johdosta. Siksi alihankintaa ei lasketa
  työllistymiseksi, ja jokaisessa arviossa kysytään samaa: milloin palkkatyöhön?

  Tausta:
    Oletetaan että käytössä on palvelupolku "Tuetun työllistymisen menetelmät"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Alihankintaa tarkastellaan kolmen kuukauden välein
    Kun "sosiaaliohjaaja" avaa palvelun "Alihankinta"
    Niin palvelu "Alihankinta" on vaiheessa "Suunnitteilla"
    Ja määräaika "Alihankinnan seuraava askel" päättyy 2.9.2025
    Ja asiakas näkee tekstin "Tämä ei ole vielä palkkatyötä."

  Tapausaihio: Sopimus kelpaa, kun järjestäjä vastaa työn johdosta
    Oletetaan että asiakkaalla on käynnissä palvelu "Alihankinta"
    Kun "sosiaaliohjaaja" kirjaa sopimuksen "Alihankintasopimus":
      | kohta                           | sisältö         |
      | työtoiminnan järjestäjä         | hyvinvointialue |
      | työnantaja                      | konepaja        |
      | tehtävät                        | pakkaus         |
      | järjestäjä vastaa työn johdosta | <vastaa>        |
      | alkaa                           | 9.6.2025        |
    Niin siirtymä "Tee alihankintasopimus" <onko> toimijalle "sosiaaliohjaaja"

    Tapaukset:
      | vastaa | onko               |
      | kyllä  | on mahdollinen     |
      | ei     | ei ole mahdollinen |

  Tapaus: Työ alkaa sopimuksesta ja asiakkaan suostumuksella, ja palkkatyö on koko ajan auki
    Oletetaan että asiakkaalla on käynnissä palvelu "Alihankinta"
    Kun "sosiaaliohjaaja" yrittää siirtymää "Tee alihankintasopimus"
    Niin siirtymä ei onnistu
    Ja syynä on "Alihankintasopimus"
    Kun "sosiaaliohjaaja" kirjaa sopimuksen "Alihankintasopimus"
    Ja "sosiaaliohjaaja" tekee palvelussa "Alihankinta" siirtymän "Tee alihankintasopimus"
    Ja "työ- ja päivätoiminnan ohjaaja" tekee palvelussa "Alihankinta" siirtymän "Aloita työ työnantajalla"
    Niin palvelu "Alihankinta" on vaiheessa "Käynnissä"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Ja siirtymä "Työsuhde alkoi" on mahdollinen toimijalle "asiakas"

  Tapaus: Jokaisessa arviossa kysytään palkkatyöstä
    Oletetaan että asiakkaalla on käynnissä palvelu "Alihankinta"
    Ja on kirjattu sopimus "Alihankintasopimus"
    Ja "sosiaaliohjaaja" on tehnyt palvelussa "Alihankinta" siirtymän "Tee alihankintasopimus"
    Ja "työ- ja päivätoiminnan ohjaaja" on tehnyt palvelussa "Alihankinta" siirtymän "Aloita työ työnantajalla"
    Kun asiakas yrittää siirtymää "Arvioi mahdollisuus palkkatyöhön"
    Niin siirtymä ei onnistu
    Ja syynä on "Seuraavan askeleen arviointi"
    Kun "sosiaaliohjaaja" kirjaa arvion "Seuraavan askeleen arviointi":
      | kohta                        | sisältö               |
      | työ, opinnot vai tukipalvelu | työhön                |
      | asiakkaan toive              | palkkatyö pakkaamossa |
      | arvioinnin päivä             | 2.6.2025              |
    Ja asiakas tekee palvelussa "Alihankinta" siirtymän "Arvioi mahdollisuus palkkatyöhön"
    Niin palvelu "Alihankinta" on vaiheessa "Käynnissä"

  Tapaus: Alihankinnasta lähdetään työhön, eikä muita palveluja lopeteta samalla
    Oletetaan että asiakkaalla on käynnissä palvelu "Etuusneuvonta"
    Ja asiakkaalla on käynnissä palvelu "Alihankinta"
    Kun asiakas tekee palvelussa "Alihankinta" siirtymän "Lopeta alihankinta" syystä "siirtyi palkkatyöhön"
    Niin asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Etuusneuvonta"

  Tapaus: Myöhästynyt arvio kerrotaan ohjaajalle
    Oletetaan että asiakkaalla on käynnissä palvelu "Alihankinta"
    Kun kuluu 4 kuukautta
    Niin määräaika "Alihankinnan seuraava askel" on ylittynyt
    Ja toimija "työ- ja päivätoiminnan ohjaaja" saa tiedon määräajasta "Alihankinnan seuraava askel"
    Ja asiakkaalla on käynnissä palvelu "Alihankinta"
