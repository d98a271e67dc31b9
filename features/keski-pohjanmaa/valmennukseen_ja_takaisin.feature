# language: fi
Ominaisuus: Keski-Pohjanmaa: valmennukseen saattaen, ja takaisin ilman lähetettä

  Tausta:
    Oletetaan että käytössä on palvelupolku "Keski-Pohjanmaa"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Oma toive riittää, ja vastuu siirtyy vasta vastaanotettaessa
    Kun asiakas ehdottaa siirtymää "Haluan työhönvalmennukseen" saattaen vaihtona vastaanottajalle "Keski-Pohjanmaan työllisyyspalvelut"
    Ja vastaanottaja "Keski-Pohjanmaan työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "Keski-Pohjanmaan hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | omatyöntekijä    |
      | työhönvalmentaja |
    Ja vastaanottaja "Keski-Pohjanmaan työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Työhönvalmennus"
    Ja koordinaatiovastuu on organisaatiolla "Keski-Pohjanmaan työllisyyspalvelut"
    Ja vastaanottajalle "Keski-Pohjanmaan työllisyyspalvelut" ei ole annettu tietoja
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

  Tapaus: Kesken jäänyt valmennus jatkuu siitä, mihin se jäi
    Oletetaan että asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Kun asiakas tekee siirtymän "Lopeta työhönvalmennus"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Kun asiakas tekee siirtymän "Palaa työhönvalmennukseen"
    Niin asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"
    Mutta syytä "ei valmis" ei voi valita
