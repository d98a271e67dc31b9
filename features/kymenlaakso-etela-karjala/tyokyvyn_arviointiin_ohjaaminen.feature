# language: fi
Ominaisuus: Tarkistuslistasta pääsee kahteen suuntaan, ja asiakas valitsee
  Tuen tarpeen merkit voivat johtaa palvelutarpeen arviointiin tai työkyvyn arviointiin terveydenhuollossa tai työpajalla.
  Mikään luettelo ei ratkaise, kumpaan: siitä sovitaan asiakkaan kanssa. Palvelutarve arvioidaan joka tapauksessa, eikä
  suunnitelma odota työkyvyn arviota.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kymenlaakso ja Etelä-Karjala"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Tuen tarpeen tunnistaminen"

  Tapaus: Ohjaus tarvitsee merkin tai syyn ja tiedon siitä, missä arvioidaan
    Kun "tunnistaja" yrittää siirtymää "Ohjaa työ- ja toimintakyvyn arviointiin"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä                                     |
      | Tarkistuslista                           |
      | Ohjaus työ- ja toimintakyvyn arviointiin |
    Ja mikään ei ole muuttunut

  Tapaus: Työkykyä ei lähdetä arvioimaan asiakkaan ohi
    Oletetaan että on kirjattu lomake "Tarkistuslista":
      | kohta               | sisältö             |
      | tuen tarpeen merkit | vähäinen työkokemus |
    Ja on kirjattu lomake "Ohjaus työ- ja toimintakyvyn arviointiin"
    Kun "tunnistaja" yrittää siirtymää "Ohjaa työ- ja toimintakyvyn arviointiin" sopimatta siitä muiden kanssa
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä    | kuka voi täydentää |
      | asiakas | asiakas            |

  Tapausaihio: Sama merkki johtaa siihen, mistä sovitaan
    Oletetaan että on kirjattu lomake "Tarkistuslista":
      | kohta               | sisältö                 |
      | tuen tarpeen merkit | terveydelliset ongelmat |
    Ja on kirjattu lomake "Ohjaus työ- ja toimintakyvyn arviointiin":
      | kohta                      | sisältö        |
      | arvioinnin paikka          | <paikka>       |
      | miksi arviointia tarvitaan | selkä ei kestä |
      | päivä                      | 2.6.2025       |
    Kun asiakas tekee siirtymän "<siirtymä>"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja koordinaatiovastuu on organisaatiolla "Kymenlaakson hyvinvointialue"

    Tapaukset:
      | paikka          | siirtymä                                |
      | terveydenhuolto | Ohjaa työ- ja toimintakyvyn arviointiin |
      | työpaja         | Ohjaa työ- ja toimintakyvyn arviointiin |
      | terveydenhuolto | Tunnista tuen tarve                     |

  Tapaus: Toiselle hyvinvointialueelle mennään saattaen, ja lomakkeet kulkevat luvalla
    Oletetaan että on kirjattu lomake "Tarkistuslista":
      | kohta           | sisältö        |
      | syy omin sanoin | selkä ei kestä |
    Ja on kirjattu lomake "Ohjaus työ- ja toimintakyvyn arviointiin"
    Ja asiakas on antanut luvan "Tietojen antaminen" vastaanottajalle "Etelä-Karjalan hyvinvointialue" 31.12.2025 asti
    Kun asiakas ehdottaa siirtymää "Ohjaa työ- ja toimintakyvyn arviointiin" saattaen vaihtona vastaanottajalle "Etelä-Karjalan hyvinvointialue"
    Ja vastaanottaja "Etelä-Karjalan hyvinvointialue" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "Kymenlaakson hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja                     |
      | asiakas                         |
      | tunnistaja                      |
      | terveydenhuollon ammattihenkilö |
    Ja vastaanottaja "Etelä-Karjalan hyvinvointialue" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja vaiheesta vastaa "omatyöntekijä"
    Ja koordinaatiovastuu on organisaatiolla "Etelä-Karjalan hyvinvointialue"
    Ja vastaanottajalle "Etelä-Karjalan hyvinvointialue" on perusteella "Tietojen antaminen" annettu:
      | kirjaus                                  |
      | Tarkistuslista                           |
      | Ohjaus työ- ja toimintakyvyn arviointiin |

  Tapaus: Suunnitelmaan päästään, vaikka työkyvyn arvio on kesken
    Oletetaan että on kirjattu lomake "Tarkistuslista":
      | kohta           | sisältö        |
      | syy omin sanoin | selkä ei kestä |
    Ja on kirjattu lomake "Ohjaus työ- ja toimintakyvyn arviointiin"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Ja on kirjattu arvio "Palvelutarpeen arviointi":
      | kohta                                      | sisältö         |
      | omat tavoitteet, ammattitaito ja osaaminen | keittiötyö      |
      | käytössä oleva työkyky                     | arvio on kesken |
      | hoidon ja kuntoutuksen tarve               | fysioterapia    |
      | mahdollinen erityisen tuen tarve           | kevyt alku      |
      | asiakkaan oma näkemys                      | Haluan töihin.  |
    Kun "tunnistaja" tekee siirtymän "Ohjaa työ- ja toimintakyvyn arviointiin"
    Ja "omatyöntekijä" tekee siirtymän "Arviointi on valmis"
    Niin saadaan varoitus "Työ- ja toimintakyvyn arvio"
    Ja merkintä "työkyky arvioidaan" on voimassa
    Ja asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"

  Tapaus: Tunnistaja voi avata työkyvyn arvioinnin heti, asiakkaan oma näkemys ensin
    Kun "tunnistaja" avaa palvelun "Työ- ja toimintakyvyn arviointi"
    Niin palvelu "Työ- ja toimintakyvyn arviointi" on vaiheessa "Pyydetty"
    Ja asiakas näkee tekstin "Voit kieltäytyä arvioinnista."

  Tapaus: Päätetty polku ei jätä työkyvyn arviointia roikkumaan
    Oletetaan että on kirjattu lomake "Tarkistuslista":
      | kohta           | sisältö        |
      | syy omin sanoin | selkä ei kestä |
    Ja on kirjattu lomake "Ohjaus työ- ja toimintakyvyn arviointiin"
    Ja asiakas on tehnyt siirtymän "Ohjaa työ- ja toimintakyvyn arviointiin"
    Ja loppuarviointi on tehty ja asiakasta on kuultu 2.6.2025
    Kun "koordinaattori" tekee siirtymän "Päätä palvelupolku" syystä "oma toive"
    Niin asiakas on vaiheessa "Päättynyt"
    Ja merkintä "työkyky arvioidaan" ei ole voimassa
    Ja siirtymä "Avaa palvelupolku uudelleen" on mahdollinen toimijalle "asiakas"
