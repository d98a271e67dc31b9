# language: fi
Ominaisuus: Sosiaalihuollon asiakkuus säilyy, kun työhönvalmennus alkaa
  Asiakas ei jää yksin palvelujen verkkoon.
  Koordinaatiovastuu siirtyy vasta, kun vastaanottaja on ottanut asiakkaan vastaan.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Rovaniemi"
    Ja tänään on 3.3.2025
    Ja asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Ja asiakkaalla on käynnissä palvelu "Kehitysvammaisten työtoiminta"

  Tapaus: Työtoiminta jatkuu ja omatyöntekijä säilyy
    Kun "omatyöntekijä" ehdottaa saattaen vaihtoa vastaanottajalle "Rovaniemen työllisyyspalvelut"
    Ja asiakas suostuu saattaen vaihtoon
    Ja asiakas antaa luvan "Tietojen antaminen" vastaanottajalle "Rovaniemen työllisyyspalvelut" 31.12.2025 asti
    Ja vastaanottaja "Rovaniemen työllisyyspalvelut" hyväksyy saattaen vaihdon
    Niin koordinaatiovastuu on organisaatiolla "Lapin hyvinvointialue"
    Kun pidetään tapaaminen "Saattaen vaihto", jossa ovat mukana:
      | osallistuja      |
      | asiakas          |
      | omatyöntekijä    |
      | työhönvalmentaja |
    Ja vastaanottaja "Rovaniemen työllisyyspalvelut" ottaa asiakkaan vastaan
    Niin asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"
    Ja palvelusta "Työhönvalmennus" vastaa "Rovaniemen työllisyyspalvelut"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Ja asiakkaalla on käynnissä palvelu "Kehitysvammaisten työtoiminta"
    Ja koordinaatiovastuu on koko ajan ollut täsmälleen yhdellä organisaatiolla

  Tapaus: Vastaanottajan hiljaisuus ei jätä asiakasta kenellekään kuulumatta
    Kun "omatyöntekijä" ehdottaa saattaen vaihtoa vastaanottajalle "Rovaniemen työllisyyspalvelut"
    Ja asiakas suostuu saattaen vaihtoon
    Niin määräaika "Saattaen vaihdon hyväksyminen" päättyy 17.3.2025
    Kun kuluu 3 viikkoa
    Niin määräaika "Saattaen vaihdon hyväksyminen" on ylittynyt
    Ja toimija "koordinaattori" saa tiedon määräajasta "Saattaen vaihdon hyväksyminen"
    Ja vaiheesta vastaa "koordinaattori"
    Ja tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"
    Ja koordinaatiovastuu on organisaatiolla "Lapin hyvinvointialue"
