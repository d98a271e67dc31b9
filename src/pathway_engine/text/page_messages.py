"""Words of the page that shows features and what became of them."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "page-title": ("Palvelupolun tapaukset", "Servicestigens scenarier", "Scenarios of the pathway"),
    "page-sum": (
        "Tapauksia {count}: {holds} toteutuu, {fails} ei toteudu.",
        "Scenarier {count}: {holds} stämmer, {fails} stämmer inte.",
        "Scenarios {count}: {holds} hold, {fails} do not.",
    ),
    "page-run-on": ("Ajettu {day}.", "Körda {day}.", "Run on {day}."),
    "page-features": ("Ominaisuudet", "Egenskaper", "Features"),
    "page-pathways": ("Palvelupolut", "Servicestigar", "Pathways"),
    "page-coverage": ("Mitä tapaukset osoittavat", "Vad scenarierna visar", "What the scenarios show"),
    "page-coverage-note": (
        (
            "Luvut koskevat vain tässä ajettuja tapauksia; pohjan muut tapaukset laskee mukaan pathway features coverage. "
            "Tausta vie asiakkaan alkuun, mutta ei osoita siirtymiä."
        ),
        (
            "Talen gäller bara de scenarier som kördes här; grundens övriga scenarier räknas med av pathway features "
            "coverage. En bakgrund leder till början men visar inga övergångar."
        ),
        (
            "The figures count only the scenarios run here; pathway features coverage counts the others of the base as "
            "well. A background leads to the beginning and shows no moves."
        ),
    ),
    "page-kind": ("mitä", "vad", "what"),
    "page-here": ("osoitettu tässä", "visas här", "shown here"),
    "page-inherited": (
        "peritty ennallaan, osoitettu pohjassa",
        "ärvt oförändrat, visas i grunden",
        "inherited, shown in the parent",
    ),
    "page-untouched": ("osoittamatta", "visas inte", "not shown"),
    "page-list-untouched": ("Osoittamatta: {count}", "Visas inte: {count}", "Not shown: {count}"),
    "page-services": ("Palvelut: {count}", "Tjänster: {count}", "Services: {count}"),
    "page-background": ("Tausta", "Bakgrund", "Background"),
    "page-holds": ("toteutuu", "stämmer", "holds"),
    "page-fails": ("ei toteudu", "stämmer inte", "does not hold"),
    "page-not-run": ("ei ajettu", "kördes inte", "was not run"),
    "page-faults": ("Näitä tiedostoja ei ajettu", "De här filerna kördes inte", "These files were not run"),
    "page-drawing": ("Piirros: {name}", "Bild: {name}", "Drawing: {name}"),
}
