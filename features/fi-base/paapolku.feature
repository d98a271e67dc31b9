# language: fi
Ominaisuus: Polku kulkee ensimmäisestä yhteydenotosta työhön
  Jokainen siirtymä kysyy vain sen, mitä seuraava vaihe tarvitsee. Valmiutta, diagnoosia tai etuutta ei kysytä missään.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025

  Tapaus: Kuka tahansa ammattilainen voi aloittaa tunnistamisen
    Oletetaan että asiakas on vaiheessa "Yhteydenotto"
    Kun "tunnistaja" tekee siirtymän "Aloita tuen tarpeen tunnistaminen"
    Niin asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja asiakas näkee tekstin "Voit aina pyytää palvelutarpeen arviointia."

  Tapaus: Asiakkaan oma pyyntö riittää arvioinnin aloittamiseen
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun asiakas kirjaa kirjauksen "Asiakkaan oma pyyntö":
      | kohta  | sisältö             |
      | pyyntö | Haluan apua työhön. |
    Ja "tunnistaja" tekee siirtymän "Tunnista tuen tarve"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapaus: Yksi merkki riittää, niitä ei lasketa yhteen
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun "tunnistaja" kirjaa lomakkeen "Tarkistuslista":
      | kohta               | sisältö             |
      | tuen tarpeen merkit | vähäinen työkokemus |
    Ja "tunnistaja" tekee siirtymän "Tunnista tuen tarve"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapaus: Asiakas ja ammattilainen toteavat yhdessä, ettei tukea tarvita
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun "tunnistaja" tekee siirtymän "Totea yhdessä, ettei tukea tarvita" syystä "neuvonta riitti"
    Niin asiakas on vaiheessa "Päättynyt"
    Ja siirtymä "Avaa palvelupolku uudelleen" on mahdollinen toimijalle "asiakas"

  Tapaus: Arviointiin toiseen organisaatioon asiakas saatetaan, ja pyyntö kulkee mukana
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja on kirjattu kirjaus "Asiakkaan oma pyyntö"
    Ja asiakas on antanut luvan "Tietojen antaminen" vastaanottajalle "kunta"
    Kun asiakas ehdottaa siirtymää "Tunnista tuen tarve" saattaen vaihtona vastaanottajalle "kunta"
    Ja vastaanottaja "kunta" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"
    Kun vastaanottaja "kunta" ottaa asiakkaan vastaan ilman tapaamista syystä "asiakas ei halunnut tapaamista"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja koordinaatiovastuu on organisaatiolla "kunta"
    Ja vastaanottajalle "kunta" on perusteella "Tietojen antaminen" annettu:
      | kirjaus              |
      | Asiakkaan oma pyyntö |

  Tapaus: Arviointiin palannut arvioidaan uudelleen
    Oletetaan että asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Kun asiakas tekee siirtymän "Palaa palvelutarpeen arviointiin"
    Ja "omatyöntekijä" yrittää siirtymää "Arviointi on valmis"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                     | kuka voi täydentää                                                      |
      | Palvelutarpeen arviointi | omatyöntekijä, sosiaalityöntekijä, sosiaaliohjaaja, työkyvyn tuen tiimi |
    Ja mikään ei ole muuttunut

  Tapaus: Valmis arviointi johtaa suunnitelmaan
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Kun "omatyöntekijä" kirjaa arvion "Palvelutarpeen arviointi":
      | kohta                                      | sisältö                      |
      | omat tavoitteet, ammattitaito ja osaaminen | keittiötyö                   |
      | käytössä oleva työkyky                     | neljä tuntia päivässä        |
      | asiakkaan toiveesta ei käsitelty           | hoidon ja kuntoutuksen tarve |
      | mahdollinen erityisen tuen tarve           | selkeät ohjeet               |
      | asiakkaan oma näkemys                      | Haluan töihin.               |
    Ja "omatyöntekijä" tekee siirtymän "Arviointi on valmis"
    Niin asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"

  Tapaus: Hyvä suunnitelma käynnistää palvelut
    Oletetaan että asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja on kirjattu suunnitelma "Asiakassuunnitelma":
      | kohta                        | sisältö                   |
      | tavoitteet                   | osa-aikatyö kaupan alalla |
      | mittarit                     | kaksi työpaikkakäyntiä    |
      | seuranta                     | 1.9.2025                  |
      | suunnitelmasta vastaava taho | omatyöntekijä             |
    Kun "omatyöntekijä" tekee siirtymän "Vahvista suunnitelma"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja määräaika "Suunnitelman seuranta" päättyy 1.9.2025

  Tapaus: Työllistymissuunnitelma käy asiakassuunnitelman sijasta
    Oletetaan että asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja on kirjattu suunnitelma "Työllistymissuunnitelma"
    Kun "omatyöntekijä" tekee siirtymän "Vahvista suunnitelma"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Asiakas pääsee valmennukseen pelkästä omasta toiveestaan
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas tekee siirtymän "Haluan työhönvalmennukseen"
    Niin asiakas on vaiheessa "Työhönvalmennus"

  Tapaus: Valmennus alkaa vasta, kun asiakas on ymmärtänyt sopimuksen ja hyväksynyt sen
    Oletetaan että asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"
    Kun "työhönvalmentaja" kirjaa lomakkeen "Työhönvalmennuksen aloittaminen (yhteistyösopimus)":
      | kohta                                | sisältö                   |
      | osapuolet                            | asiakas, työhönvalmentaja |
      | palvelu on selitetty ymmärrettävästi | ei                        |
      | aloituspäivä                         | 2.6.2025                  |
      | asiakas hyväksyy sopimuksen          | ei                        |
    Ja "työhönvalmentaja" yrittää siirtymää "Sovi valmennuksen aloittamisesta"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                 | kuka voi täydentää        |
      | palvelu on selitetty ymmärrettävästi | työhönvalmentaja          |
      | asiakas hyväksyy sopimuksen          | asiakas, työhönvalmentaja |
    Ja mikään ei ole muuttunut

  Tapaus: Valmennus etenee sopimisesta työnhakuun
    Oletetaan että asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"
    Kun "työhönvalmentaja" kirjaa lomakkeen "Työhönvalmennuksen aloittaminen (yhteistyösopimus)"
    Ja "työhönvalmentaja" tekee siirtymän "Sovi valmennuksen aloittamisesta"
    Ja "työhönvalmentaja" kirjaa lomakkeen "Ammatillinen profilointi"
    Ja "työhönvalmentaja" kirjaa suunnitelman "Työnhakusuunnitelma"
    Ja "työhönvalmentaja" tekee siirtymän "Profiili ja työnhakusuunnitelma valmistuivat"
    Niin asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Ja asiakas näkee tekstin "Sinä päätät, mitä sinusta kerrotaan."

  Tapaus: Työnantajasta työhön
    Oletetaan että asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Kun "työhönvalmentaja" kirjaa lomakkeen "Asiakkaan valinta kertomisesta"
    Ja "työhönvalmentaja" tekee siirtymän "Työnantaja kiinnostui"
    Niin asiakas on vaiheessa "Tuesta sopiminen työnantajan kanssa"
    Kun "työhönvalmentaja" tekee siirtymän "Työsuhde alkoi tuettuna"
    Niin asiakas on vaiheessa "Tuki työssä ja työn ulkopuolella"
    Ja määräaika "Yhteydenotto työn alettua" päättyy 5.6.2025

  Tapaus: Asiakkaasta puhutaan työnantajalle vain niin kuin hän on valinnut
    Oletetaan että asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Ja on kirjattu lomake "Asiakkaan valinta kertomisesta"
    Kun "työhönvalmentaja" kirjaa lomakkeen "Työskentely työnantajien kanssa":
      | kohta                 | sisältö               |
      | työnantaja            | kahvila               |
      | päivä                 | 2.6.2025              |
      | tapa                  | kasvokkain            |
      | tarkoitus             | työ tälle asiakkaalle |
      | asiakkaasta puhuttiin | kyllä                 |
    Ja "työhönvalmentaja" tekee siirtymän "Työnantaja kiinnostui"
    Niin saadaan varoitus "kerrottiin niin kuin asiakas on valinnut"
    Ja asiakas on vaiheessa "Tuesta sopiminen työnantajan kanssa"

  Tapaus: Ellei työstä sovita, haku jatkuu
    Oletetaan että asiakas on vaiheessa "Tuesta sopiminen työnantajan kanssa"
    Kun "työhönvalmentaja" tekee siirtymän "Työstä ei syntynyt sopimusta" syystä "työaika ei sopinut"
    Niin asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"

  Tapaus: Tuki kevenee askel kerrallaan ja palaa pyydettäessä
    Oletetaan että asiakas on vaiheessa "Tuki työssä ja työn ulkopuolella"
    Kun "työhönvalmentaja" tekee siirtymän "Kevennä tukea"
    Niin asiakas on vaiheessa "Työssä, kevyempi tuki"
    Kun "koordinaattori" kirjaa sopimuksen "Kuka tukee jatkossa"
    Ja "koordinaattori" tekee siirtymän "Siirry seurantaan"
    Niin asiakas on vaiheessa "Työssä, seuranta"
    Kun asiakas tekee siirtymän "Lisää tukea" syystä "työtehtävät muuttuvat"
    Niin asiakas on vaiheessa "Tuki työssä ja työn ulkopuolella"

  Tapaus: Kesken jäänyt valmennus vie palveluihin, ja takaisin pääsee ilman lähetettä
    Oletetaan että asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Kun asiakas tekee siirtymän "Lopeta työhönvalmennus"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja määräaika "Loppuarviointi valmennuksen jälkeen" päättyy 16.6.2025
    Kun asiakas tekee siirtymän "Palaa työhönvalmennukseen"
    Niin asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"

  Tapaus: Työ voi alkaa ja loppua ilman valmennusta
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas tekee siirtymän "Työsuhde alkoi"
    Niin asiakas on vaiheessa "Työssä, seuranta"
    Ja tehtäväksi jää "Työsuhteen aloittaminen"
    Kun kuluu 2 viikkoa
    Ja asiakas tekee siirtymän "Työsuhde päättyi"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Työ, joka alkaa kesken arvioinnin, kirjataan, ja arviointi jatkuu
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Kun asiakas tekee siirtymän "Työsuhde alkoi"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja toimijalle "työhönvalmentaja" jää tehtäväksi "Työsuhteen aloittaminen"
    Ja vaiheesta vastaa "omatyöntekijä"

  Tapaus: Ennen suunnitelmaa alkanut työ myös päättyy, missä asiakas silloin onkin
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja asiakas on tehnyt siirtymän "Työsuhde alkoi"
    Kun kuluu 2 viikkoa
    Ja asiakas tekee siirtymän "Työsuhde päättyi"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja tehtäväksi jää "Työsuhteen lopettaminen"
    Ja määräaika "Yhteydenotto työn päätyttyä" päättyy 19.6.2025

  Tapaus: Työ ei odota tauon päättymistä
    Oletetaan että asiakas on vaiheessa "Keskeytynyt"
    Kun asiakas tekee siirtymän "Työsuhde alkoi"
    Niin asiakas on vaiheessa "Työssä, seuranta"

  Tapausaihio: Työn rinnalla on muitakin teitä, ja niiltä palataan palveluihin
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja on kirjattu <laji> "<kirjaus>"
    Kun "koordinaattori" tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "<vaihe>"
    Kun asiakas tekee siirtymän "Jakso päättyi"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

    Tapaukset:
      | laji        | kirjaus                         | siirtymä         | vaihe          |
      | suunnitelma | Opintoihin liittyvä suunnitelma | Aloita opinnot   | Koulutuksessa  |
      | päätös      | Kuntoutuspäätös                 | Aloita kuntoutus | Kuntoutuksessa |

  Tapaus: Suunnitelmaa tarkistetaan matkan varrella
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja on kirjattu arvio "Suunnitelman tarkistus"
    Kun "koordinaattori" tekee siirtymän "Tarkista suunnitelma"
    Niin asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Kun puuttuva on kirjattu, mitään ei jää tehtäväksi
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas tekee siirtymän "Työsuhde alkoi"
    Niin tehtäväksi jää "Työsuhteen aloittaminen"
    Kun asiakas kirjaa lomakkeen "Työsuhteen aloittaminen"
    Niin tehtäväksi ei jää mitään
    Ja asiakas on vaiheessa "Työssä, seuranta"
