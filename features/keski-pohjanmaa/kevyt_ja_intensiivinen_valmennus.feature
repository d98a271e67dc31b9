# language: fi
Ominaisuus: Asiakas valitsee kevyen tai intensiivisen valmennuksen ja saa vaihtaa mieltään
  Työntekijä ehdottaa, asiakas valitsee. Kumpikaan valmennus ei ole toisen ehto, eikä kummankaan kohderyhmä ole
  pääsyvaatimus. Kun tuen tarve muuttuu, vaihdetaan samaan kohtaan: mitään tehtyä ei tehdä uudestaan.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Keski-Pohjanmaa"
    Ja tänään on 2.6.2025

  Tapaus: Kevyeen valmennukseen pääsee pelkällä omalla toiveella
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas tekee siirtymän "Valitse kevyt työhönvalmennus"
    Niin asiakas on vaiheessa "Kevyt tuki: palveluun hakeutuminen ja sopiminen"
    Ja saadaan varoitus "Työhönvalmennukseen ohjautuminen (lähete)"
    Ja asiakas näkee tekstin "Voit saada enemmän tukea, jos haluat."

  Tapausaihio: Ehdotus ei ole ehto: kumpikin valmennus on auki, mitä tahansa lähetteessä lukee
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja on kirjattu lomake "Työhönvalmennukseen ohjautuminen (lähete)":
      | kohta                  | sisältö                          |
      | ohjaava taho           | Keski-Pohjanmaan hyvinvointialue |
      | päivä                  | 2.6.2025                         |
      | asiakkaan oma toive    | haluaa työhön                    |
      | miksi tukea ehdotetaan | <ehdotus>                        |
    Niin siirtymä "Valitse kevyt työhönvalmennus" on mahdollinen toimijalle "asiakas"
    Ja siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"

    Tapaukset:
      | ehdotus                                                         |
      | kevyt tuki: apua työpaikan etsimiseen                           |
      | intensiivinen tuki: osatyökykyisyys                             |
      | intensiivinen tuki: nuori tarvitsee tukea valmistumisen jälkeen |

  Tapaus: Työntekijän ohjaus kulkee lähetteellä, asiakkaan oma toive ei
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun "koordinaattori" yrittää siirtymää "Ohjaa työhönvalmennukseen"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                      |
      | Työhönvalmennukseen ohjautuminen (lähete) |
    Mutta siirtymä "Haluan työhönvalmennukseen" on mahdollinen toimijalle "asiakas"
    Kun "koordinaattori" kirjaa lomakkeen "Työhönvalmennukseen ohjautuminen (lähete)":
      | kohta                    | sisältö                                      |
      | ohjaava taho             | Keski-Pohjanmaan hyvinvointialue             |
      | päivä                    | 2.6.2025                                     |
      | asiakkaan oma toive      | haluaa työhön                                |
      | asiakkaan valitsema tuki | intensiivinen työhönvalmennus                |
      | miksi tukea ehdotetaan   | intensiivinen tuki: heikko työmarkkina-asema |
    Ja "koordinaattori" tekee siirtymän "Ohjaa työhönvalmennukseen"
    Niin asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"

  Tapaus: Työntekijä ei valitse asiakkaan puolesta
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun "koordinaattori" yrittää siirtymää "Valitse kevyt työhönvalmennus" sopimatta siitä muiden kanssa
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä    | kuka voi täydentää |
      | asiakas | asiakas            |
    Ja mikään ei ole muuttunut

  Tapaus: Kevyestä valmennuksesta sovitaan kirjallisesti
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: palveluun hakeutuminen ja sopiminen"
    Kun "työhönvalmentaja" yrittää siirtymää "Sovi valmennuksen aloittamisesta"
    Niin siirtymä ei onnistu
    Ja syynä on "Työhönvalmennuksen aloittaminen (yhteistyösopimus)"
    Kun "työhönvalmentaja" kirjaa lomakkeen "Työhönvalmennuksen aloittaminen (yhteistyösopimus)"
    Ja "työhönvalmentaja" tekee siirtymän "Sovi valmennuksen aloittamisesta"
    Niin asiakas on vaiheessa "Kevyt tuki: osaamisen kartoittaminen"

  Tapaus: Kevyessäkin valmennuksessa haetaan työtä oman profiilin ja suunnitelman kanssa
    Oletetaan että asiakas on vaiheessa "Kevyt tuki: osaamisen kartoittaminen"
    Kun "työhönvalmentaja" yrittää siirtymää "Profiili ja työnhakusuunnitelma valmistuivat"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                     |
      | Ammatillinen profilointi |
      | Työnhakusuunnitelma      |
    Kun "työhönvalmentaja" kirjaa lomakkeen "Ammatillinen profilointi"
    Ja "työhönvalmentaja" kirjaa suunnitelman "Työnhakusuunnitelma"
    Ja "työhönvalmentaja" tekee siirtymän "Profiili ja työnhakusuunnitelma valmistuivat"
    Niin asiakas on vaiheessa "Kevyt tuki: työnetsintä"

  Tapausaihio: Vaihto vie samaan kohtaan, eikä mitään tehdä uudestaan
    Oletetaan että asiakas on vaiheessa "<lähtö>"
    Kun asiakas tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "<uusi vaihe>"

    Tapaukset:
      | lähtö                                                | siirtymä                        | uusi vaihe                                           |
      | Kevyt tuki: palveluun hakeutuminen ja sopiminen      | Siirry vahvempaan valmennukseen | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa |
      | Kevyt tuki: osaamisen kartoittaminen                 | Siirry vahvempaan valmennukseen | Osaamisen kartoittaminen ja ammatillinen profilointi |
      | Kevyt tuki: työnetsintä                              | Siirry vahvempaan valmennukseen | Nopea työnetsintä avoimilta työmarkkinoilta          |
      | Palveluun hakeutuminen ja sopiminen asiakkaan kanssa | Siirry kevyempään valmennukseen | Kevyt tuki: palveluun hakeutuminen ja sopiminen      |
      | Osaamisen kartoittaminen ja ammatillinen profilointi | Siirry kevyempään valmennukseen | Kevyt tuki: osaamisen kartoittaminen                 |
      | Nopea työnetsintä avoimilta työmarkkinoilta          | Siirry kevyempään valmennukseen | Kevyt tuki: työnetsintä                              |

  Tapaus: Valmentajan asiakkaat lasketaan yhdessä, kevyet ja intensiiviset
    Oletetaan että henkilöllä "Valmentaja A" on 20 asiakasta palvelussa "Työhönvalmennus"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja A"
    Kun asiakas tekee siirtymän "Valitse kevyt työhönvalmennus"
    Niin valmentajan asiakasmäärästä varoitetaan
    Ja asiakas on vaiheessa "Kevyt työhönvalmennus"
