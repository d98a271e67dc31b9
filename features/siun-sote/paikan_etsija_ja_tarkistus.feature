# language: fi
Ominaisuus: Kuntouttavan työtoiminnan paikan etsii se, jonka tehtävä se sinä päivänä on

  Tapausaihio: Paikan etsijä vaihtuu vuoden 2023 alussa
    Oletetaan että käytössä on palvelupolku "Siun sote"
    Ja tänään on <päivä>
    Ja on kirjattu suunnitelma "Aktivointisuunnitelma"
    Kun "sosiaaliohjaaja" avaa palvelun "Kuntouttava työtoiminta"
    Niin siirtymä "Paikka löytyi" on mahdollinen toimijalle "<etsijä>"
    Mutta siirtymä "Paikka löytyi" ei ole mahdollinen toimijalle "<ei enää tai ei vielä>"

    Tapaukset:
      | päivä      | etsijä            | ei enää tai ei vielä |
      | 15.12.2022 | kunnan työntekijä | sosiaaliohjaaja      |
      | 2.1.2023   | sosiaaliohjaaja   | kunnan työntekijä    |

  Tapaus: Tarkistus kolmen kuukauden välein muistuttaa, mutta ei estä asiakasta
    Oletetaan että käytössä on palvelupolku "Siun sote"
    Ja tänään on 30.11.2023
    Ja asiakkaalla on käynnissä palvelu "Kuntouttava työtoiminta"
    Niin määräaika "Aktivointisuunnitelman tarkistus" päättyy 29.2.2024
    Kun päivä on 4.3.2024
    Niin määräaika "Aktivointisuunnitelman tarkistus" on ylittynyt
    Ja toimija "sosiaaliohjaaja" saa tiedon määräajasta "Aktivointisuunnitelman tarkistus"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Ja asiakkaalla on käynnissä palvelu "Kuntouttava työtoiminta"

  Tapausaihio: Paikan etsinnästä vastaa aina joku, sen päivän mukaan
    Oletetaan että käytössä on palvelupolku "Siun sote"
    Ja tänään on <päivä>
    Ja asiakkaalla on käynnissä palvelu "Kuntouttava työtoiminta"
    Kun asiakas tekee palvelussa "Kuntouttava työtoiminta" siirtymän "Aloita paikan etsintä"
    Niin palvelun "Kuntouttava työtoiminta" vaiheesta vastaa "<vastaa>"
    Ja vaiheesta vastaa "koordinaattori"

    Tapaukset:
      | päivä      | vastaa            |
      | 15.12.2022 | kunnan työntekijä |
      | 2.1.2023   | sosiaaliohjaaja   |
