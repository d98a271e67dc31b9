"""What is told of running cases that are to go to another definition."""

from __future__ import annotations

__all__ = ["MESSAGES"]

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── why a case cannot go there
    "migrated-elsewhere": (
        "Asia on jo siirretty toiseen määrittelyyn (versio {version}).",
        "Ärendet har redan flyttats till en annan definition (version {version}).",
        "The case has been moved to another definition already (version {version}).",
    ),
    "migration-not-yours": (
        "Asian saa siirtää se, joka koordinoi sitä, tai rekisterin vastuuhenkilö.",
        "Ärendet får flyttas av den som koordinerar det eller av den registeransvariga.",
        "The case may be moved by whoever coordinates it, or by whoever keeps the register.",
    ),
    "migration-unreadable": (
        "Asiaa tai sen määrittelyä ei voi lukea. Aja ”pathway verify”.",
        "Ärendet eller dess definition kan inte läsas. Kör ”pathway verify”.",
        "The case or its definition cannot be read. Run “pathway verify”.",
    ),
    "migration-not-there": ("Asiaa ei enää ole.", "Ärendet finns inte längre.", "The case is not there any more."),
    "migration-busy": (
        "Asia muuttui koko ajan. Aja komento uudelleen.",
        "Ärendet ändrades hela tiden. Kör kommandot igen.",
        "The case kept changing. Run the command again.",
    ),
    # ── where each goes
    "migration-goes": ("{case}: {old} → {new}", "{case}: {old} → {new}", "{case}: {old} → {new}"),
    "migration-migrated": ("{case}: {old} → {new}", "{case}: {old} → {new}", "{case}: {old} → {new}"),
    "migration-anew": (
        "{case}: {old} → {new} (muuttui suunnitelman jälkeen)",
        "{case}: {old} → {new} (ändrades efter planen)",
        "{case}: {old} → {new} (changed after the plan)",
    ),
    "migration-there": (
        "{case}: joku muu oli jo siirtänyt sen",
        "{case}: någon annan hade redan flyttat det",
        "{case}: somebody else had moved it already",
    ),
    "migration-gone": (
        "{case}: päättyi tai poistettiin ennen vuoroaan",
        "{case}: avslutades eller gallrades före sin tur",
        "{case}: was closed or purged before its turn",
    ),
    "migration-homeless": ("{case}: ei siirry", "{case}: flyttas inte", "{case}: does not move"),
    "migration-stays": (
        "{case}: muuttui suunnitelman jälkeen eikä siirry",
        "{case}: ändrades efter planen och flyttas inte",
        "{case}: changed after the plan and does not move",
    ),
    "migration-left": (
        "{case}: jätetään ennalleen ({old})",
        "{case}: lämnas som det är ({old})",
        "{case}: is left as it is ({old})",
    ),
    "migration-held": (
        "tauon jälkeen: {old} → {new}",
        "efter pausen: {old} → {new}",
        "after the break: {old} → {new}",
    ),
    "migration-service": ("{service}: {old} → {new}", "{service}: {old} → {new}", "{service}: {old} → {new}"),
    "migration-begun": (
        "alkavat määräajat: {deadlines}",
        "tidsfrister som börjar: {deadlines}",
        "deadlines that begin: {deadlines}",
    ),
    "migration-dropped": (
        "päättyvät määräajat: {deadlines}",
        "tidsfrister som upphör: {deadlines}",
        "deadlines that end: {deadlines}",
    ),
    # ── all together
    "migration-nobody": (
        "Rekisterissä {register} ei ole avointa asiaa, jonka määrittely on: {left}.",
        "I registret {register} finns inget öppet ärende vars definition är: {left}.",
        "In the register {register} no open case is under: {left}.",
    ),
    "migration-would": (
        "Ilman valitsinta --check siirtyisi {goes}. Ei siirry: {stays}. Jätetään ennalleen: {left}.",
        "Utan --check skulle {goes} flyttas. Flyttas inte: {stays}. Lämnas som de är: {left}.",
        "Without --check {goes} would move. Do not move: {stays}. Left as they are: {left}.",
    ),
    "migration-refused": (
        "Mitään ei siirretty: asioita, jotka eivät siirry, on {stays}. Anna niille paikka valitsimella --map tai jätä ne ennalleen valitsimella --leave.",
        "Ingenting flyttades. Ärenden som inte flyttas: {stays}. Ge dem en plats med --map eller lämna dem som de är med --leave.",
        "Nothing was moved. Cases that do not move: {stays}. Give them a place with --map, or leave them as they are with --leave.",
    ),
    "migration-done": (
        "Siirretty {goes}. Ei siirtynyt: {stays}.",
        "Flyttade: {goes}. Flyttades inte: {stays}.",
        "Moved {goes}. Did not move: {stays}.",
    ),
    # ── the names typed
    "mapping-form": (
        "”{typed}”: anna pari muodossa VANHA=UUSI.",
        "”{typed}”: ange paret i formen GAMMAL=NY.",
        "“{typed}”: give the pair as OLD=NEW.",
    ),
    "mapping-file": (
        "Tiedostoa ”{typed}” ei ole. Anna pari muodossa VANHA=UUSI tai tiedosto, jossa parit ovat.",
        "Filen ”{typed}” finns inte. Ange ett par i formen GAMMAL=NY eller en fil med paren.",
        "There is no file “{typed}”. Give a pair as OLD=NEW, or a file of such pairs.",
    ),
    "mapping-old": (
        "Siirtyvien asioiden määrittelyissä ei ole vaihetta ”{typed}”. Vaiheet: {known}. Palvelun vaihe annetaan muodossa palvelu.vaihe.",
        "I ärendenas definitioner finns inget skede ”{typed}”. Skeden: {known}. En tjänsts skede anges i formen tjänst.skede.",
        "The cases' definitions have no state “{typed}”. States: {known}. A state of a service is given as service.state.",
    ),
    "mapping-new": (
        "Uudessa määrittelyssä ei ole vaihetta ”{typed}”. Vaiheet: {known}.",
        "I den nya definitionen finns inget skede ”{typed}”. Skeden: {known}.",
        "The new definition has no state “{typed}”. States: {known}.",
    ),
}
