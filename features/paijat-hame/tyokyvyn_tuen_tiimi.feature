# language: fi
Ominaisuus: Työkyvyn tuen tiimiin saa yhteyden itse, mistä vaiheesta tahansa
  Matala kynnys tarkoittaa, ettei kukaan portinvartija päätä, kuka tiimiin pääsee. Tiimi tulee mukaan asiakkaan rinnalle:
  vaihe ei vaihdu, eikä vastuu siirry.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Päijät-Häme"
    Ja tänään on 2.6.2025

  Tapausaihio: Asiakkaan yhteydenotto riittää
    Oletetaan että asiakas on vaiheessa "<vaihe>"
    Kun asiakas tekee siirtymän "Ota yhteyttä työkyvyn tuen tiimiin"
    Niin asiakas on vaiheessa "<vaihe>"
    Ja merkintä "työkyvyn tuen tiimi on mukana" on voimassa
    Ja vaiheesta vastaa "<vastaa>"
    Ja koordinaatiovastuu on organisaatiolla "Päijät-Hämeen hyvinvointialue"

    Tapaukset:
      | vaihe                             | vastaa          |
      | Yhteydenotto                      | tunnistaja      |
      | Tuen tarpeen tunnistaminen        | tunnistaja      |
      | Palvelutarpeen arviointi          | omatyöntekijä   |
      | Suunnitelma ja palvelukokonaisuus | koordinaattori  |
      | Palvelut käynnissä                | koordinaattori  |
      | Osallisuuden tuki                 | sosiaaliohjaaja |

  Tapaus: Ammattilainen ei ota yhteyttä asiakkaan tietämättä
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun "tunnistaja" yrittää siirtymää "Ota yhteyttä työkyvyn tuen tiimiin" sopimatta siitä muiden kanssa
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä    | kuka voi täydentää |
      | asiakas | asiakas            |
    Ja mikään ei ole muuttunut

  Tapausaihio: Työkyvyn arvioinnin voi avata tunnistaja tai tiimi
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Kun "<toimija>" avaa palvelun "Työ- ja toimintakyvyn arviointi"
    Niin palvelu "Työ- ja toimintakyvyn arviointi" on vaiheessa "Pyydetty"
    Ja siirtymä "Arviointia ei jatketa" on mahdollinen toimijalle "asiakas"

    Tapaukset:
      | toimija             |
      | tunnistaja          |
      | työkyvyn tuen tiimi |

  Tapaus: Tiimin mukanaolo päättyy polun päättyessä
    Oletetaan että asiakas on vaiheessa "Palvelut käynnissä"
    Ja asiakas on tehnyt siirtymän "Ota yhteyttä työkyvyn tuen tiimiin"
    Ja loppuarviointi on tehty ja asiakasta on kuultu 2.6.2025
    Kun "koordinaattori" tekee siirtymän "Päätä palvelupolku" syystä "oma toive"
    Niin asiakas on vaiheessa "Päättynyt"
    Ja merkintä "työkyvyn tuen tiimi on mukana" ei ole voimassa
    Ja siirtymä "Avaa palvelupolku uudelleen" on mahdollinen toimijalle "asiakas"

  Tapaus: Valmennukseen mennään saattaen
    Oletetaan että asiakas on vaiheessa "Osallisuuden tuki"
    Kun asiakas ehdottaa siirtymää "Haluan työhönvalmennukseen" saattaen vaihtona vastaanottajalle "Päijät-Hämeen työllisyyspalvelut"
    Ja vastaanottaja "Päijät-Hämeen työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin asiakas on vaiheessa "Osallisuuden tuki"
    Ja koordinaatiovastuu on organisaatiolla "Päijät-Hämeen hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | sosiaaliohjaaja  |
      | työhönvalmentaja |
    Ja vastaanottaja "Päijät-Hämeen työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja koordinaatiovastuu on organisaatiolla "Päijät-Hämeen työllisyyspalvelut"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla
