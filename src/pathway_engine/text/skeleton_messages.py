"""Words of the scenarios that are written for a start."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "skeleton-about": (
        "Pohja, josta on hyvä aloittaa: yksi tapaus jokaisesta siirtymästä. Muuta se omiksi tapauksiksenne.",
        "En grund att börja från: ett scenario för varje övergång. Gör den till era egna scenarier.",
        "A start: one scenario for each move. Turn it into scenarios of your own.",
    ),
    "skeleton-inherited": (
        "Peritty ennallaan: {parent}. Sen omat tapaukset osoittavat tämän jo.",
        "Ärvt oförändrat: {parent}. Dess egna scenarier visar detta redan.",
        "Inherited unchanged: {parent}. Its own scenarios show this already.",
    ),
    "skeleton-lacks": ("Täydennä:", "Komplettera:", "Fill in:"),
    "skeleton-opened": ("Palvelu alkaa", "Tjänsten börjar", "The service starts"),
    "skeleton-item": ("kohta", "punkt", "item"),
    "skeleton-value": ("sisältö", "innehåll", "value"),
    "skeleton-present": ("osallistuja", "deltagare", "present"),
    "skeleton-person": ("Työntekijä 1", "Medarbetare 1", "Worker 1"),
    "skeleton-text": ("kirjoita tähän", "skriv här", "write here"),
    "skeleton-yes": ("kyllä", "ja", "yes"),
    "skeleton-no": ("ei", "nej", "no"),
    "skeleton-there": (
        "Tiedosto {path} on jo olemassa; sitä ei kirjoiteta uudelleen.",
        "Filen {path} finns redan; den skrivs inte över.",
        "The file {path} is there already; it is not overwritten.",
    ),
    "skeleton-written": (
        "{path}: tapauksia {count}, joista toteutuu sellaisenaan {holds}.",
        "{path}: {count} scenarier, av dem stämmer {holds} som de är.",
        "{path}: {count} scenarios, {holds} of them hold as they are.",
    ),
}
