"""What does not fit a place of a feature's sentence: told by lint before the run, and by the run where it comes to it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── days, lengths of time, numbers
    "lint-month": (
        "Päivää {typed} ei ole: siinä kuussa on {count} päivää. Tarkoititko: {last}?",
        "Datumet {typed} finns inte: den månaden har {count} dagar. Menade du: {last}?",
        "There is no day {typed}: that month has {count} days. Did you mean: {last}?",
    ),
    "bdd-too-long": (
        "Aika ”{typed}” vie kauemmaksi kuin lasketaan. Pisin on 200 vuotta.",
        "Tiden ”{typed}” leder längre bort än det räknas. Den längsta är 200 år.",
        "“{typed}” leads farther than is counted. The longest is 200 years.",
    ),
    "bdd-too-many": (
        "{typed} on liikaa: yhdessä tapauksessa on enintään {most} asiakasta.",
        "{typed} är för många: ett scenario har högst {most} klienter.",
        "{typed} are too many: a scenario has at most {most} clients.",
    ),
    # ── names
    "bdd-several": (
        "Nimi ”{typed}” voi tarkoittaa useampaa. Kirjoita tunnus: {known}.",
        "Namnet ”{typed}” kan betyda flera. Skriv koden: {known}.",
        "The name “{typed}” may mean several things. Write the id: {known}.",
    ),
    "lint-names-shown": (
        "Nimet näyttää: pathway show.",
        "Namnen visas av: pathway show.",
        "The names are shown by: pathway show.",
    ),
    "lint-service-move": (
        "Palvelussa ”{service}” ei ole siirtymää ”{typed}”. {hint}",
        "Tjänsten ”{service}” har ingen övergång ”{typed}”. {hint}",
        "The service “{service}” has no move “{typed}”. {hint}",
    ),
    "lint-service-state": (
        "Palvelussa ”{service}” ei ole vaihetta ”{typed}”. {hint}",
        "Tjänsten ”{service}” har inget skede ”{typed}”. {hint}",
        "The service “{service}” has no state “{typed}”. {hint}",
    ),
    # ── records
    "lint-field": (
        "Kirjauksessa ”{record}” ei ole kohtaa ”{typed}”. Lähimmät: {known}",
        "Anteckningen ”{record}” har ingen punkt ”{typed}”. De närmaste: {known}",
        "The record “{record}” has no item “{typed}”. Nearest: {known}",
    ),
    "lint-no-field": (
        "Missään kirjauksessa ei ole kohtaa ”{typed}”. {hint}",
        "Ingen anteckning har punkten ”{typed}”. {hint}",
        "No record has an item “{typed}”. {hint}",
    ),
    "lint-value": (
        "Kohtaan ”{field}” ei sovi ”{typed}”: {hint}",
        "I punkten ”{field}” passar inte ”{typed}”: {hint}",
        "The item “{field}” cannot hold “{typed}”: {hint}",
    ),
    "lint-value-near": ("lähimmät ovat {names}", "de närmaste är {names}", "the nearest are {names}"),
    "lint-no-header": (
        "Taulukon ensimmäinen rivi on otsikko eikä sitä lueta, mutta siinä on ”{typed}”. Lisää sen yläpuolelle otsikkorivi: {header}",
        "Tabellens första rad är en rubrik och läses inte, men där står ”{typed}”. Lägg till en rubrikrad ovanför: {header}",
        "The first row of a table is its header and is not read, but it says “{typed}”. Put a header above it: {header}",
    ),
    "lint-header-item": ("| kohta | sisältö |", "| punkt | innehåll |", "| item | value |"),
    "lint-header-missing": (
        "| mitä | kuka voi täydentää |",
        "| vad | vem kan komplettera |",
        "| what | who can supply it |",
    ),
    "lint-header-one": ("| nimi |", "| namn |", "| name |"),
    "lint-header-only": (
        "Taulukossa on vain otsikkorivi, joten siitä ei lueta mitään. Lisää rivejä sen alle.",
        "Tabellen har bara en rubrikrad, så inget läses. Lägg till rader under den.",
        "The table has a header only, so nothing is read from it. Add rows below it.",
    ),
    "lint-cell-twice": (
        "”{typed}” on taulukossa jo rivillä {first}; vain jälkimmäinen luettaisiin.",
        "”{typed}” finns redan i tabellen på rad {first}; bara den senare skulle läsas.",
        "“{typed}” stands in the table on line {first} already; only the later one would be read.",
    ),
    "lint-cell-empty": (
        "Rivin ensimmäisessä solussa ei ole nimeä. Kirjoita se tai poista rivi.",
        "Radens första cell har inget namn. Skriv det eller ta bort raden.",
        "The first cell of the row has no name. Write it, or take the row away.",
    ),
    "lint-columns": (
        "Taulukossa on {found} saraketta, mutta lause lukee niistä vain {read}.",
        "Tabellen har {found} kolumner men meningen läser bara {read} av dem.",
        "The table has {found} columns, but the sentence reads {read} of them only.",
    ),
    # ── reasons, statuses, texts
    "lint-option": (
        "Syytä ”{typed}” ei ole luettelossa. Lähimmät: {known}",
        "Orsaken ”{typed}” finns inte i listan. De närmaste: {known}",
        "The reason “{typed}” is not in the list. Nearest: {known}",
    ),
    "lint-reason": (
        "Mikään puute eikä syy ole nimeltään ”{typed}”. Lähimmät: {near}",
        "Ingenting som kan saknas och ingen orsak heter ”{typed}”. De närmaste: {near}",
        "Nothing that can be missing and no reason is called “{typed}”. Nearest: {near}",
    ),
    "lint-reason-only": (
        "Mikään puute eikä syy ole nimeltään ”{typed}”. Kirjoita puuttuvan kirjauksen, kohdan tai roolin nimi.",
        "Ingenting som kan saknas och ingen orsak heter ”{typed}”. Skriv namnet på anteckningen, punkten eller rollen som saknas.",
        "Nothing that can be missing and no reason is called “{typed}”. Write the name of the record, item or role that is missing.",
    ),
    "lint-status": (
        "”{typed}” ei ole saattaen vaihdon tila. Tilat ovat: {known}.",
        "”{typed}” är ingen status för den ledsagade överföringen. Den kan vara: {known}.",
        "“{typed}” is no status of a warm handover. It may be: {known}.",
    ),
    "lint-text": (
        "Asiakkaan sivulla ei missään vaiheessa lue ”{typed}”. Lähin: {near}",
        "På klientens sida står aldrig ”{typed}”. Närmast är: {near}",
        "The client's page never says “{typed}”. Nearest: {near}",
    ),
    "lint-text-only": (
        "Asiakkaan sivulla ei missään vaiheessa lue ”{typed}”. Tekstit ovat määrittelyssä kohdassa plain.",
        "På klientens sida står aldrig ”{typed}”. Texterna finns i definitionen under plain.",
        "The client's page never says “{typed}”. The texts stand in the definition under plain.",
    ),
    # ── what a scenario as a whole lacks
    "lint-no-pathway-said": (
        'Palvelupolkua ei ole kerrottu ennen tätä. Kirjoita taustaan: Oletetaan että käytössä on palvelupolku "…"',
        'Servicestigen har inte angetts före detta. Skriv i bakgrunden: Givet att servicestigen "…" används',
        'No pathway is named before this. Write in the background: Given the pathway "…" is in use',
    ),
    "lint-nothing-tried": (
        'Ennen tätä mitään ei ole yritetty, joten lause ei voi toteutua. Kirjoita ensin: … yrittää siirtymää "…"',
        'Före detta har inget försökts, så meningen kan inte stämma. Skriv först: … försöker göra övergången "…"',
        'Nothing is tried before this, so it cannot hold. Write first: … tries the move "…"',
    ),
    # ── statuses of a handover that is over
    "status-completed": ("vastaanotettu", "mottagen", "completed"),
    "status-returned": ("palautettu", "återlämnad", "returned"),
    "status-declined": ("asiakas ei halunnut", "klienten ville inte", "declined by the client"),
    "status-cancelled": ("peruttu", "återtagen", "cancelled"),
    "status-transferred": ("siirretty toiselle", "överförd till en annan", "transferred"),
}
