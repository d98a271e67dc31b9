# language: fi
Ominaisuus: Tavoite on palkkatyö avoimilla työmarkkinoilla, eikä muu ole päätepiste
  Työkokeilu, harjoittelu ja suojattu paikka voivat olla askel, mutta niitä ei lasketa työllistymiseksi. Alkanut työ on
  silti tosiasia ja kirjataan heti, oli se millainen tahansa. Ellei se ole tavallista palkkatyötä, jää tehtäväksi etsiä
  sellainen; ketään ei jätetä odottamaan sitä.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Tuetun työllistymisen menetelmät"
    Ja tänään on 2.6.2025

  Tapausaihio: Jokainen työsuhde kirjataan, myös se, joka ei ole avoimilta työmarkkinoilta
    Oletetaan että asiakas on vaiheessa "<lähtö>"
    Ja on kirjattu lomake "Työsuhteen aloittaminen":
      | kohta                               | sisältö          |
      | työnantaja                          | kahvila          |
      | työtehtävä                          | keittiöapulainen |
      | alkamispäivä                        | 2.6.2025         |
      | työaika                             | osa-aikainen     |
      | kesto                               | määräaikainen    |
      | sektori                             | yritys           |
      | palkkatyö avoimilla työmarkkinoilla | <palkkatyö>      |
    Kun asiakas tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "<uusi vaihe>"

    Tapaukset:
      | lähtö                                       | palkkatyö | siirtymä                | uusi vaihe                       |
      | Nopea työnetsintä avoimilta työmarkkinoilta | kyllä     | Työsuhde alkoi tuettuna | Tuki työssä ja työn ulkopuolella |
      | Nopea työnetsintä avoimilta työmarkkinoilta | ei        | Työsuhde alkoi tuettuna | Tuki työssä ja työn ulkopuolella |
      | Palvelut käynnissä                          | kyllä     | Työsuhde alkoi          | Työssä, seuranta                 |
      | Palvelut käynnissä                          | ei        | Työsuhde alkoi          | Työssä, seuranta                 |

  Tapaus: Työ voi alkaa jo ennen suunnitelmaa, ja arviointi jatkuu
    Oletetaan että asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja on kirjattu lomake "Työsuhteen aloittaminen":
      | kohta                               | sisältö          |
      | työnantaja                          | pesula           |
      | työtehtävä                          | pesulatyöntekijä |
      | alkamispäivä                        | 2.6.2025         |
      | työaika                             | osa-aikainen     |
      | kesto                               | määräaikainen    |
      | sektori                             | yritys           |
      | palkkatyö avoimilla työmarkkinoilla | ei               |
    Kun asiakas tekee siirtymän "Työsuhde alkoi"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja toimijalle "työhönvalmentaja" jää tehtäväksi "Työsuhteen aloittaminen"
    Ja siirtymä "Arviointi on valmis" ei ole mahdollinen toimijalle "asiakas"

  Tapaus: Muuttunut osa-aikatyö kirjataan, eikä valmennus lopu siihen
    Oletetaan että asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Ja asiakkaalla on käynnissä palvelu "Osa-aikatyö"
    Kun asiakas tekee palvelussa "Osa-aikatyö" siirtymän "Työ muuttui"
    Niin palvelu "Osa-aikatyö" on vaiheessa "Osa-aikatyössä"
    Ja toimijalle "työhönvalmentaja" jää tehtäväksi "Työsuhteen aloittaminen"
    Ja asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"

  Tapaus: Vertaisvalmentaja auttaa myös kokeilussa, joka ei ole vielä palkkatyötä
    Oletetaan että asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Ja tehtävään "työhönvalmentaja" on nimetty "Valmentaja B"
    Ja asiakkaalla on käynnissä palvelu "Vertaisvalmennus"
    Kun "työhönvalmentaja" yrittää siirtymää "Vertaisvalmennus alkoi"
    Niin siirtymä ei onnistu
    Ja syynä on "Työkokeilu tai Osa-aikatyö tai asiakas on työssä"
    Kun "työhönvalmentaja" avaa palvelun "Työkokeilu"
    Ja "työhönvalmentaja" tekee palvelussa "Vertaisvalmennus" siirtymän "Vertaisvalmennus alkoi"
    Niin palvelu "Vertaisvalmennus" on vaiheessa "Käynnissä"
    Ja asiakkaan muut palvelut jatkuvat ennallaan

  Tapaus: Työkokeilu ei päätä työnhakua
    Oletetaan että asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Kun "työhönvalmentaja" avaa palvelun "Työkokeilu"
    Niin asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Ja asiakas näkee tekstin "Kokeilu ei ole vielä palkkatyötä."
    Ja siirtymä "Työnantaja kiinnostui" ei ole mahdollinen toimijalle "asiakas"
    Mutta siirtymä "Työsuhde alkoi tuettuna" on mahdollinen toimijalle "asiakas"

  Tapaus: Omatyöntekijä pysyy rinnalla, vaikka toinen koordinoi
    Oletetaan että asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja tehtävään "sosiaaliohjaaja" on nimetty "Työntekijä 2"
    Ja on kirjattu suunnitelma "Asiakassuunnitelma"
    Kun tehtävä "omatyöntekijä" päättyy
    Ja "sosiaaliohjaaja" tekee siirtymän "Vahvista suunnitelma"
    Niin saadaan varoitus "omatyöntekijä"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Ja vaiheesta vastaa "koordinaattori"

  Tapausaihio: Työ, joka ei ole palkkatyötä avoimilla työmarkkinoilla, jättää jonkun etsimään sellaista
    Oletetaan että asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Ja on kirjattu lomake "Työsuhteen aloittaminen":
      | kohta                               | sisältö          |
      | työnantaja                          | pesula           |
      | työtehtävä                          | pesulatyöntekijä |
      | alkamispäivä                        | 2.6.2025         |
      | työaika                             | osa-aikainen     |
      | kesto                               | määräaikainen    |
      | sektori                             | yritys           |
      | palkkatyö avoimilla työmarkkinoilla | <palkkatyö>      |
    Kun asiakas tekee siirtymän "Työsuhde alkoi tuettuna"
    Niin <tehtävä> "Työsuhteen aloittaminen"
    Ja vaiheesta vastaa "työhönvalmentaja"

    Tapaukset:
      | palkkatyö | tehtävä                                      |
      | ei        | toimijalle "työhönvalmentaja" jää tehtäväksi |
      | kyllä     | tehtäväksi ei jää                            |
