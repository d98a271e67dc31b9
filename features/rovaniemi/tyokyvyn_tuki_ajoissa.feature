# language: fi
Ominaisuus: Työkyvyttömyyden riskiin tartutaan heti, eikä tuki odota vaihetta
  Kun merkit kertovat työkyvyttömyyden riskistä, asiakas ohjataan samalla hetkellä terveyspalveluihin ja työkyvyn
  selvittelyyn. Palvelutarpeen arviointi jatkuu rinnalla. Työkyvyn tuen tiimi tulee mukaan, jos asiakas niin haluaa: se
  on tarjous matkan varrella, ei vaihe, joka pitäisi suorittaa.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Rovaniemi"
    Ja tänään on 3.3.2025

  Tapausaihio: Riskin merkit johtavat terveyspalveluihin mistä vaiheesta tahansa
    Oletetaan että asiakas on vaiheessa "<vaihe>"
    Ja on kirjattu lomake "Tarkistuslista":
      | kohta                  | sisältö                 |
      | tuen tarpeen merkit    | terveydelliset ongelmat |
      | työkyvyttömyyden riski | kyllä                   |
    Kun "omatyöntekijä" tekee siirtymän "Ohjaa terveyspalveluihin ja työkyvyn selvittelyyn"
    Niin asiakas on vaiheessa "<vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "Lapin hyvinvointialue"

    Tapaukset:
      | vaihe                             |
      | Tuen tarpeen tunnistaminen        |
      | Palvelutarpeen arviointi          |
      | Suunnitelma ja palvelukokonaisuus |
      | Palvelut käynnissä                |

  Tapaus: Ohjauksen peruste kirjataan tarkistuslistaan
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun "tunnistaja" yrittää siirtymää "Ohjaa terveyspalveluihin ja työkyvyn selvittelyyn"
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä           |
      | Tarkistuslista |
    Ja mikään ei ole muuttunut

  Tapausaihio: Asiakasta ei ohjata eikä tiimiä kutsuta hänen tietämättään
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja on kirjattu lomake "Tarkistuslista":
      | kohta                  | sisältö                 |
      | tuen tarpeen merkit    | terveydelliset ongelmat |
      | työkyvyttömyyden riski | kyllä                   |
    Kun "tunnistaja" yrittää siirtymää "<siirtymä>" sopimatta siitä muiden kanssa
    Niin siirtymä ei onnistu
    Ja puuttuu:
      | mitä    | kuka voi täydentää |
      | asiakas | asiakas            |
    Ja mikään ei ole muuttunut

    Tapaukset:
      | siirtymä                                          |
      | Ohjaa terveyspalveluihin ja työkyvyn selvittelyyn |
      | Kutsu työkyvyn tuen tiimi mukaan                  |

  Tapausaihio: Tiimi tulee asiakkaan rinnalle, vaihe ei vaihdu
    Oletetaan että asiakas on vaiheessa "<vaihe>"
    Ja "asiakasvastaava" toimii organisaatiossa "Rovaniemen työllisyyspalvelut"
    Ja tehtävään "<kutsuja>" on nimetty "Työntekijä 3"
    Kun "<kutsuja>" tekee siirtymän "Kutsu työkyvyn tuen tiimi mukaan"
    Niin asiakas on vaiheessa "<vaihe>"
    Ja koordinaatiovastuu on organisaatiolla "Lapin hyvinvointialue"

    Tapaukset:
      | vaihe                      | kutsuja         |
      | Tuen tarpeen tunnistaminen | asiakasvastaava |
      | Palvelutarpeen arviointi   | omatyöntekijä   |
      | Palvelut käynnissä         | omatyöntekijä   |

  Tapausaihio: Työkyvyn arvioinnin voi avata se, joka tarpeen huomasi
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun "<toimija>" avaa palvelun "Työ- ja toimintakyvyn arviointi"
    Niin palvelu "Työ- ja toimintakyvyn arviointi" on vaiheessa "Pyydetty"
    Ja siirtymä "Arviointia ei jatketa" on mahdollinen toimijalle "asiakas"
    Ja asiakas on vaiheessa "Tuen tarpeen tunnistaminen"

    Tapaukset:
      | toimija             |
      | tunnistaja          |
      | työkyvyn tuen tiimi |

  Tapaus: Terveyspalvelut eivät ole palvelutarpeen arvioinnin ehto eikä este
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Kun "tunnistaja" kirjaa lomakkeen "Tarkistuslista":
      | kohta                  | sisältö                 |
      | tuen tarpeen merkit    | terveydelliset ongelmat |
      | työkyvyttömyyden riski | kyllä                   |
    Ja "tunnistaja" tekee siirtymän "Tunnista tuen tarve"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja siirtymä "Ohjaa terveyspalveluihin ja työkyvyn selvittelyyn" on mahdollinen toimijalle "omatyöntekijä"

  Tapaus: Rasti riskin kohdalla ei vielä kerro, miksi tukea tarvitaan
    Oletetaan että asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja on kirjattu lomake "Tarkistuslista":
      | kohta                  | sisältö |
      | työkyvyttömyyden riski | kyllä   |
    Kun "tunnistaja" yrittää siirtymää "Tunnista tuen tarve"
    Niin siirtymä ei onnistu
    Ja mikään ei ole muuttunut
    Kun asiakas kirjaa kirjauksen "Asiakkaan oma pyyntö"
    Ja asiakas tekee siirtymän "Tunnista tuen tarve"
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"

  Tapaus: Arviointiin toiseen organisaatioon saatetaan, ja tarkistuslista kulkee vain luvalla
    Oletetaan että koordinaatiovastuu on organisaatiolla "Rovaniemen työllisyyspalvelut"
    Ja asiakas on vaiheessa "Tuen tarpeen tunnistaminen"
    Ja on kirjattu lomake "Tarkistuslista":
      | kohta                  | sisältö                 |
      | tuen tarpeen merkit    | terveydelliset ongelmat |
      | työkyvyttömyyden riski | kyllä                   |
    Ja asiakas on antanut luvan "Tietojen antaminen" vastaanottajalle "Lapin hyvinvointialue"
    Kun asiakas ehdottaa siirtymää "Tunnista tuen tarve" saattaen vaihtona vastaanottajalle "Lapin hyvinvointialue"
    Ja vastaanottaja "Lapin hyvinvointialue" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "Rovaniemen työllisyyspalvelut"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja    |
      | asiakas        |
      | koordinaattori |
      | omatyöntekijä  |
    Ja vastaanottaja "Lapin hyvinvointialue" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Palvelutarpeen arviointi"
    Ja koordinaatiovastuu on organisaatiolla "Lapin hyvinvointialue"
    Ja vastaanottajalle "Lapin hyvinvointialue" on perusteella "Tietojen antaminen" annettu:
      | kirjaus        |
      | Tarkistuslista |
