# language: fi
Ominaisuus: Valmennus valitaan tavoitteen mukaan, ei järjestäjän mukaan
  Asiakas kertoo ensin, mitä hän haluaa oppia, ja sitten, miten. Vasta sen jälkeen valitaan palvelu. Osa valmennuksesta
  on moduuleina: seuraavasta sovitaan yhteisen arvioinnin pohjalta, mutta lähteä saa milloin vain.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kymenlaakso ja Etelä-Karjala"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapausaihio: Palvelua ei valita ennen tavoitetta
    Kun asiakas yrittää avata palvelua "<palvelu>"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                 |
      | Valmennuksen valinta |
    Ja mikään ei ole muuttunut

    Tapaukset:
      | palvelu                       |
      | Tavoitteen mukainen valmennus |
      | Modulaarinen työhönvalmennus  |

  Tapaus: Tavoitteen mukainen valmennus tarkistetaan kolmen kuukauden välein
    Kun asiakas kirjaa lomakkeen "Valmennuksen valinta":
      | kohta      | sisältö                              |
      | tavoitteet | työnhakutaidot, yhteisölliset taidot |
      | muoto      | ryhmävalmennus                       |
    Ja asiakas avaa palvelun "Tavoitteen mukainen valmennus"
    Niin määräaika "Tavoitteen mukaisen valmennuksen tarkistus" päättyy 2.9.2025
    Ja palvelu "Tavoitteen mukainen valmennus" on vaiheessa "Sovittu"

  Tapaus: Tavoitteen mukainen valmennus alkaa ja loppuu asiakkaan sanasta
    Oletetaan että asiakkaalla on käynnissä palvelu "Työkokeilu"
    Ja asiakkaalla on käynnissä palvelu "Tavoitteen mukainen valmennus"
    Kun asiakas tekee palvelussa "Tavoitteen mukainen valmennus" siirtymän "Palvelu alkoi"
    Niin palvelu "Tavoitteen mukainen valmennus" on vaiheessa "Käynnissä"
    Kun asiakas tekee palvelussa "Tavoitteen mukainen valmennus" siirtymän "Lopeta palvelu" syystä "tavoite saavutettiin"
    Niin asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Työkokeilu"

  Tapaus: Moduuli alkaa asiakkaan kanssa tehdystä suunnitelmasta
    Oletetaan että on kirjattu lomake "Valmennuksen valinta"
    Kun asiakas avaa palvelun "Modulaarinen työhönvalmennus"
    Ja "työhönvalmentaja" yrittää siirtymää "Aloita moduuli"
    Niin siirtymä ei onnistu
    Ja syynä on "Moduulin suunnitelma"
    Kun "työhönvalmentaja" kirjaa suunnitelman "Moduulin suunnitelma"
    Ja "työhönvalmentaja" tekee palvelussa "Modulaarinen työhönvalmennus" siirtymän "Aloita moduuli"
    Niin palvelu "Modulaarinen työhönvalmennus" on vaiheessa "Moduuli käynnissä"

  Tapaus: Seuraavasta moduulista sovitaan, kun asiakas, tuottaja ja tilaaja ovat arvioineet edellisen yhdessä
    Oletetaan että asiakkaalla on käynnissä palvelu "Modulaarinen työhönvalmennus"
    Ja on kirjattu suunnitelma "Moduulin suunnitelma"
    Ja "työhönvalmentaja" on tehnyt palvelussa "Modulaarinen työhönvalmennus" siirtymän "Aloita moduuli"
    Kun asiakas tekee palvelussa "Modulaarinen työhönvalmennus" siirtymän "Moduuli päättyi"
    Niin palvelu "Modulaarinen työhönvalmennus" on vaiheessa "Moduuli arvioitavana"
    Kun "tilaaja" yrittää siirtymää "Sovi seuraavasta moduulista"
    Niin siirtymä ei onnistu
    Ja syynä on "Moduulin yhteinen arviointi"
    Kun asiakas kirjaa arvion "Moduulin yhteinen arviointi":
      | kohta                     | sisältö                            |
      | arviointiin osallistuneet | asiakas, palveluntuottaja, tilaaja |
      | päivä                     | 2.6.2025                           |
    Ja "tilaaja" tekee palvelussa "Modulaarinen työhönvalmennus" siirtymän "Sovi seuraavasta moduulista"
    Niin palvelu "Modulaarinen työhönvalmennus" on vaiheessa "Moduuli suunnitteilla"

  Tapaus: Moduuleista saa lähteä ilman arviointia
    Oletetaan että asiakkaalla on käynnissä palvelu "Modulaarinen työhönvalmennus"
    Kun asiakas tekee palvelussa "Modulaarinen työhönvalmennus" siirtymän "Siirry pois modulaarisesta valmennuksesta" syystä "oma toive"
    Niin saadaan varoitus "Moduulin yhteinen arviointi"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Valmennukseen toiseen organisaatioon mennään saattaen
    Kun asiakas ehdottaa siirtymää "Haluan työhönvalmennukseen" saattaen vaihtona vastaanottajalle "Etelä-Karjalan työllisyyspalvelut"
    Ja vastaanottaja "Etelä-Karjalan työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "Kymenlaakson hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | omatyöntekijä    |
      | työhönvalmentaja |
    Ja vastaanottaja "Etelä-Karjalan työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja koordinaatiovastuu on organisaatiolla "Etelä-Karjalan työllisyyspalvelut"
    Ja vastaanottajalle "Etelä-Karjalan työllisyyspalvelut" ei ole annettu tietoja
