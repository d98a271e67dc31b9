"""What a feature is told when a case does not stand as it says: who answers, what is left to do, what is over."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "bdd-responsible": (
        "Vaiheesta ”{state}” ei vastaa ”{wanted}” vaan ”{found}”.",
        "För skedet ”{state}” ansvarar inte ”{wanted}” utan ”{found}”.",
        "Responsible for the state “{state}” is not “{wanted}” but “{found}”.",
    ),
    "bdd-task": (
        "Tehtäväksi ei jäänyt ”{wanted}”. Tehtävinä ovat: {found}.",
        "Som uppgift kvarstår inte ”{wanted}”. Uppgifter: {found}.",
        "“{wanted}” is not among the tasks that remain. They are: {found}.",
    ),
    "bdd-task-of": (
        "Tehtävä ”{task}” ei jäänyt toimijalle ”{wanted}” vaan toimijalle ”{found}”.",
        "Uppgiften ”{task}” kvarstår inte för ”{wanted}” utan för ”{found}”.",
        "The task “{task}” does not remain for “{wanted}” but for “{found}”.",
    ),
    "bdd-tasks-left": (
        "Tehtäväksi jäi: {found}.",
        "Som uppgift kvarstår: {found}.",
        "These tasks remain: {found}.",
    ),
    "bdd-flag-down": (
        "Merkintä ”{flag}” ei ole voimassa.",
        "Markeringen ”{flag}” gäller inte.",
        "The mark “{flag}” is not set.",
    ),
    "bdd-flag-up": (
        "Merkintä ”{flag}” on voimassa.",
        "Markeringen ”{flag}” gäller.",
        "The mark “{flag}” is set.",
    ),
    "bdd-service-open": (
        "Palvelu ”{service}” on yhä käynnissä.",
        "Tjänsten ”{service}” pågår ännu.",
        "The service “{service}” is still under way.",
    ),
    "bdd-service-never-open": (
        "Palvelua ”{service}” ei ole avattu, joten se ei ole voinut päättyä.",
        "Tjänsten ”{service}” har inte öppnats och kan därför inte ha avslutats.",
        "The service “{service}” was never opened, so it cannot be over.",
    ),
    "bdd-deadline-runs": (
        "Määräaika ”{deadline}” on yhä käynnissä. Päättymispäivä: {found}.",
        "Tidsfristen ”{deadline}” löper ännu. Sista dag: {found}.",
        "The deadline “{deadline}” is still running. Its last day: {found}.",
    ),
    "bdd-no-client": (
        "Tällä palvelupolulla ei ole asiakasta: asia on alueen. Kirjoita toimijaksi rooli lainausmerkeissä.",
        "Den här servicestigen har ingen klient: ärendet är regionens. Skriv en roll inom citattecken.",
        "This pathway has no client: the matter is the region's. Write a role in quotes.",
    ),
}
