"""What is kept elsewhere and a database is held against; and the sentences for what comes of it."""

from __future__ import annotations

__all__ = ["EVIDENCE_SENTENCES", "HELD_AGAINST", "NOTHING", "UNSEEN", "Evidence"]

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class Evidence(NamedTuple):
    """What is kept elsewhere, out of reach of whoever holds the database.

    Args:
        checkpoints: Files of checkpoints, oldest first.
        public_keys: PEM files of the keys that may have signed them.
        acknowledged: File with a line for each event that a client was told of: case, number and perhaps the key.
        keyed: Register and idempotency key -> the key as receipts keep it; without it, keys are given as kept.
        mac: Register and what a state row binds -> the MAC that it bears; without it, the MACs are not looked at.
    """

    checkpoints: tuple[Path, ...] = ()
    public_keys: tuple[Path, ...] = ()
    acknowledged: Path | None = None
    keyed: Callable[[str, str], str] | None = None
    mac: Callable[[str, dict[str, object]], str] | None = None


NOTHING = Evidence()

UNSEEN = {
    "fi": (
        "Ilman tarkistuspistettä ei näe, puuttuuko päiväkirjan ja tilarivin loppu, kokonainen asia tai lokin loppu,"
        " onko tietokanta vanha kopio tai onko kaikki rakennettu uudelleen. Siihen on ”pathway checkpoint”."
    ),
    "sv": (
        "Utan kontrollpunkt syns inte om slutet av en journal och dess tillståndsrad, ett helt ärende eller slutet av"
        " en logg saknas, om databasen är en gammal kopia eller om allt har byggts om. Till det finns"
        " ”pathway checkpoint”."
    ),
    "en": (
        "Without a checkpoint it cannot be seen whether the end of a journal with its state row, a whole case or the"
        " end of a log is missing, whether the database is an old copy, or whether everything was rebuilt."
        " “pathway checkpoint” is for that."
    ),
}
"""What a verification without a checkpoint says that it cannot see."""

HELD_AGAINST = {
    "fi": "Verrattu tarkistuspisteeseen {number}: rekisteri {register}, {at}, asioita: {cases}.",
    "sv": "Jämfört med kontrollpunkt {number}: register {register}, {at}, ärenden: {cases}.",
    "en": "Held against checkpoint {number}: register {register}, {at}, cases: {cases}.",
}

EVIDENCE_SENTENCES: dict[str, tuple[str, str, str]] = {
    # ── the checkpoints themselves
    "checkpoint-forged": (
        "Tarkistuspiste {file} ei ole sellaisena avaimen haltijan allekirjoittama ({what}). Sitä ei käytetty.",
        "Kontrollpunkten {file} är inte i den formen undertecknad av nyckelns innehavare ({what}). Den användes inte.",
        "The checkpoint {file} is not as the holder of the key signed it ({what}). It was not used.",
    ),
    "checkpoint-replayed": (
        "Tarkistuspiste {file} (numero {number}) ei ole uudempi kuin sitä edeltävä {before} (numero {number_before}).",
        "Kontrollpunkten {file} (nummer {number}) är inte nyare än {before} (nummer {number_before}) före den.",
        "The checkpoint {file} (number {number}) is not newer than {before} (number {number_before}), given before it.",
    ),
    "checkpoint-not-following": (
        "Tarkistuspiste {file} ei jatka tarkistuspistettä {before}: niiden välissä on ollut toinen.",
        "Kontrollpunkten {file} fortsätter inte {before}: det har funnits en annan mellan dem.",
        "The checkpoint {file} does not follow {before}: there was another one in its place.",
    ),
    "checkpoint-shrunk": (
        "Tarkistuspisteessä {file} asiaa on vähemmän kuin aiemmassa tarkistuspisteessä.",
        "I kontrollpunkten {file} finns mindre av ärendet än i en tidigare kontrollpunkt.",
        "The checkpoint {file} has less of the case than an earlier checkpoint.",
    ),
    # ── the database against them
    "checkpoint-case-gone": (
        "Asia oli tarkistuspisteessä {file} ({at}) ja sillä oli {version} tapahtumaa, mutta se on kokonaan poissa.",
        "Ärendet stod i kontrollpunkten {file} ({at}) med {version} händelser, men är helt borta.",
        "The case stood in the checkpoint {file} ({at}) with {version} events, and is gone as a whole.",
    ),
    "checkpoint-cut": (
        "Päiväkirja päättyy numeroon {last}, mutta tarkistuspisteessä {file} ({at}) tapahtumia oli {version}.",
        "Journalen slutar vid nummer {last}, men i kontrollpunkten {file} ({at}) fanns {version} händelser.",
        "The journal ends at number {last}, but in the checkpoint {file} ({at}) there were {version} events.",
    ),
    "checkpoint-rewritten": (
        "Tapahtuma ei ole se, joka oli tarkistuspisteessä {file} ({at}): päiväkirja on kirjoitettu uudelleen.",
        "Händelsen är inte den som stod i kontrollpunkten {file} ({at}): journalen har skrivits om.",
        "The event is not the one of the checkpoint {file} ({at}): the journal was written anew.",
    ),
    "checkpoint-erasure-undone": (
        "Asian avain oli hävitetty tarkistuspisteessä {file} ({at}), mutta hävitysluettelossa sitä ei ole.",
        "Ärendets nyckel var förstörd i kontrollpunkten {file} ({at}), men står inte i raderingsregistret.",
        "The key of the case was destroyed in the checkpoint {file} ({at}), but is not in the register of erasures.",
    ),
    "checkpoint-log-cut": (
        "Käyttöloki päättyy riviin {last}, mutta tarkistuspisteessä {file} ({at}) rivejä oli {number}.",
        "Användningsloggen slutar vid rad {last}, men i kontrollpunkten {file} ({at}) fanns {number} rader.",
        "The access log ends at row {last}, but in the checkpoint {file} ({at}) there were {number} rows.",
    ),
    "checkpoint-log-rewritten": (
        "Käyttölokin rivi ei ole se, joka oli tarkistuspisteessä {file} ({at}): loki on kirjoitettu uudelleen.",
        "Loggraden är inte den som stod i kontrollpunkten {file} ({at}): användningsloggen har skrivits om.",
        "The row of the access log is not the one of the checkpoint {file} ({at}): the log was written anew.",
    ),
    "checkpoint-rolled-back": (
        "Tietokanta on vanha: uusin tapahtuma on ajalta {newest}, mutta pisteessä {file} ({at}) oli jo {last}.",
        "Databasen är gammal: nyaste händelsen är från {newest}, men kontrollpunkten {file} ({at}) hade {last}.",
        "The database is an old one: its newest event is of {newest}, and the checkpoint {file} ({at}) had {last}.",
    ),
    "checkpoint-tombstones": (
        "Tarkistuspisteessä {file} ({at}) oli {count} poistomerkintää, eivätkä ne ole tallella samoina.",
        "I kontrollpunkten {file} ({at}) fanns {count} gallringsmärken, som inte finns kvar oförändrade.",
        "In the checkpoint {file} ({at}) there were {count} tombstones, and they do not stand as they were.",
    ),
    # ── what clients were told
    "acknowledged-missing": (
        "Tapahtuma on kuitattu tehdyksi, mutta sitä ei ole päiväkirjassa.",
        "Händelsen har bekräftats som gjord, men finns inte i journalen.",
        "The event was acknowledged as done, and is not in the journal.",
    ),
    "acknowledged-key": (
        "Tapahtuma on kuitattu toistoavaimella, jonka kuittausta ei ole tai joka koskee muita tapahtumia.",
        "Händelsen har bekräftats under en upprepningsnyckel vars kvitto saknas eller gäller andra händelser.",
        "The event was acknowledged under an idempotency key whose receipt is missing or speaks of other events.",
    ),
}
"""Code -> the sentence in Finnish, Swedish and English."""
