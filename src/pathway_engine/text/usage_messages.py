"""How the program is called, and what was wrong with a call: click's own words in three languages."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "usage-usage": ("Käyttö:", "Användning:", "Usage:"),
    "usage-help": ("Ohje: {command} --help", "Hjälp: {command} --help", "Help: {command} --help"),
    "usage-error": ("Virhe: {what}", "Fel: {what}", "Error: {what}"),
    "usage-no-option": (
        "Valitsinta {typed} ei ole.",
        "Alternativet {typed} finns inte.",
        "There is no option {typed}.",
    ),
    "usage-no-command": (
        "Komentoa ”{typed}” ei ole.",
        "Kommandot ”{typed}” finns inte.",
        "There is no command “{typed}”.",
    ),
    "usage-no-command-given": ("Komento puuttuu.", "Kommandot saknas.", "The command is missing."),
    "usage-missing-option": (
        "Valitsin {name} on annettava.",
        "Alternativet {name} ska anges.",
        "The option {name} has to be given.",
    ),
    "usage-missing-argument": ("Komennolta puuttuu {name}.", "Kommandot saknar {name}.", "The command lacks {name}."),
    "usage-extra": (
        "Komennossa on liikaa: {typed}. Onko väli jäänyt lainausmerkkien ulkopuolelle?",
        "Kommandot har för mycket: {typed}. Står ett mellanslag utanför citattecknen?",
        "The command has too much: {typed}. Is a space left outside quotes?",
    ),
    "usage-value": (
        "Kohtaan {name} ei käy{typed}: {what}",
        "{name} kan inte vara{typed}: {what}",
        "{name} cannot be{typed}: {what}",
    ),
    "usage-choose": ("valitse näistä: {options}", "välj bland: {options}", "choose from: {options}"),
    "usage-number": ("anna luku", "ange ett tal", "give a number"),
    "usage-range": ("anna luku väliltä {range}", "ange ett tal mellan {range}", "give a number of the range {range}"),
    "usage-no-file": (
        "sellaista tiedostoa tai kansiota ei ole",
        "det finns ingen sådan fil eller mapp",
        "there is no such file or folder",
    ),
    "usage-is-folder": (
        "se on kansio, mutta tarvitaan tiedosto",
        "det är en mapp, men en fil behövs",
        "it is a folder, and a file is wanted",
    ),
    "usage-is-file": (
        "se on tiedosto, mutta tarvitaan kansio",
        "det är en fil, men en mapp behövs",
        "it is a file, and a folder is wanted",
    ),
    "usage-not-readable": ("sitä ei voi lukea", "det kan inte läsas", "it cannot be read"),
    "usage-not-writable": (
        "siihen ei voi kirjoittaa",
        "det går inte att skriva där",
        "nothing can be written there",
    ),
    "usage-takes-none": (
        "Valitsimelle {name} ei anneta arvoa.",
        "Alternativet {name} tar inget värde.",
        "The option {name} takes no value.",
    ),
    "usage-wants-value": (
        "Valitsimen {name} jälkeen kuuluu arvo.",
        "Efter alternativet {name} ska det stå ett värde.",
        "A value has to follow the option {name}.",
    ),
    # ── help
    "usage-heading-options": ("Valitsimet", "Alternativ", "Options"),
    "usage-heading-commands": ("Komennot", "Kommandon", "Commands"),
    "usage-heading-positional": ("Annettavat", "Argument", "Positional arguments"),
    "usage-heading-arguments": ("Annettavat", "Argument", "Arguments"),
    "usage-show-help": ("Näyttää tämän ohjeen.", "Visar den här hjälpen.", "Show this message and exit."),
    "usage-show-version": ("Näyttää ohjelman version.", "Visar programmets version.", "Show the version and exit."),
    "usage-required": ("pakollinen", "obligatoriskt", "required"),
    "usage-default": ("oletus: ", "standard: ", "default: "),
    "usage-environment": ("ympäristömuuttuja: ", "miljövariabel: ", "env var: "),
}
