# language: fi
Ominaisuus: Hyvä suunnitelma, ja paluu työnhakuun ilman uutta lähetettä

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Suunnitelmaa ei voi vahvistaa ilman mittareita ja vastuutahoa
    Oletetaan että asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja on kirjattu suunnitelma "Asiakassuunnitelma":
      | kohta      | sisältö                   |
      | tavoitteet | osa-aikatyö kaupan alalla |
      | seuranta   | 1.9.2025                  |
    Kun "omatyöntekijä" yrittää siirtymää "Vahvista suunnitelma"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                         | kuka voi täydentää     |
      | mittarit                     | asiakas, omatyöntekijä |
      | suunnitelmasta vastaava taho | omatyöntekijä          |
    Ja mikään ei ole muuttunut

  Tapaus: Työ loppuu, valmennus jatkuu
    Oletetaan että asiakas on vaiheessa "Tuki työssä ja työn ulkopuolella"
    Ja asiakas kieltää tietojen antamisen vastaanottajalle "työnantaja"
    Kun "työhönvalmentaja" kirjaa lomakkeen "Työsuhteen lopettaminen":
      | kohta           | sisältö                 |
      | päättymispäivä  | 30.5.2025               |
      | syy             | määräaika päättyi       |
      | asiakkaan toive | uusi työ samalta alalta |
    Ja "työhönvalmentaja" tekee siirtymän "Työsuhde päättyi"
    Niin asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Ja määräaika "Yhteydenotto työn päätyttyä" päättyy 5.6.2025
    Ja vastaanottajalle "työnantaja" ei ole annettu tietoja
    Ja asiakas näkee tekstin "Etsit nyt työtä yhdessä valmentajan kanssa."
    Mutta syytä "ei valmis" ei voi valita
