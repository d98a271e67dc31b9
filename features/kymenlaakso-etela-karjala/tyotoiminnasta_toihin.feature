# language: fi
Ominaisuus: Työtoiminnan sopimusta ei uusita ennen kuin seuraavaa askelta on katsottu uudelleen
  Työtoiminta on matkalla jonnekin: työhön, opintoihin tai tukipalveluun. Muualla riittää, että askelta on joskus
  arvioitu; täällä se arvioidaan uudelleen joka kerta. Lähteä saa silti aina, eikä siihen tarvita lomaketta.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kymenlaakso ja Etelä-Karjala"
    Ja tänään on 2.6.2025

  Tapausaihio: Vanha arvio ei riitä uuteen sopimukseen
    Oletetaan että työtoiminta "<palvelu>" on käynnissä, ja siitä on "<sopimus>"
    Ja on kirjattu sopimus "<sopimus>"
    Ja on kirjattu arvio "Seuraavan askeleen arviointi"
    Kun "sosiaaliohjaaja" tekee palvelussa "<palvelu>" siirtymän "Jatka työtoimintaa uudella sopimuksella"
    Niin palvelu "<palvelu>" on vaiheessa "Käynnissä"
    Kun "sosiaaliohjaaja" kirjaa sopimuksen "<sopimus>"
    Ja "sosiaaliohjaaja" yrittää siirtymää "Jatka työtoimintaa uudella sopimuksella"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                         |
      | Seuraavan askeleen arviointi |
    Mutta siirtymä "Lopeta työtoiminta" on mahdollinen toimijalle "asiakas"

    Tapaukset:
      | palvelu                            | sopimus                               |
      | Kuntouttava työtoiminta            | Sopimus kuntouttavasta työtoiminnasta |
      | Vammaisten henkilöiden työtoiminta | Työtoimintasopimus                    |
      | Kehitysvammaisten työtoiminta      | Työtoimintasopimus                    |
      | Avotyötoiminta                     | Työtoimintasopimus                    |
      | Päivätoiminta                      | Työtoimintasopimus                    |
