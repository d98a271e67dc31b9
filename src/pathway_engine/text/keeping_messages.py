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
