"""What a verifier finds, as data, and the sentences it is told in."""

from __future__ import annotations

__all__ = ["CLEAN", "LANGUAGES", "SENTENCES", "Finding"]

from typing import TYPE_CHECKING, NamedTuple

from .evidence import EVIDENCE_SENTENCES

if TYPE_CHECKING:
    from .rows import Home

LANGUAGES = ("fi", "sv", "en")

CLEAN = {
    "fi": "Päiväkirjat ovat eheät, ja muut taulut ovat niiden mukaiset.",
    "sv": "Journalerna är hela, och de övriga tabellerna stämmer med dem.",
    "en": "The journals are whole, and the other tables agree with them.",
}

_PLACE = {"fi": ("asia", "tapahtuma"), "sv": ("ärende", "händelse"), "en": ("case", "event")}


class Finding(NamedTuple):
    """One thing that is wrong.

    Args:
        register: The register; empty when it concerns the whole database.
        case: The case; empty when it concerns none.
        seq: Number of the event, or of the row of the log when the code has `log-` in it; 0 when it concerns none.
        code: Stable code, such as `row-altered`.
        params: Name and value of what the sentence tells besides.
    """

    register: str
    case: str
    seq: int
    code: str
    params: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, home: Home, seq: int, code: str, **params: str) -> Finding:
        """Make a finding about a case."""
        return cls(home.register, home.case, seq, code, tuple(params.items()))

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.text("en")

    def text(self, language: str) -> str:
        """Give the sentence in `fi`, `sv` or `en`."""
        return SENTENCES[self.code][LANGUAGES.index(language)].format(**dict(self.params))

    def line(self, language: str) -> str:
        """Give place and sentence, on one line."""
        case, event = _PLACE[language]
        place = f"{case} {self.case}, {event} {self.seq}: " if self.case else ""
        # Broken text comes as it stands in the database: on a terminal it must not do anything.
        line = f"{place}{self.text(language)} [{self.code}]".encode("utf-8", "backslashreplace").decode()
        return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in line)

    def plain(self, language: str) -> dict[str, str | int]:
        """Give the finding as plain data, for JSON."""
        texts = {"register": self.register, "case": self.case, "code": self.code, "message": self.text(language)}
        # What was no UTF-8 in the database cannot be written as such either.
        clean = {name: text.encode("utf-8", "backslashreplace").decode() for name, text in texts.items()}
        return {**clean, "seq": self.seq}


SENTENCES: dict[str, tuple[str, str, str]] = {
    **EVIDENCE_SENTENCES,
    # ── the file
    "file-damaged": (
        "Tietokantatiedosto on vioittunut: {what}",
        "Databasfilen är skadad: {what}",
        "The database file is damaged: {what}",
    ),
    # ── numbering and chain
    "number-missing": (
        "Tapahtuma puuttuu päiväkirjasta.",
        "Händelsen saknas i journalen.",
        "The event is missing from the journal.",
    ),
    "number-twice": (
        "Sama numero on päiväkirjassa kahdesti.",
        "Samma nummer står två gånger i journalen.",
        "The number stands in the journal twice.",
    ),
    "position-order": (
        "Rivi on kirjoitettu muussa järjestyksessä kuin sen numero sanoo.",
        "Raden skrevs i en annan ordning än numret säger.",
        "The row was written in another order than its number says.",
    ),
    "row-altered": (
        "Riviä on muutettu: sen tiiviste ei vastaa sisältöä.",
        "Raden har ändrats: dess kontrollsumma stämmer inte med innehållet.",
        "The row was altered: its hash is not that of its content.",
    ),
    "chain-broken": (
        "Rivi ei jatka edellistä riviä: välistä puuttuu rivi tai järjestys on muuttunut.",
        "Raden fortsätter inte föregående rad: en rad saknas eller ordningen har ändrats.",
        "The row does not follow the one before it: a row is missing, or the order was changed.",
    ),
    "text-form": (
        "Sarakkeen {column} sisältö ei ole määrätyssä muodossa.",
        "Innehållet i kolumnen {column} har inte föreskriven form.",
        "The content of column {column} does not have its prescribed form.",
    ),
    "unknown-event": (
        "Tapahtumatyyppiä {type}, versio {version}, ei tunneta.",
        "Händelsetypen {type}, version {version}, är okänd.",
        "The event type {type}, version {version}, is not known.",
    ),
    "not-opened": (
        "Päiväkirja ei ala asian avaamisella vaan tapahtumalla {type}.",
        "Journalen börjar inte med att ärendet öppnas utan med {type}.",
        "The journal does not begin with the opening of the case but with {type}.",
    ),
    # ── laws
    "time-runs-back": (
        "Kirjausaika {at} on aiempi kuin edellisen tapahtuman {before}.",
        "Registreringstiden {at} är tidigare än den föregående händelsens {before}.",
        "It was recorded at {at}, before the previous event at {before}.",
    ),
    "stated-in-future": (
        "Tapahtuma-aika {at} on kirjausaikaa myöhempi.",
        "Tidpunkten {at} är senare än registreringen.",
        "It is stated to have happened at {at}, after it was recorded.",
    ),
    "law-order": (
        "Siirtymä tapahtui {at}, ennen edellistä siirtymää {before}.",
        "Övergången skedde {at}, före den föregående övergången {before}.",
        "The move happened at {at}, before the last move at {before}.",
    ),
    "law-digest": (
        "Päätös on tehty toisen määrittelyn ({digest}…) mukaan kuin sen, jota asiaan sovelletaan.",
        "Beslutet fattades enligt en annan definition ({digest}…) än den som gäller ärendet.",
        "It was decided under another definition ({digest}…) than the one the case runs under.",
    ),
    "law-not-there": (
        "Tapahtuma {type} koskee jotain, mitä asiassa ei ole: {what}.",
        "Händelsen {type} gäller något som inte finns i ärendet: {what}.",
        "The event {type} speaks of something the case does not have: {what}.",
    ),
    "law-state": (
        "Siirtymä lähtee vaiheesta {found}, mutta asia oli vaiheessa {wanted}.",
        "Övergången utgår från skedet {found}, men ärendet var i skedet {wanted}.",
        "The move starts from {found}, but the case was in {wanted}.",
    ),
    "law-closing": (
        "Asian päättäminen tai avaaminen ei sovi siihen, mitä oli auki: {what}.",
        "Att ärendet avslutades eller öppnades stämmer inte med det som var öppet: {what}.",
        "Closing or opening the case does not fit what was open: {what}.",
    ),
    "law-handover": (
        "Saattaen siirron {handover} askel {step} ei ole mahdollinen tilassa {status}.",
        "Steget {step} i överföringen {handover} är inte möjligt i läget {status}.",
        "The step {step} of handover {handover} is not possible in the status {status}.",
    ),
    "law-second-handover": (
        "Samasta kohteesta ({subject}) on jo siirto vireillä.",
        "En överföring av samma sak ({subject}) pågår redan.",
        "A handover of the same subject ({subject}) was under way.",
    ),
    "law-not-received": (
        "Siirtoa {handover} ei ole vastaanotettu tässä kirjauksessa.",
        "Överföringen {handover} har inte tagits emot i denna registrering.",
        "The handover {handover} was not received in the same write.",
    ),
    "law-unfinished": (
        "Siirto {handover} jäi kesken: {what} puuttuu samasta kirjauksesta.",
        "Överföringen {handover} blev ofullständig: {what} saknas i samma registrering.",
        "The handover {handover} was left unfinished: {what} is missing from the same write.",
    ),
    "law-coordinator": (
        "Koordinaatiovastuu ei täsmää: kirjattu {found}, oikea {wanted}.",
        "Samordningsansvaret stämmer inte: antecknat {found}, rätt {wanted}.",
        "The coordinating organisation does not agree: written {found}, due {wanted}.",
    ),
    "law-basis": (
        "Tietoja luovutettiin saajalle {recipient} ilman voimassa olevaa perustetta ({basis}).",
        "Uppgifter lämnades till {recipient} utan gällande grund ({basis}).",
        "Information was passed to {recipient} without a basis in force ({basis}).",
    ),
    "law-early": (
        "Määräaika {deadline} merkittiin ylitetyksi {at}, vaikka se kului umpeen vasta {due}.",
        "Tidsfristen {deadline} antecknades som överskriden {at}, fast den löpte ut först {due}.",
        "The deadline {deadline} was told as missed at {at}, before it passed at {due}.",
    ),
    "law-twice": (
        "Määräaika {deadline} merkittiin ylitetyksi kahdesti.",
        "Tidsfristen {deadline} antecknades som överskriden två gånger.",
        "The deadline {deadline} was told as missed twice.",
    ),
    "law-due": (
        "Hetki {at} ei ole päivän {on} päättävä keskiyö Suomessa.",
        "Tidpunkten {at} är inte den midnatt som avslutar dagen {on} i Finland.",
        "The instant {at} is not the midnight that ends the day {on} in Finland.",
    ),
    # ── the state row
    "case-gone": (
        "Asian tilarivi puuttuu, mutta siitä on rivejä: {tables}.",
        "Ärendets tillståndsrad saknas, men det har rader i: {tables}.",
        "The case's state row is gone, but it has rows in: {tables}.",
    ),
    "journal-cut": (
        "Päiväkirja päättyy numeroon {last}, mutta tilarivin mukaan asian versio on {version}.",
        "Journalen slutar vid nummer {last}, men enligt tillståndsraden är versionen {version}.",
        "The journal ends at number {last}, but the state row says version {version}.",
    ),
    "state-column": (
        "Tilarivin sarake {column} ei ole päiväkirjan mukainen.",
        "Kolumnen {column} i tillståndsraden stämmer inte med journalen.",
        "Column {column} of the state row does not agree with the journal.",
    ),
    "snapshot": (
        "Tilarivin tilannekuva ei ole päiväkirjan mukainen: {parts}.",
        "Ögonblicksbilden i tillståndsraden stämmer inte med journalen: {parts}.",
        "The snapshot in the state row does not agree with the journal: {parts}.",
    ),
    "state-mac": (
        "Tilarivin tarkiste ei ole rekisterin avaimella tehty: riviä on muutettu, tai avain on toisen rekisterin.",
        "Tillståndsradens kontrollvärde är inte gjort med registrets nyckel: raden ändrades, eller nyckeln är fel.",
        "The MAC of the state row was not made with the register's key: the row was altered, or the key is another's.",
    ),
    # ── beside the journal
    "deadline-missing": (
        "Määräajan {deadline} rivi puuttuu.",
        "Raden för tidsfristen {deadline} saknas.",
        "The row of deadline {deadline} is missing.",
    ),
    "deadline-extra": (
        "Määräaika {deadline} on taulussa, mutta se ei ole käynnissä.",
        "Tidsfristen {deadline} står i tabellen men löper inte.",
        "The deadline {deadline} stands in the table, but does not run.",
    ),
    "deadline-column": (
        "Määräajan {deadline} sarake {column} ei ole päiväkirjan mukainen.",
        "Kolumnen {column} för tidsfristen {deadline} stämmer inte med journalen.",
        "Column {column} of deadline {deadline} does not agree with the journal.",
    ),
    "holder-missing": (
        "Osallisten taulusta puuttuu: {part}.",
        "I tabellen över delaktiga saknas: {part}.",
        "Missing from the table of parts: {part}.",
    ),
    "holder-extra": (
        "Osallisten taulussa on ylimääräinen rivi: {part}.",
        "Tabellen över delaktiga har en rad för mycket: {part}.",
        "The table of parts has a row too many: {part}.",
    ),
    "message-missing": (
        "Tapahtuman {type} viesti puuttuu lähtevistä.",
        "Meddelandet om händelsen {type} saknas bland de utgående.",
        "The message about the event {type} is missing from the outbox.",
    ),
    "message-extra": (
        "Lähtevissä on viesti {type} tapahtumasta, jota ei ole.",
        "Bland de utgående finns ett meddelande {type} om en händelse som inte finns.",
        "The outbox has a message {type} about an event that does not exist.",
    ),
    "message-column": (
        "Viestin sarake {column} ei ole päiväkirjan mukainen.",
        "Kolumnen {column} i meddelandet stämmer inte med journalen.",
        "Column {column} of the message does not agree with the journal.",
    ),
    "message-order": (
        "Viesti on merkitty lähetetyksi ennen aiempaa viestiä, tai lähetysaika on virheellinen.",
        "Meddelandet är antecknat som sänt före ett tidigare, eller så är sändningstiden felaktig.",
        "The message is marked as sent before an earlier one, or its time of sending is malformed.",
    ),
    "message-withheld": (
        "Viesti on merkitty pidätetyksi, mutta mikään tapahtuma ei kerro sitä, tai se on myös lähetetty.",
        "Meddelandet är antecknat som kvarhållet, men ingen händelse säger det, eller så har det också sänts.",
        "The message is marked as withheld, but no event says so, or it was sent besides.",
    ),
    "receipt-range": (
        "Kuittaus koskee tapahtumia {first}–{last}, joita päiväkirjassa ei ole.",
        "Kvittot gäller händelserna {first}–{last}, som inte finns i journalen.",
        "A receipt speaks of events {first}–{last}, which the journal does not have.",
    ),
    "receipt-missing": (
        "Tapahtumien {first}–{last} kuittaus puuttuu: sama pyyntö toistettuna tehtäisiin uudelleen.",
        "Kvittot för händelserna {first}–{last} saknas: samma begäran skulle vid en upprepning utföras på nytt.",
        "The receipt of the events {first}–{last} is gone: their command, sent again, would be carried out anew.",
    ),
    "receipt-altered": (
        "Tapahtumien {first}–{last} kuittaus ei ole se, joka kirjattiin niiden kanssa.",
        "Kvittot för händelserna {first}–{last} är inte det som skrevs med dem.",
        "The receipt of the events {first}–{last} is not the one that was written with them.",
    ),
    "receipt-time": (
        "Kuittauksen aika ei ole tapahtumien {first}–{last} aika.",
        "Kvittots tid är inte tiden för händelserna {first}–{last}.",
        "The time of a receipt is not that of its events {first}–{last}.",
    ),
    "receipt-overlap": (
        "Kaksi kuittausta koskee samoja tapahtumia {first}–{last}.",
        "Två kvitton gäller samma händelser {first}–{last}.",
        "Two receipts speak of the same events {first}–{last}.",
    ),
    "receipt-twice": (
        "Samaa toistoavainta on käytetty kahdesti.",
        "Samma upprepningsnyckel har använts två gånger.",
        "The same idempotency key was used twice.",
    ),
    "key-missing": (
        "Asian avain puuttuu, vaikka sitä ei ole merkitty hävitetyksi.",
        "Ärendets nyckel saknas, fast den inte är antecknad som förstörd.",
        "The key of the case is missing, though it was not entered as destroyed.",
    ),
    "key-kept": (
        "Asian avain on merkitty hävitetyksi, mutta se on tallella.",
        "Ärendets nyckel är antecknad som förstörd, men den finns kvar.",
        "The key of the case was entered as destroyed, but is still there.",
    ),
    # ── the log of use and disclosure
    "log-altered": (
        "Käyttölokin riviä on muutettu.",
        "En rad i användningsloggen har ändrats.",
        "The row of the access log was altered.",
    ),
    "log-broken": (
        "Käyttölokin rivi ei jatka edellistä riviä.",
        "Raden i användningsloggen fortsätter inte föregående rad.",
        "The row of the access log does not follow the one before it.",
    ),
    "log-columns": (
        "Käyttölokin rivin sarakkeet eivät ole sen tekstin mukaiset.",
        "Kolumnerna i användningsloggens rad stämmer inte med dess text.",
        "The columns of the access log's row do not agree with its text.",
    ),
    "log-disclosure-missing": (
        "Luovutus saajalle {recipient} ei ole lokissa sellaisena kuin se tapahtui.",
        "Utlämnandet till {recipient} står inte i loggen så som det skedde.",
        "The disclosure to {recipient} does not stand in the log as it happened.",
    ),
    "log-disclosure-extra": (
        "Lokissa on luovutus, jota päiväkirja ei tunne.",
        "Loggen har ett utlämnande som journalen inte känner till.",
        "The log has a disclosure that the journal does not know of.",
    ),
    # ── the whole
    "definition-missing": (
        "Määrittelyä {digest}…, jonka mukaan päätettiin, ei ole tallessa.",
        "Definitionen {digest}…, enligt vilken man beslutade, finns inte kvar.",
        "The definition {digest}…, under which it was decided, is not kept.",
    ),
    "definition-altered": (
        "Tallessa oleva määrittely {digest}… ei ole se, jonka tunnisteella se on tallessa.",
        "Den bevarade definitionen {digest}… är inte den vars kännetecken den bär.",
        "The kept definition {digest}… is not the one whose digest it bears.",
    ),
    "load": (
        "Työntekijän {worker} asiamäärä ({capacity}) on taulussa {kept}, mutta asioita on {counted}.",
        "Antalet ärenden för {worker} ({capacity}) är {kept} i tabellen, men ärendena är {counted}.",
        "The load of worker {worker} ({capacity}) is kept as {kept}, but {counted} cases count.",
    ),
    # ── purged cases
    "tombstone-altered": (
        "Poistetun asian merkintä {number} ei vastaa tiivistettään.",
        "Gallringsmärket {number} stämmer inte med sitt kontrollvärde.",
        "Tombstone {number} of a purged case is not as its hash says.",
    ),
    "tombstone-chain": (
        "Poistettujen asioiden merkinnät eivät jatku merkinnässä {number} edellisestä.",
        "Gallringsmärkena hänger inte ihop vid märke {number}.",
        "The tombstones of purged cases do not follow one another at number {number}.",
    ),
    "tombstone-rows": (
        "Asia on merkitty poistetuksi, mutta siitä on jäljellä rivejä: {tables}.",
        "Ärendet är märkt som gallrat, men rader finns kvar: {tables}.",
        "The case is marked as purged, but rows of it are left: {tables}.",
    ),
    "tombstone-erasure": (
        "Asia on merkitty poistetuksi, mutta hävitysluettelossa sitä ei ole: varmuuskopiosta se voisi palata.",
        "Ärendet är märkt som gallrat men står inte i raderingsregistret: ur en säkerhetskopia kunde det komma åter.",
        "The case is marked as purged, but is not in the register of erasures: out of a backup it could come back.",
    ),
}
