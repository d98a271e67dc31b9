"""What is told of the parts of a pathway that scenarios touch, and of those that none does."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "coverage-state": ("Vaiheet", "Skeden", "States"),
    "coverage-move": ("Siirtymät", "Övergångar", "Moves"),
    "coverage-refusal": ("Puutteet, joihin siirtymä ei onnistu", "Brister som hindrar en övergång", "Refusals"),
    "coverage-deadline": ("Määräajat", "Tidsfrister", "Deadlines"),
    "coverage-handover": ("Saattaen vaihdot", "Ledsagade överföringar", "Warm handovers"),
    "coverage-service": ("Palvelut", "Tjänster", "Services"),
    "coverage-line": ("{kind}: {touched}/{total}", "{kind}: {touched}/{total}", "{kind}: {touched} of {total}"),
    "coverage-line-inherited": (
        "{kind}: {touched}/{total}, niistä tässä osoitettu {here}; {inherited}",
        "{kind}: {touched}/{total}, av dem visade här {here}; {inherited}",
        "{kind}: {touched} of {total}: {here} shown here, {inherited}",
    ),
    "coverage-inherited": (
        "ennallaan pohjasta {parent} ja osoitettu siellä {count}",
        "oförändrade från {parent} och visade där {count}",
        "{count} unchanged from {parent} and shown there",
    ),
    "coverage-below": (
        "Alle vaaditun: {kind} {percent} %, vaaditaan {wanted} %.",
        "Under det som krävs: {kind} {percent} %, kravet är {wanted} %.",
        "Below what is asked for: {kind} {percent} %, asked for are {wanted} %.",
    ),
    "coverage-bad-limit": (
        "”{typed}” ei käy. Kirjoita --at-least 100 tai esimerkiksi --at-least transitions=100,refusals=80. Lajit: {known}.",
        "”{typed}” duger inte. Skriv --at-least 100 eller till exempel --at-least transitions=100,refusals=80. Slag: {known}.",
        "“{typed}” will not do. Write --at-least 100 or, say, --at-least transitions=100,refusals=80. Kinds: {known}.",
    ),
    "coverage-no-region": (
        "Kerro alue tai kirjoita --all.",
        "Ange en region eller skriv --all.",
        "Name a region, or write --all.",
    ),
    "coverage-no-features": (
        "Kansiossa {path} ei ole ominaisuuksia, joissa käytetään palvelupolkua {region}.",
        "I mappen {path} finns inga egenskaper som använder servicestigen {region}.",
        "No feature in {path} uses the pathway {region}.",
    ),
    "coverage-one-drawing": (
        "Piirros tehdään yhdestä alueesta kerrallaan.",
        "En bild visar en region i taget.",
        "A drawing shows one region at a time.",
    ),
    # ── signs in drawings
    "diagram-touched": (
        "jokin tämän palvelupolun tapaus osoittaa tämän",
        "något scenario för den här servicestigen visar detta",
        "a scenario of this pathway shows this",
    ),
    "diagram-inherited": (
        "peritty ennallaan, ja pohjan tapaus osoittaa tämän",
        "ärvt oförändrat, och ett scenario för grunden visar detta",
        "inherited unchanged, and a scenario of the parent shows this",
    ),
    "diagram-untouched": (
        "mikään tapaus ei osoita tätä",
        "inget scenario visar detta",
        "no scenario shows this",
    ),
    "diagram-refusals": ("esteet {touched}/{total}", "hinder {touched}/{total}", "refusals {touched}/{total}"),
}
