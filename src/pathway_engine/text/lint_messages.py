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
        "”{typed}” ei ole avainsana, joten sillä alkava osa jäisi ajamatta. Tarkoititko: {keyword}",
        "”{typed}” är inget nyckelord, så den del som börjar där skulle inte köras. Menade du: {keyword}",
        "“{typed}” is no keyword, so the part that begins with it would not be run. Did you mean: {keyword}",
    ),
    "lint-colon": (
        "Avainsanan jälkeen kuuluu kaksoispiste, muuten osa jää pois. Kirjoita: {keyword}",
        "Efter nyckelordet ska det stå ett kolon, annars blir delen utan verkan. Skriv: {keyword}",
        "A colon belongs after the keyword, or this part is left out. Write: {keyword}",
    ),
    "lint-no-keyword": (
        "Lauseelta puuttuu avainsana, joten sitä ei ajeta. Kirjoita sen eteen {keywords}.",
        "Meningen saknar nyckelord och körs inte. Skriv {keywords} framför den.",
        "The sentence has no keyword and is not run. Write {keywords} before it.",
    ),
    "lint-table-nowhere": (
        "Taulukko ei ole minkään lauseen alla, joten sitä ei lueta. Siirrä se lauseensa alle.",
        "Tabellen står inte under någon mening och läses inte. Flytta den under sin mening.",
        "The table stands under no sentence and is not read. Move it below its sentence.",
    ),
    "lint-cells": (
        "Rivillä on {found} saraketta ja taulukon alussa {wanted}. Tarkista pystyviivat; itse merkki | kirjoitetaan \\|.",
        "Raden har {found} kolumner och tabellens början {wanted}. Kontrollera strecken; själva tecknet | skrivs \\|.",
        "The row has {found} columns and the table begins with {wanted}. Look at the bars; the sign | itself is written \\|.",
    ),
    "lint-text-open": (
        'Kolmella lainausmerkillä alkanut teksti ei pääty. Sulje se merkeillä """ tai poista ne.',
        'Texten som börjar med tre citattecken tar inte slut. Avsluta den med """ eller ta bort dem.',
        'The text begun by three quotes does not end. Close it by """, or take them away.',
    ),
    "lint-text-not-taken": (
        'Lause ei lue tekstiä merkkien """ välistä. Käytä taulukkoa tai poista teksti.',
        'Meningen läser ingen text mellan """. Använd en tabell eller ta bort texten.',
        'The sentence reads no text between """. Use a table, or take the text away.',
    ),
    "lint-misplaced": (
        "”{typed}” on väärässä paikassa. Järjestys on: {order}.",
        "”{typed}” står på fel plats. Ordningen är: {order}.",
        "“{typed}” stands in the wrong place. The order is: {order}.",
    ),
    "lint-second-feature": (
        "Tiedostossa on toinen ”{keyword}”. Tee siitä oma tiedosto.",
        "Filen har en andra ”{keyword}”. Lägg den i en egen fil.",
        "The file has a second “{keyword}”. Put it into a file of its own.",
    ),
    "lint-first-and": (
        "”{keyword}” jatkaa edellistä lausetta, mutta tapauksessa se on ensimmäinen. Aloita: {given}",
        "”{keyword}” fortsätter föregående mening men är scenariots första. Börja: {given}",
        "“{keyword}” goes on from the sentence before, but it is the scenario's first. Begin: {given}",
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
    "lint-full-stop": (
        "Lauseen lopussa ei ole pistettä. Poista se.",
        "Meningen slutar utan punkt. Ta bort den.",
        "The sentence ends without a full stop. Take it away.",
    ),
    "lint-colon-wanted": (
        "Lause päättyy kaksoispisteeseen, ja sen alle kuuluu taulukko. Lisää molemmat.",
        "Meningen slutar med kolon, och under den ska det finnas en tabell. Lägg till båda.",
        "The sentence ends in a colon, and a table belongs below it. Add both.",
    ),
    "lint-colon-extra": (
        "Lause ei pääty kaksoispisteeseen, eikä sen alla ole taulukkoa. Poista kaksoispiste.",
        "Meningen slutar inte med kolon och har ingen tabell under sig. Ta bort kolonet.",
        "The sentence does not end in a colon and has no table below it. Take the colon away.",
    ),
    "lint-client-letter": (
        "”{typed}” ei ole asiakkaan kirjain. Useampi asiakas erotetaan yhdellä isolla kirjaimella, kuten ”A”.",
        "”{typed}” är ingen bokstav för en klient. Flera klienter skiljs åt med en stor bokstav, som ”A”.",
        "“{typed}” is no letter of a client. Several clients are told apart by one capital letter, such as “A”.",
    ),
    "lint-quotes": (
        'Kirjoita nimi lainausmerkkeihin: "{typed}"',
        'Skriv namnet inom citattecken: "{typed}"',
        'Write the name in quotes: "{typed}"',
    ),
    "lint-quotes-empty": (
        "Lainausmerkkien välistä puuttuu nimi.",
        "Namnet saknas mellan citattecknen.",
        "There is no name between the quotes.",
    ),
    "lint-quotes-inside": (
        "Nimessä ”{typed}” on lainausmerkki. Kirjoita nimen tilalle tunnus; tunnukset näyttää: pathway show.",
        "I namnet ”{typed}” finns ett citattecken. Skriv koden i stället; koderna visas av: pathway show.",
        "The name “{typed}” has a quote in it. Write the id instead; ids are shown by: pathway show.",
    ),
    "lint-no-duration": (
        "”{typed}” ei ole aika, jota lause lukee. Kirjoita esimerkiksi: {example}",
        "”{typed}” är ingen tid som meningen läser. Skriv till exempel: {example}",
        "“{typed}” is no length of time that the sentence reads. Write for instance: {example}",
    ),
    "lint-no-kind": (
        "”{typed}” ei ole kirjauksen laji. Lajit ovat: {known}.",
        "”{typed}” är inget slag av anteckning. Slagen är: {known}.",
        "“{typed}” is no kind of record. The kinds are: {known}.",
    ),
    "lint-no-count": (
        "”{typed}” ei ole luku. Kirjoita se numeroin, esimerkiksi 3.",
        "”{typed}” är inget tal. Skriv det med siffror, till exempel 3.",
        "“{typed}” is no number. Write it in digits, such as 3.",
    ),
    "lint-other-language": (
        "Lause on eri kieltä kuin tiedosto, jonka ensimmäinen rivi on: # language: {language}. Kirjoita se samalla kielellä.",
        "Meningen är på ett annat språk än filen, vars första rad är: # language: {language}. Skriv den på samma språk.",
        "The sentence is in another language than the file, whose first line is: # language: {language}. Write it in the same.",
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
    "lint-wrong-language": (
        "Rivi sanoo kieleksi {typed}, mutta avainsanat ovat muuta kieltä. Kirjoita: # language: {language}",
        "Raden anger språket {typed}, men nyckelorden är på ett annat språk. Skriv: # language: {language}",
        "The line says the language is {typed}, but the keywords are of another. Write: # language: {language}",
    ),
    "lint-keyword-space": (
        "Avainsanan ”{typed}” jälkeen on sarkain tai sitova väli, joten riviä ei ajeta. Kirjoita tavallinen väli: {keyword}",
        "Efter nyckelordet ”{typed}” står en tabb eller ett hårt mellanslag, så raden körs inte. Skriv ett vanligt mellanslag: {keyword}",
        "A tab or a no-break space stands after the keyword “{typed}”, so the line is not run. Write a plain space: {keyword}",
    ),
    "lint-tag": (
        "Tunnisteessa ei voi olla väliä: ”{typed}”. Kirjoita yhteen, esimerkiksi @tuettu-työllistyminen.",
        "En tagg kan inte ha mellanslag: ”{typed}”. Skriv ihop, till exempel @arbete-med-stöd.",
        "A tag cannot hold a space: “{typed}”. Write it as one, such as @supported-employment.",
    ),
    "lint-tag-background": (
        "Taustalla ei voi olla tunnistetta. Siirrä {typed} tapausten yläpuolelle.",
        "Bakgrunden kan inte ha en tagg. Flytta {typed} ovanför scenarierna.",
        "The background cannot have a tag. Move {typed} above the scenarios.",
    ),
    "lint-column-twice": (
        "Sarake ”{typed}” on taulukossa kahdesti; vain jälkimmäinen luettaisiin.",
        "Kolumnen ”{typed}” finns två gånger i tabellen; bara den senare skulle läsas.",
        "The column “{typed}” stands in the table twice; only the later one would be read.",
    ),
    "lint-ends-early": (
        "Tiedosto päättyy kesken: rivin jälkeen kuuluu vielä jotain, kuten tapaus.",
        "Filen slutar för tidigt: efter raden ska något följa, till exempel ett scenario.",
        "The file ends too early: something has to follow this line, such as a scenario.",
    ),
    "lint-comment": (
        "Lauseen perässä ei voi olla kommenttia. Siirrä se omalle rivilleen: {typed}",
        "En kommentar kan inte stå efter meningen. Flytta den till en egen rad: {typed}",
        "A comment cannot stand behind a sentence. Move it to a line of its own: {typed}",
    ),
    "lint-file-name": (
        "Tiedostoa ei ajeta, koska sen nimi päättyy .txt. Anna sille nimi: {right}",
        "Filen körs inte, för dess namn slutar på .txt. Ge den namnet: {right}",
        "The file is not run, for its name ends in .txt. Name it: {right}",
    ),
    "lint-unreadable": (
        "Tiedostoa ei voi lukea: sitä ei ole, tai siihen ei ole oikeuksia.",
        "Filen kan inte läsas: den finns inte eller behörighet saknas.",
        "The file cannot be read: it is not there, or you have no right to it.",
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
