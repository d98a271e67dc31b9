"""What is told of deadlines and messages that were set aside, and of releasing them."""

from __future__ import annotations

__all__ = ["MESSAGES"]

MESSAGES: dict[str, tuple[str, str, str]] = {
    "aside-one": (
        "{id}  {type}: syrjässä {since} alkaen, epäonnistuneita yrityksiä {attempts}",
        "{id}  {type}: åt sidan sedan {since}, misslyckade försök {attempts}",
        "{id}  {type}: set aside since {since}, failed attempts {attempts}",
    ),
    "aside-none": ("Mitään ei ole pantu syrjään.", "Ingenting har lagts åt sidan.", "Nothing was set aside."),
    "aside-released": (
        "{id}: palautettu jonoon",
        "{id}: ställd tillbaka i kön",
        "{id}: put back into the queue",
    ),
    "aside-not": (
        "{id}: ei ole syrjässä",
        "{id}: inte åt sidan",
        "{id}: not set aside",
    ),
    "aside-one-thing": (
        "Anna vain yksi valitsimista --set-aside, --release ja --release-all, ilman valitsinta --loop.",
        "Ange bara ett av alternativen --set-aside, --release och --release-all, utan --loop.",
        "Give only one of --set-aside, --release and --release-all, without --loop.",
    ),
    "aside-who": (
        "Kerro valitsimella --person, kuka palauttaa: se jää asian lokiin.",
        "Ange med --person vem som återställer: det står kvar i ärendets logg.",
        "Say with --person who releases it: that stays in the case's log.",
    ),
    "aside-several": (
        "Tunnus {id} on useassa rekisterissä. Anna rekisteri valitsimella --register.",
        "{id} finns i flera register. Ange registret med --register.",
        "{id} is in several registers. Give the register with --register.",
    ),
}
