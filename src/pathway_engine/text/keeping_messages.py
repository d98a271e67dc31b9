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
        "Säilytysajan ”{rule}” ({law}) alku ei ole tiedossa, joten se ei ole alkanut kulua.",
        "Det är inte känt när bevaringstiden ”{rule}” ({law}) börjar, så den har inte börjat löpa.",
        "It is not known when the retention time “{rule}” ({law}) begins, so it has not begun to run.",
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
