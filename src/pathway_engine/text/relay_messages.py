"""What is told when the relay looks again at what is about to leave."""

from __future__ import annotations

__all__ = ["MESSAGES"]

MESSAGES: dict[str, tuple[str, str, str]] = {
    "disclosure-unknown": (
        "Tapahtumassa {seq} ei annettu tietoja kenellekään.",
        "I händelsen {seq} lämnades inga uppgifter till någon.",
        "In event {seq} no records were passed to anybody.",
    ),
    "disclosure-stands": (
        "Tiedot saa edelleen antaa vastaanottajalle ”{recipient}”.",
        "Uppgifterna får fortfarande lämnas till mottagaren ”{recipient}”.",
        "The records may still be passed to the recipient “{recipient}”.",
    ),
    "word-restricted": (
        "tietojen käyttöä on rajoitettu",
        "användningen av uppgifterna är begränsad",
        "the use of the data is restricted",
    ),
}
