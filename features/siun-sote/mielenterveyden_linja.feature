# language: fi
Ominaisuus: Mielenterveys- ja päihdepalvelujen linja: hoito ja työ kulkevat rinnakkain
  Työ kuntouttaa, eikä hoidon tarvitse olla valmis ennen työtä. Hoidon tarpeen arviointi on palvelu polun rinnalla, ja
  IPS-työhönvalmennus voi alkaa heti, kun asiakas haluaa. Diagnoosia tai raittiutta ei kysytä.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Siun sote"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapaus: IPS-valmennus alkaa asiakkaan sanasta, vaikka arviointi on kesken
    Kun asiakas tekee siirtymän "Aloita IPS-työhönvalmennus"
    Niin asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"
    Ja saadaan varoitus "Palvelutarpeen arviointi"

  Tapaus: Valmennukseen saatetaan, ja hoitosuunnitelma kulkee vain luvalla
    Oletetaan että on kirjattu suunnitelma "Hoito- ja kuntoutussuunnitelma"
    Ja asiakas kieltää tietojen antamisen vastaanottajalle "Pohjois-Karjalan työllisyyspalvelut"
    Kun asiakas ehdottaa siirtymää "Aloita IPS-työhönvalmennus" saattaen vaihtona vastaanottajalle "Pohjois-Karjalan työllisyyspalvelut"
    Ja vastaanottaja "Pohjois-Karjalan työllisyyspalvelut" hyväksyy saattaen vaihdon
    Ja pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | omatyöntekijä    |
      | työhönvalmentaja |
    Ja vastaanottaja "Pohjois-Karjalan työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja vaiheesta vastaa "työhönvalmentaja"
    Ja koordinaatiovastuu on organisaatiolla "Pohjois-Karjalan työllisyyspalvelut"
    Ja vastaanottajalle "Pohjois-Karjalan työllisyyspalvelut" ei ole annettu tietoja

  Tapaus: Hoidon tarve arvioidaan rinnalla, eikä polku odota sitä
    Kun asiakas avaa palvelun "Hoidon tarpeen arviointi ja hoito"
    Niin palvelusta "Hoidon tarpeen arviointi ja hoito" vastaa "Pohjois-Karjalan hyvinvointialue – Siun sote"
    Ja palvelun "Hoidon tarpeen arviointi ja hoito" vaiheesta vastaa "hoitokoordinaattori"
    Ja vaiheesta vastaa "omatyöntekijä"
    Ja siirtymä "Hoidon tarve on arvioitu" ei ole mahdollinen toimijalle "hoitokoordinaattori"
    Mutta siirtymä "Aloita IPS-työhönvalmennus" on mahdollinen toimijalle "asiakas"
    Ja asiakas näkee tekstin "Voit hakea työtä samaan aikaan."

  Tapaus: Hoidon tarpeen arvioi hoitokoordinaattori tai hoitaja
    Oletetaan että asiakkaalla on käynnissä palvelu "Hoidon tarpeen arviointi ja hoito"
    Kun "hoitokoordinaattori" yrittää siirtymää "Hoidon tarve on arvioitu"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                     | kuka voi täydentää                                                     |
      | Hoidon tarpeen arviointi | hoitokoordinaattori, psykiatrinen sairaanhoitaja, päihdesairaanhoitaja |
    Kun "hoitokoordinaattori" kirjaa arvion "Hoidon tarpeen arviointi"
    Ja "hoitokoordinaattori" tekee palvelussa "Hoidon tarpeen arviointi ja hoito" siirtymän "Hoidon tarve on arvioitu"
    Niin palvelu "Hoidon tarpeen arviointi ja hoito" on vaiheessa "Hoito- ja kuntoutussuunnitelman teko"
    Ja asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapausaihio: Hoitosuunnitelmasta sovitaan sen kanssa, joka hoitaa
    Oletetaan että asiakkaalla on käynnissä palvelu "Hoidon tarpeen arviointi ja hoito"
    Ja on kirjattu arvio "Hoidon tarpeen arviointi"
    Ja "hoitokoordinaattori" on tehnyt palvelussa "Hoidon tarpeen arviointi ja hoito" siirtymän "Hoidon tarve on arvioitu"
    Kun "<hoitaja>" yrittää siirtymää "Sovi hoito- ja kuntoutussuunnitelmasta"
    Niin siirtymä ei onnistu
    Ja syynä on "Hoito- ja kuntoutussuunnitelma"
    Kun "<hoitaja>" kirjaa suunnitelman "Hoito- ja kuntoutussuunnitelma"
    Ja "<hoitaja>" tekee palvelussa "Hoidon tarpeen arviointi ja hoito" siirtymän "Sovi hoito- ja kuntoutussuunnitelmasta"
    Niin palvelu "Hoidon tarpeen arviointi ja hoito" on vaiheessa "Hoito ja kuntoutus käynnissä"

    Tapaukset:
      | hoitaja                     |
      | psykiatrinen sairaanhoitaja |
      | päihdesairaanhoitaja        |

  Tapaus: Hoito päättyy, työ jatkuu
    Oletetaan että asiakkaalla on käynnissä palvelu "Osa-aikatyö"
    Ja asiakkaalla on käynnissä palvelu "Hoidon tarpeen arviointi ja hoito"
    Kun asiakas tekee palvelussa "Hoidon tarpeen arviointi ja hoito" siirtymän "Päätä hoito" syystä "oma toive"
    Niin palvelu "Hoidon tarpeen arviointi ja hoito" on päättynyt
    Ja asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakkaalla on käynnissä palvelu "Osa-aikatyö"
