# language: fi
Ominaisuus: Mistä tietojen säilytysaika alkaa ja mikä sen pysäyttää
  Kuolema ja muutto ovat tosiasioita: ne kirjataan heti, eikä niiltä kysytä mitään. Tietojen säilyttäminen ei koskaan
  estä asiakasta etenemästä.

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja tänään on 2.6.2025
    Ja asiakas on vaiheessa "Palvelut käynnissä"

  Tapaus: Asiakkaan kuolema päättää polun ja kaiken, mikä on kesken
    Oletetaan että asiakkaalla on käynnissä palvelu "Työkokeilu"
    Kun "koordinaattori" tekee siirtymän "Asiakas on kuollut"
    Niin asiakas on vaiheessa "Päättynyt"
    Ja merkintä "asiakas on kuollut" on voimassa
    Ja palvelu "Työkokeilu" on päättynyt

  Tapaus: Kuolema voidaan kirjata vielä polun päätyttyä
    Oletetaan että asiakas on vaiheessa "Päättynyt"
    Kun "koordinaattori" tekee siirtymän "Asiakas on kuollut"
    Niin asiakas on vaiheessa "Päättynyt"

  Tapaus: Muutto ei päätä palveluja
    Oletetaan että asiakkaalla on käynnissä palvelu "Työkokeilu"
    Kun asiakas tekee siirtymän "Asiakas on muuttanut"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja asiakkaan muut palvelut jatkuvat ennallaan
    Ja merkintä "asiakas on muuttanut" on voimassa
    Kun asiakas tekee siirtymän "Asiakas on muuttanut takaisin"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja merkintä "asiakas on muuttanut" ei ole voimassa

  Tapaus: Tuen tarpeen päättymisestä sovitaan asiakkaan kanssa
    Kun "koordinaattori" yrittää siirtymää "Tuen tarve on päättynyt" sopimatta siitä muiden kanssa
    Niin siirtymä ei onnistu
    Ja merkintä "tuen tarve on päättynyt" ei ole voimassa
    Kun "koordinaattori" tekee siirtymän "Tuen tarve on päättynyt"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja merkintä "tuen tarve on päättynyt" on voimassa

  Tapaus: Säilytysmääräys ei muuta asiakkaan polkua
    Kun "rekisterin vastuuhenkilö" tekee siirtymän "Määrää tiedot säilytettäviksi"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja merkintä "tiedot on säilytettävä toistaiseksi" on voimassa
    Kun "rekisterin vastuuhenkilö" tekee siirtymän "Poista säilytysmääräys"
    Niin asiakas on vaiheessa "Palvelut käynnissä"
    Ja merkintä "tiedot on säilytettävä toistaiseksi" ei ole voimassa
