"""What makes a new thing clear at a glance, in sentences that follow its name; and lengths of time.

`diff-more-*` stand after a label in quotes: those that begin with a space, a colon or a full stop go on from there.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── what the region states of itself
    "diff-head-stated": ("Mitä alue kertoo itsestään", "Vad regionen berättar om sig själv", "What the region says of itself"),
    "diff-stated": ("{point} – {evidence}.", "{point} – {evidence}.", "{point} – {evidence}."),
    "diff-stated-members": (
        "Verkostossa on mukana myös: {members}.",
        "Med i nätverket är också: {members}.",
        "In the network there are also: {members}.",
    ),
    # ── new things
    "diff-more-kind": (" ({kind})", " ({kind})", " ({kind})"),
    "diff-more-state": (" (siitä vastaa {roles})", " (för det ansvarar {roles})", " (answered for by the {roles})"),
    "diff-more-move": (": {origin} → {target}.", ": {origin} → {target}.", ": {origin} → {target}."),
    "diff-more-by": ("Sen voi tehdä {roles}.", "Den kan göras av {roles}.", "It can be made by the {roles}."),
    "diff-more-agreed-client": ("Siitä sovitaan asiakkaan kanssa.", "Man kommer överens om den med klienten.", "It is agreed with the client."),
    "diff-more-agreed": ("Siitä sovitaan yhdessä: {roles}.", "Om den kommer man överens: {roles}.", "It is agreed together: {roles}."),
    "diff-more-requires": ("Edellytyksenä on {values}.", "Den förutsätter {values}.", "It requires: {values}."),
    "diff-more-advises": (
        "Siihen kuuluu sovittu käytäntö, joka ei estä ketään: {values}.",
        "Till den hör en överenskommen praxis som inte hindrar någon: {values}.",
        "It has an agreed practice that stops nobody: {values}.",
    ),
    "diff-more-receiver": ("Vastaanottajana voi olla vain {kind}.", "Bara {kind} kan vara mottagare.", "Only the {kind} can receive."),
    "diff-more-service": (". Sen voi avata {roles}.", ". Den kan öppnas av {roles}.", ". It can be opened by the {roles}."),
    "diff-more-organiser": (" Sen järjestää {organiser}.", " Den ordnas av {organiser}.", " It is arranged by {organiser}."),
    "diff-more-opened": (" Avaamisen edellytyksenä on {values}.", " För att öppna den krävs {values}.", " Opening it requires: {values}."),
    "diff-more-states": (" Sen vaiheet ovat {values}.", " Den har skedena {values}.", " Its states are {values}."),
    "diff-more-steps": (" Siirtymät: {values}.", " Övergångar: {values}.", " Moves: {values}."),
    "diff-more-step": ("{name}, edellytyksenä {values}", "{name}, som förutsätter {values}", "{name}, which requires: {values}"),
    "diff-more-review": (
        " Tarkistusten väli on {time}.",
        " Uppföljningens intervall är {time}.",
        " It is reviewed at intervals of {time}.",
    ),
    "diff-more-record": (". Siihen kirjataan: {values}", ". I den antecknas: {values}", ". It holds: {values}"),
    "diff-more-every": ("väli {time}", "intervall {time}", "interval {time}"),
    "diff-more-unsure": ("lähde on tarkistamatta", "källan är inte kontrollerad", "the source has still to be checked"),
    "diff-more-capacity-block": (
        ": enintään {limit} asiakasta, seuraava odottaa vapaata paikkaa",
        ": högst {limit} klienter, nästa väntar på en ledig plats",
        ": at most {limit} clients, the next one waits for a free place",
    ),
    "diff-more-capacity-warn": (
        ": suositus enintään {limit} asiakasta, ylityksestä varoitetaan",
        ": högst {limit} klienter rekommenderas, en överskridning ger en varning",
        ": at most {limit} clients recommended, one more brings a warning",
    ),
    # ── what ties a person in a role to a case
    "diff-relation-anyone": ("kuka tahansa ammattilainen", "vilken yrkesperson som helst", "any professional"),
    "diff-relation-client": ("asiakas itse", "klienten själv", "the client"),
    "diff-relation-coordinating": ("koordinoivan organisaation työntekijä", "en anställd i den samordnande organisationen", "a worker of the coordinating organisation"),
    "diff-relation-named": ("tehtävään nimetty henkilö", "en person som namngetts för uppgiften", "a person named for the task"),
    "diff-relation-participant": ("mukana olevan tahon työntekijä", "en anställd hos en deltagande part", "a worker of a party that takes part"),
    "diff-relation-provider": ("palvelun tuottajan työntekijä", "en anställd hos tjänstens producent", "a worker of the service's provider"),
    "diff-relation-receiver": ("asiakasta vastaanottavan tahon työntekijä", "en anställd hos den som tar emot klienten", "a worker of the party that receives the client"),
    # ── lengths of time
    "unit-years": ("{n} vuotta", "{n} år", "{n} years"),
    "unit-months": ("{n} kuukautta", "{n} månader", "{n} months"),
    "unit-weeks": ("{n} viikkoa", "{n} veckor", "{n} weeks"),
    "unit-days": ("{n} päivää", "{n} dagar", "{n} days"),
    "unit-hours": ("{n} tuntia", "{n} timmar", "{n} hours"),
    "unit-minutes": ("{n} minuuttia", "{n} minuter", "{n} minutes"),
    "unit-seconds": ("{n} sekuntia", "{n} sekunder", "{n} seconds"),
    "unit-years-one": ("1 vuosi", "1 år", "1 year"),
    "unit-months-one": ("1 kuukausi", "1 månad", "1 month"),
    "unit-working-days": ("{n} arkipäivää", "{n} vardagar", "{n} working days"),
    "unit-working-days-one": ("1 arkipäivä", "1 vardag", "1 working day"),
    "unit-weeks-one": ("1 viikko", "1 vecka", "1 week"),
    "unit-days-one": ("1 päivä", "1 dag", "1 day"),
    "unit-hours-one": ("1 tunti", "1 timme", "1 hour"),
    "unit-minutes-one": ("1 minuutti", "1 minut", "1 minute"),
    "unit-seconds-one": ("1 sekunti", "1 sekund", "1 second"),
    "unit-before": ("{time} ennen", "{time} före", "{time} before"),
}  # fmt: skip
