# language: fi
Ominaisuus: Asiakas saatetaan toiselle, häntä ei lähetetä
  Lähettäjä koordinoi, kunnes vastaanottaja on ottanut asiakkaan vastaan.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Ja on kirjattu lomake "Työhönvalmennukseen ohjautuminen (lähete)"

  Tapaus: Vaihe ja vastuu siirtyvät vasta vastaanotettaessa
    Kun "koordinaattori" ehdottaa saattaen vaihtoa vastaanottajalle "työvoimaviranomainen"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja vaiheesta vastaa "koordinaattori"
    Ja saattaen vaihdon tila on "ehdotettu"
    Kun asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "työvoimaviranomainen" hyväksyy saattaen vaihdon
    Niin saattaen vaihdon tila on "hyväksytty"
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | omatyöntekijä    |
      | työhönvalmentaja |
    Ja vastaanottaja "työvoimaviranomainen" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja vaiheesta vastaa "työhönvalmentaja"
    Ja koordinaatiovastuu on organisaatiolla "työvoimaviranomainen"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

  Tapaus: Ilman lupaa asiakas siirtyy, mutta tiedot jäävät
    Kun "koordinaattori" ehdottaa saattaen vaihtoa vastaanottajalle "työvoimaviranomainen"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "työvoimaviranomainen" hyväksyy saattaen vaihdon
    Ja vastaanottaja "työvoimaviranomainen" ottaa asiakkaan vastaan ilman tapaamista syystä "asia oli kiireellinen"
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja vastaanottajalle "työvoimaviranomainen" ei ole annettu tietoja

  Tapaus: Luvalla annetaan se, mitä luvattiin
    Kun asiakas antaa luvan "Tietojen antaminen" vastaanottajalle "työvoimaviranomainen" 31.12.2025 asti
    Ja "koordinaattori" ehdottaa saattaen vaihtoa vastaanottajalle "työvoimaviranomainen"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "työvoimaviranomainen" hyväksyy saattaen vaihdon
    Ja vastaanottaja "työvoimaviranomainen" ottaa asiakkaan vastaan ilman tapaamista syystä "asia oli kiireellinen"
    Niin vastaanottajalle "työvoimaviranomainen" on perusteella "Tietojen antaminen" annettu:
      | kirjaus                                   |
      | Työhönvalmennukseen ohjautuminen (lähete) |
      | Asiakassuunnitelma                        |

  Tapaus: Kielto on lupaa vahvempi
    Oletetaan että asiakas on antanut luvan "Tietojen antaminen" vastaanottajalle "työvoimaviranomainen"
    Ja asiakas on kieltänyt tietojen antamisen vastaanottajalle "työvoimaviranomainen"
    Kun "koordinaattori" ehdottaa saattaen vaihtoa vastaanottajalle "työvoimaviranomainen"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "työvoimaviranomainen" hyväksyy saattaen vaihdon
    Ja vastaanottaja "työvoimaviranomainen" ottaa asiakkaan vastaan ilman tapaamista syystä "asia oli kiireellinen"
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja vastaanottajalle "työvoimaviranomainen" ei ole annettu tietoja

  Tapaus: Asiakas ei halua vaihtoa, ja kaikki jää ennalleen
    Kun "koordinaattori" ehdottaa saattaen vaihtoa vastaanottajalle "työvoimaviranomainen"
    Ja asiakas ei halua saattaen vaihtoa
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"

  Tapaus: Vastaanottaja palauttaa, ja asiakas on yhä jonkun asiakas
    Kun "koordinaattori" ehdottaa saattaen vaihtoa vastaanottajalle "työvoimaviranomainen"
    Ja vastaanottaja "työvoimaviranomainen" palauttaa saattaen vaihdon syystä "paikkoja ei ole"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja vaiheesta vastaa "koordinaattori"
    Ja määräaika "Saattaen vaihdon hyväksyminen" ei ole käynnissä
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"

  Tapaus: Vastaanottajan hiljaisuus ei siirrä asiakasta minnekään
    Kun "koordinaattori" ehdottaa saattaen vaihtoa vastaanottajalle "työvoimaviranomainen"
    Ja kuluu 3 viikkoa
    Niin saattaen vaihdon tila on "ehdotettu"
    Ja määräaika "Saattaen vaihdon hyväksyminen" on ylittynyt
    Ja toimija "koordinaattori" saa tiedon määräajasta "Saattaen vaihdon hyväksyminen"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Ja vaiheesta vastaa "koordinaattori"
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"

  Tapaus: Koordinaattori vaihtuu saattaen
    Kun "koordinaattori" ehdottaa siirtymää "Vaihda koordinaattori" saattaen vaihtona vastaanottajalle "kunta"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "kunta" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "hyvinvointialue"
    Kun vastaanottaja "kunta" ottaa asiakkaan vastaan ilman tapaamista syystä "asia oli kiireellinen"
    Niin koordinaatiovastuu on organisaatiolla "kunta"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapausaihio: Jokaisessa haarassa asiakas saatetaan
    Oletetaan että asiakas on vaiheessa "<vaihe>"
    Kun "<toimija>" ehdottaa siirtymää "<siirtymä>" saattaen vaihtona vastaanottajalle "kunta"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "kunta" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "<vaihe>"
    Kun vastaanottaja "kunta" ottaa asiakkaan vastaan ilman tapaamista syystä "asia oli kiireellinen"
    Niin asiakas on vaiheessa "<uusi vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "kunta"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

    Tapaukset:
      | vaihe                                       | toimija          | siirtymä                         | uusi vaihe                                  |
      | Palvelut käynnissä                          | asiakas          | Haluan työhönvalmennukseen       | Työhönvalmennus                             |
      | Osallisuuden tuki                           | asiakas          | Palaa työhönvalmennukseen        | Nopea työnetsintä avoimilta työmarkkinoilta |
      | Nopea työnetsintä avoimilta työmarkkinoilta | asiakas          | Lopeta työhönvalmennus           | Palvelut käynnissä                          |
      | Tuki työssä ja työn ulkopuolella            | työhönvalmentaja | Kevennä tukea                    | Työssä, kevyempi tuki                       |
      | Koulutuksessa                               | asiakas          | Jakso päättyi                    | Palvelut käynnissä                          |
      | Palvelut käynnissä                          | asiakas          | Palaa palvelutarpeen arviointiin | Palvelutarpeen arviointi                    |

  Tapausaihio: Kirjaus kulkee asiakkaan mukana, kun siihen on lupa
    Oletetaan että on kirjattu <laji> "<kirjaus>"
    Ja asiakas on antanut luvan "Tietojen antaminen" vastaanottajalle "kunta"
    Kun "koordinaattori" ehdottaa siirtymää "<siirtymä>" saattaen vaihtona vastaanottajalle "kunta"
    Ja asiakas suostuu saattaen vaihtoon
    Ja vastaanottaja "kunta" hyväksyy saattaen vaihdon
    Ja vastaanottaja "kunta" ottaa asiakkaan vastaan ilman tapaamista syystä "asia oli kiireellinen"
    Niin asiakas on vaiheessa "<uusi vaihe>"
    Ja vastaanottajalle "kunta" on perusteella "Tietojen antaminen" annettu:
      | kirjaus   |
      | <annettu> |

    Tapaukset:
      | laji        | kirjaus                         | siirtymä                   | uusi vaihe        | annettu                         |
      | suunnitelma | Opintoihin liittyvä suunnitelma | Aloita opinnot             | Koulutuksessa     | Opintoihin liittyvä suunnitelma |
      | päätös      | Kuntoutuspäätös                 | Aloita kuntoutus           | Kuntoutuksessa    | Asiakassuunnitelma              |
      | suunnitelma | Osallisuuden tuen suunnitelma   | Siirry osallisuuden tukeen | Osallisuuden tuki | Osallisuuden tuen suunnitelma   |

  Tapaus: Kun työssä tarvitaan taas tukea, asiakas saatetaan valmentajalle
    Oletetaan että asiakas on vaiheessa "Työssä, seuranta"
    Kun asiakas ehdottaa siirtymää "Lisää tukea" syystä "työtehtävät muuttuvat" saattaen vaihtona vastaanottajalle "työvoimaviranomainen"
    Ja vastaanottaja "työvoimaviranomainen" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Työssä, seuranta"
    Ja koordinaatiovastuu on organisaatiolla "hyvinvointialue"
    Kun vastaanottaja "työvoimaviranomainen" ottaa asiakkaan vastaan ilman tapaamista syystä "asiakas ei halunnut tapaamista"
    Niin asiakas on vaiheessa "Tuki työssä ja työn ulkopuolella"
    Ja koordinaatiovastuu on organisaatiolla "työvoimaviranomainen"
