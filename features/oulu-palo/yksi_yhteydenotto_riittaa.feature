# language: fi
Ominaisuus: Yksi yhteydenotto riittää
  Ennen asiakas tai työntekijä soitti paikasta toiseen. Nyt työikäisten koordinaatio ottaa yhteydenoton vastaan ja
  tuo tarvittavat ammattilaiset saman asian ääreen. Koordinaatio on palvelu polun rinnalla: se ei siirrä asiakasta
  vaiheesta toiseen eikä vie vastuuta siltä, jolla se on. Jokaisesta tapahtumasta kirjataan, mihin se johti, jotta alue
  näkee, mistä on ollut apua.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Oulu (PALO)"
    Ja tänään on 2.6.2025

  Tapaus: Muuta tietä tullut autetaan samalla tavalla
    Oletetaan että asiakas on vaiheessa "Yhteydenotto"
    Kun "tunnistaja" tekee siirtymän "Aloita tuen tarpeen tunnistaminen"
    Niin asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja saadaan varoitus "Yhteydenotto koordinaatioon"

  Tapausaihio: Koordinaation voi avata asiakas itse tai kuka tahansa tunnistaja
    Oletetaan että asiakas on vaiheessa "Yhteydenotto"
    Kun "<toimija>" avaa palvelun "Työikäisten koordinaatio"
    Niin palvelu "Työikäisten koordinaatio" on vaiheessa "Yhteydenotto vastaanotettu"
    Ja palvelusta "Työikäisten koordinaatio" vastaa "Pohjois-Pohjanmaan hyvinvointialue"
    Ja palvelun "Työikäisten koordinaatio" vaiheesta vastaa "työikäisten koordinaatio"
    Ja asiakas on vaiheessa "Yhteydenotto"
    Ja vaiheesta vastaa "tunnistaja"

    Tapaukset:
      | toimija                  |
      | asiakas                  |
      | tunnistaja               |
      | työikäisten koordinaatio |

  Tapaus: Yhteydenotto otetaan vastaan, kun siitä on kirjattu ikä ja aihe
    Oletetaan että asiakkaalla on käynnissä palvelu "Työikäisten koordinaatio"
    Kun "työikäisten koordinaatio" yrittää siirtymää "Ota yhteydenotto vastaan"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                        |
      | Yhteydenotto koordinaatioon |
    Kun "työikäisten koordinaatio" kirjaa yhteydenoton "Yhteydenotto koordinaatioon":
      | kohta          | sisältö              |
      | päivä          | 2.6.2025             |
      | asiakkaan ikä  | muu ikä              |
      | yhteydenottaja | läheinen             |
      | aihe           | Miten pääsisi työhön |
    Ja "työikäisten koordinaatio" tekee palvelussa "Työikäisten koordinaatio" siirtymän "Ota yhteydenotto vastaan"
    Niin palvelu "Työikäisten koordinaatio" on vaiheessa "Asiaa koordinoidaan"

  Tapausaihio: Tapahtuma kirjataan ja kerrotaan, mihin se johti
    Oletetaan että asiakkaalla on käynnissä palvelu "Työikäisten koordinaatio"
    Ja on kirjattu yhteydenotto "Yhteydenotto koordinaatioon"
    Ja "työikäisten koordinaatio" on tehnyt palvelussa "Työikäisten koordinaatio" siirtymän "Ota yhteydenotto vastaan"
    Kun "työikäisten koordinaatio" yrittää siirtymää "<siirtymä>"
    Niin siirtymä ei onnistu
    Ja syynä on "Koordinaation tapahtuma"
    Kun "työikäisten koordinaatio" kirjaa tapaamisen "Koordinaation tapahtuma":
      | kohta                          | sisältö                                           |
      | tapahtuma                      | <tapahtuma>                                       |
      | päivä                          | 2.6.2025                                          |
      | mihin johti                    | <mihin>                                           |
      | asiakas oli mukana             | <mukana>                                          |
      | osallistujat ammattiryhmittäin | työhönvalmentaja, terveydenhuollon ammattihenkilö |
    Ja "työikäisten koordinaatio" tekee palvelussa "Työikäisten koordinaatio" siirtymän "<siirtymä>"
    Niin palvelu "Työikäisten koordinaatio" on vaiheessa "Asiaa koordinoidaan"
    Ja asiakas on vaiheessa "Palvelut käynnissä"

    Tapaukset:
      | tapahtuma                   | siirtymä                              | mihin                         | mukana |
      | ammattilaisten vuoropuhelu  | Käy vuoropuhelu ammattilaisten kesken | konsultaatio                  | ei     |
      | konsultaatio                | Konsultoi                             | työkykyarvio, terveyspalvelut | kyllä  |
      | verkoston koolle kutsuminen | Kutsu verkosto koolle                 | verkosto, työhönvalmennus     | kyllä  |

  Tapaus: Vuoropuhelun kirjaus ei käy verkostosta
    Oletetaan että asiakkaalla on käynnissä palvelu "Työikäisten koordinaatio"
    Ja on kirjattu yhteydenotto "Yhteydenotto koordinaatioon"
    Ja "työikäisten koordinaatio" on tehnyt palvelussa "Työikäisten koordinaatio" siirtymän "Ota yhteydenotto vastaan"
    Kun "työikäisten koordinaatio" kirjaa tapaamisen "Koordinaation tapahtuma":
      | kohta                          | sisältö                    |
      | tapahtuma                      | ammattilaisten vuoropuhelu |
      | päivä                          | 2.6.2025                   |
      | asiakas oli mukana             | ei                         |
      | osallistujat ammattiryhmittäin | työhönvalmentaja           |
    Niin siirtymä "Käy vuoropuhelu ammattilaisten kesken" on mahdollinen toimijalle "työikäisten koordinaatio"
    Mutta siirtymä "Kutsu verkosto koolle" ei ole mahdollinen toimijalle "työikäisten koordinaatio"

  Tapaus: Päättyvästä koordinaatiosta kysytään, mihin se johti, mutta päättyä se saa ilmankin
    Oletetaan että asiakkaalla on käynnissä palvelu "Työikäisten koordinaatio"
    Ja on kirjattu yhteydenotto "Yhteydenotto koordinaatioon"
    Ja "työikäisten koordinaatio" on tehnyt palvelussa "Työikäisten koordinaatio" siirtymän "Ota yhteydenotto vastaan"
    Kun asiakas tekee palvelussa "Työikäisten koordinaatio" siirtymän "Päätä koordinaatio" syystä "oma toive"
    Niin saadaan varoitus "Koordinaation tapahtuma"
    Ja palvelu "Työikäisten koordinaatio" on päättynyt

  Tapausaihio: Koordinaatio päättyy syystä, jonka asiakas tunnistaa
    Oletetaan että asiakkaalla on käynnissä palvelu "Etuusneuvonta"
    Ja asiakkaalla on käynnissä palvelu "Työikäisten koordinaatio"
    Kun "<toimija>" tekee palvelussa "Työikäisten koordinaatio" siirtymän "Päätä koordinaatio" syystä "<syy>"
    Niin palvelu "Työikäisten koordinaatio" on päättynyt
    Ja asiakkaan muut palvelut jatkuvat ennallaan
    Ja asiakas on vaiheessa "Palvelut käynnissä"
    Mutta syytä "ei valmis" ei voi valita

    Tapaukset:
      | toimija                  | syy                  |
      | työikäisten koordinaatio | asiakas sai palvelun |
      | asiakas                  | oma toive            |

  Tapaus: Koordinaatio ei vie vastuuta: valmennukseen mennään saattaen
    Oletetaan että asiakkaalla on käynnissä palvelu "Työikäisten koordinaatio"
    Kun asiakas ehdottaa siirtymää "Haluan työhönvalmennukseen" saattaen vaihtona vastaanottajalle "Oulun työllisyyspalvelut"
    Ja vastaanottaja "Oulun työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "Pohjois-Pohjanmaan hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja              |
      | asiakas                  |
      | omatyöntekijä            |
      | työikäisten koordinaatio |
      | työhönvalmentaja         |
    Ja vastaanottaja "Oulun työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja koordinaatiovastuu on organisaatiolla "Oulun työllisyyspalvelut"
    Ja palvelusta "Työikäisten koordinaatio" vastaa "Pohjois-Pohjanmaan hyvinvointialue"
