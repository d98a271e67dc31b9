"""What is told of keeping, erasing and purging data."""

from __future__ import annotations

__all__ = ["EXPLAINED", "MESSAGES"]

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── rules of retention in a definition
    "definition.retention-day": (
        "Säilytyssäännön ”{name}” day: sanoo, missä kuolin- tai syntymäpäivä tai muu päivä on. Sulkemisesta laskettu sääntö ei tarvitse sitä.",
        "Day: i bevaringsregeln ”{name}” säger var dödsdagen, födelsedagen eller en annan dag står. Räknat från avslutandet behövs det inte.",
        "In the retention rule '{name}' day: says where the day of death or birth, or the date, stands. Counted from closing, it needs none.",
    ),
    "definition.retention-length": (
        "Säilytyssäännössä ”{name}” on joko keep: tai archive: permanent.",
        "Bevaringsregeln ”{name}” har antingen keep: eller archive: permanent.",
        "The retention rule '{name}' has either keep: or archive: permanent.",
    ),
    # ── why data are kept, or cannot be erased
    "kept-open": (
        "Asia on vireillä: sen tietoja tarvitaan.",
        "Ärendet pågår: uppgifterna i det behövs.",
        "The case is open: its data are needed.",
    ),
    "kept-legal_hold": (
        "Tiedot on määrätty säilytettäviksi toistaiseksi (legal_hold).",
        "Uppgifterna ska tills vidare bevaras (legal_hold).",
        "The data are under a legal hold.",
    ),
    "kept-restricted": (
        "Tietojen käyttöä on rajoitettu: niitä ei hävitetä ennen kuin rajoitus on poistettu.",
        "Användningen av uppgifterna är begränsad: de förstörs inte förrän begränsningen har hävts.",
        "The use of the data is restricted: they are not destroyed before the restriction is lifted.",
    ),
    "kept-runs": (
        "Säilytysaika ”{rule}” ({law}) kuluu vielä: tiedot säilytetään {until} asti.",
        "Bevaringstiden ”{rule}” ({law}) löper ännu: uppgifterna bevaras till och med {until}.",
        "The retention time “{rule}” ({law}) still runs: the data are kept until {until}.",
    ),
    "kept-waits": (
        "Säilytysajan ”{rule}” ({law}) alku ei ole varmasti tiedossa, joten se ei kulu.",
        "Det är inte säkert känt när bevaringstiden ”{rule}” ({law}) börjar, så den löper inte.",
        "It is not known for sure when the retention time “{rule}” ({law}) begins, so it does not run.",
    ),
    "kept-permanent": (
        "Tiedot säilytetään pysyvästi: ”{rule}” ({law}).",
        "Uppgifterna bevaras varaktigt: ”{rule}” ({law}).",
        "The data are kept permanently: “{rule}” ({law}).",
    ),
    "kept-no_rule": (
        "Mikään säilytyssääntö ei sano, milloin tiedot saa poistaa. Poistaminen tarvitsee perusteen.",
        "Ingen bevaringsregel säger när uppgifterna får tas bort. Att ta bort dem kräver en grund.",
        "No retention rule says when the data may be removed. Removing them needs a basis.",
    ),
    "kept-due": (
        "Säilytysaika ”{rule}” ({law}) on päättynyt {until}.",
        "Bevaringstiden ”{rule}” ({law}) har gått ut {until}.",
        "The retention time “{rule}” ({law}) ran out on {until}.",
    ),
    "purge-basis": (
        "Poistamisen peruste on koodi, kuten transferred_to_archive: se jää näkyviin.",
        "Grunden för att ta bort uppgifter är en kod, till exempel transferred_to_archive: den förblir synlig.",
        "The basis of a purge is a code, such as transferred_to_archive: it stays visible.",
    ),
    "erased-before": (
        "Asiakkaan tiedot on jo hävitetty.",
        "Klientens uppgifter har redan förstörts.",
        "The client's information has been destroyed already.",
    ),
    "erasure-ground": (
        "Hävittämisen peruste on yksi näistä: {grounds}.",
        "Grunden för att förstöra uppgifterna är en av dessa: {grounds}.",
        "The ground of an erasure is one of these: {grounds}.",
    ),
    "fault-CaseRestricted": (
        "Asian {detail} tietojen käyttöä on rajoitettu. Sinetöityjä tietoja ei avata tähän tarkoitukseen.",
        "Användningen av uppgifterna i ärendet {detail} är begränsad. Förseglade uppgifter öppnas inte för detta ändamål.",
        "The use of the data of case {detail} is restricted. Sealed information is not opened for this purpose.",
    ),
    # ── the command line
    "cli-erase-what": (
        "Anna asia ja --ground, tai --export TIEDOSTO, tai --apply TIEDOSTO.",
        "Ange ett ärende och --ground, eller --export FIL, eller --apply FIL.",
        "Give a case and --ground, or --export FILE, or --apply FILE.",
    ),
    "cli-erase-again": (
        "Asian {case} avain on hävitetty, mutta joku lukee vielä vanhaa lokia. Anna komento uudelleen hetken päästä.",
        "Nyckeln till ärendet {case} är förstörd, men någon läser ännu den gamla loggen. Ge kommandot på nytt om en stund.",
        "The key of case {case} is destroyed, but somebody still reads the old log. Give the command again in a while.",
    ),
    "cli-erasures-written": (
        "Hävittämisten rekisteri on tallennettu: {count}. Säilytä se muualla kuin varmuuskopiot.",
        "Registret över förstöringar har sparats: {count}. Förvara det på annat ställe än säkerhetskopiorna.",
        "The register of erasures is written: {count}. Keep it elsewhere than the backups.",
    ),
    "cli-erasures-applied": (
        "Hävitetty uudelleen: {erased}. Hävitetty jo ennestään: {before}. Ei tässä tietokannassa: {absent}.",
        "Förstörda på nytt: {erased}. Förstörda redan förut: {before}. Finns inte i databasen: {absent}.",
        "Erased again: {erased}. Erased before: {before}. Not in this database: {absent}.",
    ),
    "cli-purge-what": (
        "--basis koskee yhtä asiaa, ja --today vain kokeilua (--dry-run).",
        "--basis gäller ett ärende, och --today bara ett prov (--dry-run).",
        "--basis is about one case, and --today only for a try (--dry-run).",
    ),
    "cli-kept-due": (
        "{case}: säilytysaika on päättynyt {until} ({rule}, {law}).",
        "{case}: bevaringstiden gick ut {until} ({rule}, {law}).",
        "{case}: the retention time ran out on {until} ({rule}, {law}).",
    ),
    "cli-kept-not": (
        "{case}: säilytetään vielä ({rule} {law}), viimeinen päivä {until}.",
        "{case}: bevaras ännu ({rule} {law}), sista dagen {until}.",
        "{case}: still kept ({rule} {law}), last day {until}.",
    ),
    "cli-nothing-due": (
        "Minkään asian säilytysaika ei ole päättynyt.",
        "Inget ärendes bevaringstid har gått ut.",
        "No case's retention time has run out.",
    ),
    "cli-purged": (
        "{case}: poistettu ({basis}). Merkintä {number} jää.",
        "{case}: gallrat ({basis}). Märke {number} blir kvar.",
        "{case}: purged ({basis}). Tombstone {number} stays.",
    ),
    "cli-not-purged": ("{case}: ei poistettu.", "{case}: inte gallrat.", "{case}: not purged."),
    "cli-key-current": ("Käytössä: {key}", "I bruk: {key}", "Wraps now: {key}"),
    "cli-key-old": (
        "Vanha: {key}, avaa vielä {count} asiaa",
        "Gammal: {key}, öppnar ännu {count} ärenden",
        "Old: {key}, still opens {count} cases",
    ),
    "cli-keys-rotated": (
        "Käytössä on avain {key}. Uudelleen suljettu: {count}.",
        "Nyckeln {key} är i bruk. Inslagna på nytt: {count}.",
        "Key {key} wraps now. Wrapped anew: {count}.",
    ),
    "cli-key-in-use": (
        "Avain {key} on vielä käytössä. Anna ensin: pathway keys rotate.",
        "Nyckeln {key} är ännu i bruk. Ge först: pathway keys rotate.",
        "Key {key} is still in use. First: pathway keys rotate.",
    ),
    "cli-key-unknown": ("Avainta {key} ei ole.", "Nyckeln {key} finns inte.", "There is no key {key}."),
    "cli-key-retired": (
        "Avain {key} on poistettu. Sillä suljettu ei avaudu enää mistään varmuuskopiosta.",
        "Nyckeln {key} är borttagen. Det den slagit in går inte längre att öppna ur någon säkerhetskopia.",
        "Key {key} is taken out. What it wrapped opens no more, from any backup.",
    ),
    "show-retention": ("Tietojen säilyttäminen", "Bevarande av uppgifter", "How long data are kept"),
    "show-kept-for": ("{time} {start}", "{time} {start}", "{time} {start}"),
    "show-kept-for-ever": ("pysyvästi", "varaktigt", "permanently"),
    "show-kept-from-closing": ("asian päättymisestä", "från att ärendet avslutas", "from closing"),
    "show-kept-from-last_closing": (
        "asiakkaan viimeisen asian päättymisestä",
        "från att klientens sista ärende avslutas",
        "from the closing of the client's last case",
    ),
    "show-kept-from-death": ("asiakkaan kuolemasta", "från klientens död", "from the client's death"),
    "show-kept-from-birth": ("syntymästä", "från födelsen", "from birth"),
    "show-kept-from-date": ("määrätystä päivästä", "från ett bestämt datum", "from a fixed date"),
    "show-kept-or": (" tai ", " eller ", " or "),
    "show-kept-once": (", kun {flags}", ", när {flags}", ", once: {flags}"),
    "show-kept-unsure": (
        "; lähde on tarkistamatta, joten mitään ei poisteta",
        "; källan är inte kontrollerad, så inget gallras",
        "; the source has still to be checked, so nothing is purged",
    ),
    "diff-key-keep": ("säilytetään", "bevaras", "kept for"),
    "diff-key-day": ("päivä", "dagen", "the day"),
    "diff-key-once": ("vasta kun", "först när", "only once"),
    "diff-key-service_tasks": ("palvelutehtävät", "serviceuppgifter", "service tasks"),
    "diff-key-archive": ("arkistointi", "arkivering", "archiving"),
    "diff-key-keeps": ("hoitaa rekisteriä", "sköter registret", "keeps the register"),
    "diff-kind-retention": ("säilytyssääntö", "bevaringsregeln", "retention rule"),
}

EXPLAINED: dict[str, tuple[str, str, str, str, str]] = {
    "retention-day": (
        "Kuolemasta, syntymästä tai päivästä laskettava säilytysaika tarvitsee päivän: merkinnästä, kirjauksesta tai suoraan. Asian päättymisestä laskettava saa sen asiasta itsestään.",
        "En bevaringstid som räknas från död, födelse eller ett datum behöver dagen: ur en markering, en anteckning eller utskriven. Räknad från att ärendet avslutas får den dagen ur ärendet.",
        "A retention time counted from death, birth or a date needs the day: from a flag, a record, or written out. Counted from closing, it has the day from the case itself.",
        "retention: {base_data: {service_tasks: [base_data], from: death, keep: P2Y, law: L33}}",
        "retention: {base_data: {service_tasks: [base_data], from: death, day: flag.died, keep: P2Y, law: L33}}",
    ),
    "retention-length": (
        "Säilytyssääntö sanoo, kuinka kauan tiedot säilytetään, tai että ne säilytetään pysyvästi. Molempia tai ei kumpaakaan ei voi noudattaa.",
        "En bevaringsregel säger hur länge uppgifterna bevaras, eller att de bevaras varaktigt. Båda eller ingetdera går inte att följa.",
        "A retention rule says how long data are kept, or that they are kept permanently. Both, or neither, cannot be followed.",
        "retention: {adults: {service_tasks: [working_age], from: closing, law: L33}}",
        "retention: {adults: {service_tasks: [working_age], from: closing, keep: P10Y, law: L33}}",
    ),
}
