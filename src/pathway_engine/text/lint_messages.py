"""What is found fault with in a feature before it is run."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "lint-no-language": (
        "Tiedoston ensimmäiseltä riviltä puuttuu kieli. Kirjoita sille: # language: {language}",
        "Språket saknas på filens första rad. Skriv där: # language: {language}",
        "The first line does not say the language. Write there: # language: {language}",
    ),
    "lint-empty": (
        "Tiedostossa ei ole yhtään tapausta.",
        "Filen innehåller inga scenarier.",
        "There is no scenario in this file.",
    ),
    "lint-person": (
        "Tässä näyttää olevan henkilötunnus tai puhelinnumero. Ominaisuuksissa ei ole oikeita henkilöitä.",
        "Här verkar stå en personbeteckning eller ett telefonnummer. Inga verkliga personer i egenskaper.",
        "This looks like an identity code or a phone number. There are no real people in features.",
    ),
    "lint-not-read": (
        "Riviä ei voi lukea: ”{typed}”. Rivin pitää alkaa avainsanalla, kuten Oletetaan, Kun, Niin tai Ja.",
        "Raden kan inte läsas: ”{typed}”. Den ska börja med ett nyckelord, som Givet, När, Så eller Och.",
        "The line cannot be read: “{typed}”. It has to begin with a keyword, such as Given, When, Then or And.",
    ),
    "lint-comma": (
        "Kirjoita ilman pilkkua: ”{keyword}”. Sanan ”{typed}” jälkeen riviä ei muuten ajeta.",
        "Skriv utan kommatecken: ”{keyword}”. Efter ”{typed}” körs raden annars inte.",
        "Write it without the comma: “{keyword}”. After “{typed}” the line would not be run.",
    ),
    "lint-keyword": (
        "”{typed}” ei ole avainsana, joten riviä ei ajeta. Tarkoititko: {keyword}?",
        "”{typed}” är inget nyckelord, så raden körs inte. Menade du: {keyword}?",
        "“{typed}” is no keyword, so the line is not run. Did you mean: {keyword}?",
    ),
    "lint-title": (
        "”{typed}” ei ole avainsana, joten koko tapaus jäisi ajamatta. Tarkoititko: {keyword}",
        "”{typed}” är inget nyckelord, så hela scenariot skulle inte köras. Menade du: {keyword}",
        "“{typed}” is no keyword, so the whole scenario would not be run. Did you mean: {keyword}",
    ),
    "lint-prose": (
        "Lause ei kuulu mihinkään tapaukseen, joten sitä ei ajeta. Kirjoita sen yläpuolelle: Tapaus: …",
        "Meningen hör inte till något scenario och körs inte. Skriv ovanför den: Scenario: …",
        "The sentence belongs to no scenario and is not run. Write above it: Scenario: …",
    ),
    "lint-duplicate": (
        "Tapaus ”{name}” on jo rivillä {first}; samannimisistä ajettaisiin vain toinen. Anna sille oma nimi.",
        "Scenariot ”{name}” finns redan på rad {first}; bara ett av dem skulle köras. Ge det ett eget namn.",
        "The scenario “{name}” is on line {first} already; only one of them would run. Give it a name of its own.",
    ),
    "lint-no-steps": (
        "Tapauksessa ei ole yhtään lausetta.",
        "Scenariot har inga meningar.",
        "The scenario has no sentence.",
    ),
    "lint-no-then": (
        "Tapauksesta puuttuu Niin-lause, joten se ei osoita mitään. Lisää lause, joka kertoo, mitä seuraa.",
        "Scenariot saknar en Så-mening och visar ingenting. Lägg till en mening om vad som följer.",
        "The scenario has no Then, so it shows nothing. Add a sentence that says what follows.",
    ),
    "lint-no-rows": (
        "Tapausaihiolla ei ole yhtään riviä taulukossa Tapaukset.",
        "Det abstrakta scenariot har inga rader i tabellen Exempel.",
        "The outline has no row in its Examples.",
    ),
    "lint-no-column": (
        "Paikalla <{name}> ei ole saraketta taulukossa Tapaukset. Sarakkeet ovat: {columns}.",
        "Platsen <{name}> har ingen kolumn i tabellen Exempel. Kolumnerna är: {columns}.",
        "The place <{name}> has no column in Examples. The columns are: {columns}.",
    ),
    "lint-ambiguous": (
        "Lauseen voi lukea usealla tavalla: {steps}.",
        "Meningen kan läsas på flera sätt: {steps}.",
        "The sentence can be read in several ways: {steps}.",
    ),
    "lint-undefined": (
        "Tätä lausetta ei tunneta. Kaikki lauseet: pathway features steps --lang fi.",
        "Den här meningen är okänd. Alla meningar: pathway features steps --lang sv.",
        "Nobody knows this sentence. All sentences: pathway features steps --lang en.",
    ),
    "lint-undefined-near": (
        "Tätä lausetta ei tunneta. Lähin on: {near}",
        "Den här meningen är okänd. Den närmaste är: {near}",
        "Nobody knows this sentence. The nearest is: {near}",
    ),
    "lint-table-wanted": (
        "Lauseen alle kuuluu taulukko: otsikkorivi ja rivejä, esimerkiksi | kohta | sisältö |.",
        "Under meningen ska det finnas en tabell: en rubrikrad och rader, till exempel | punkt | innehåll |.",
        "A table has to follow this sentence: a header and rows, such as | item | value |.",
    ),
    "lint-table-not-taken": (
        "Lause ei lue taulukkoa, joten siitä ei tarkistettaisi mitään.",
        "Meningen läser ingen tabell, så inget i den skulle kontrolleras.",
        "The sentence reads no table, so nothing in it would be looked at.",
    ),
    "lint-pathway-only": (
        (
            "Palvelupolkua ”{typed}” ei ole. Sitä etsitään ominaisuuden kansiosta, kansioista sen yläpuolella ja "
            "asennetuista."
        ),
        (
            "Det finns ingen servicestig ”{typed}”. Den söks i egenskapens mapp, i mapparna ovanför och bland de "
            "installerade."
        ),
        (
            "There is no pathway “{typed}”. It is looked for in the feature's folder, in those above it and among the "
            "installed ones."
        ),
    ),
    "lint-pathway": (
        "Palvelupolkua ”{typed}” ei ole. Lähimmät: {near}",
        "Det finns ingen servicestig ”{typed}”. De närmaste: {near}",
        "There is no pathway “{typed}”. Nearest: {near}",
    ),
    "lint-language": (
        "Kieltä ”{typed}” ei ole. Kirjoita: # language: {language}",
        "Det finns inget språk ”{typed}”. Skriv: # language: {language}",
        "There is no language “{typed}”. Write: # language: {language}",
    ),
    "lint-not-utf8": (
        "Rivillä on merkki, jota ei voi lukea. Tallenna tiedosto UTF-8-muodossa.",
        "På raden finns ett tecken som inte kan läsas. Spara filen som UTF-8.",
        "The line has a character that cannot be read. Save the file as UTF-8.",
    ),
    "lint-name-only": (
        "Nimeä ”{typed}” ei ole palvelupolulla. Nimet näyttää: pathway show.",
        "Namnet ”{typed}” finns inte på servicestigen. Namnen visas av: pathway show.",
        "There is nothing called “{typed}” on the pathway. Its names are shown by: pathway show.",
    ),
    "lint-name": (
        "Nimeä ”{typed}” ei ole palvelupolulla. Lähimmät: {near}",
        "Namnet ”{typed}” finns inte på servicestigen. De närmaste: {near}",
        "There is nothing called “{typed}” on the pathway. Nearest: {near}",
    ),
}
