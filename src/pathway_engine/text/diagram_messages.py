"""Words around the pictures of pathways."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "diagram-plain": (
        "siirtymä: piste on lähtö, nuoli on määränpää",
        "övergång: punkten är början, pilen är målet",
        "a move: the dot is where it starts, the arrow where it leads",
    ),
    "diagram-warm": (
        "siirtymä, johon voi kuulua saattaen vaihto",
        "övergång som kan vara en ledsagad överföring",
        "a move that may be a warm handover",
    ),
    "diagram-fact": (
        "tosiasia, joka kirjataan aina",
        "ett faktum som alltid antecknas",
        "a fact, always recorded",
    ),
    "diagram-stays": (
        "tehdään vaiheessa, vaihe pysyy samana",
        "görs i skedet, skedet är detsamma",
        "done in the state, which stays the same",
    ),
    "cli-png-to-file": (
        "PNG-kuva kirjoitetaan tiedostoon: lisää -o TIEDOSTO.",
        "En PNG-bild skrivs till en fil: lägg till -o FIL.",
        "A PNG picture is written to a file: add -o FILE.",
    ),
    "fault-MissingExtra": (
        "Tähän tarvitaan lisäosa: pip install 'pathway-engine[{detail}]'",
        "Det här kräver ett tillägg: pip install 'pathway-engine[{detail}]'",
        "This needs an extra: pip install 'pathway-engine[{detail}]'",
    ),
}
