# language: fi
Ominaisuus: Vertaisvalmentaja on työhönvalmentajan työpari
  Hän on itse ollut samassa tilanteessa. Vertaisvalmennus ei korvaa valmennusta, vaan kulkee sen mukana silloin, kun on
  työ tai kokeilu, jossa auttaa. Asiakas lopettaa sen, kun pärjää itse.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Ilman valmennusta ja sopimusta ei ole vertaisvalmennusta
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun "työhönvalmentaja" yrittää avata palvelua "Vertaisvalmennus"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                          |
      | työhönvalmennus on käynnissä  |
      | työhönvalmentaja              |
      | Sopimus vertaisvalmennuksesta |
    Ja mikään ei ole muuttunut

  Tapaus: Vertaisvalmennuksesta sovitaan valmentajan kanssa
    Oletetaan että asiakas on vaiheessa "Osaamisen kartoittaminen ja ammatillinen profilointi"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja B"
    Kun "työhönvalmentaja" kirjaa sopimuksen "Sopimus vertaisvalmennuksesta":
      | kohta                  | sisältö                                     |
      | vertaisvalmentajan apu | työmatkojen opettelu, työtehtävien opettelu |
      | palkkiosta on sovittu  | kyllä                                       |
    Ja "työhönvalmentaja" avaa palvelun "Vertaisvalmennus"
    Niin palvelu "Vertaisvalmennus" on vaiheessa "Sovittu"
    Ja määräaika "Vertaisvalmennuksen tarkistus" päättyy 2.7.2025

  Tapaus: Vertaisvalmentaja aloittaa, kun on työ tai kokeilu, jossa auttaa
    Oletetaan että asiakas on vaiheessa "Osaamisen kartoittaminen ja ammatillinen profilointi"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja B"
    Ja asiakkaalla on käynnissä palvelu "Vertaisvalmennus"
    Kun "työhönvalmentaja" yrittää siirtymää "Vertaisvalmennus alkoi"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                             |
      | Työkokeilu tai Osa-aikatyö tai asiakas on työssä |
    Kun "työhönvalmentaja" avaa palvelun "Työkokeilu"
    Ja "työhönvalmentaja" tekee palvelussa "Vertaisvalmennus" siirtymän "Vertaisvalmennus alkoi"
    Niin palvelu "Vertaisvalmennus" on vaiheessa "Käynnissä"

  Tapaus: Vertaisvalmentaja tulee mukaan työhön, mutta ei enää työhön, joka on loppunut
    Oletetaan että asiakas on vaiheessa "Tuki työssä ja työn ulkopuolella"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja B"
    Ja asiakkaalla on käynnissä palvelu "Vertaisvalmennus"
    Niin siirtymä "Vertaisvalmennus alkoi" on mahdollinen toimijalle "työhönvalmentaja"
    Kun asiakas tekee siirtymän "Työsuhde päättyi"
    Niin siirtymä "Vertaisvalmennus alkoi" ei ole mahdollinen toimijalle "työhönvalmentaja"
    Ja asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"

  Tapaus: Asiakas lopettaa, kun pärjää itse, ja työkokeilu jatkuu
    Oletetaan että asiakas on vaiheessa "Osaamisen kartoittaminen ja ammatillinen profilointi"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja B"
    Ja asiakkaalla on käynnissä palvelu "Työkokeilu"
    Ja asiakkaalla on käynnissä palvelu "Vertaisvalmennus"
    Kun asiakas tekee palvelussa "Vertaisvalmennus" siirtymän "Lopeta vertaisvalmennus" syystä "asiakas pärjää itse"
    Niin asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Työkokeilu"
