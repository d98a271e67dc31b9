"""What a report of the log of use and disclosure says."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "access-title": (
        "Asian {case} käyttö- ja luovutusloki",
        "Användnings- och utlämningslogg för ärende {case}",
        "Log of use and disclosure of case {case}",
    ),
    "access-none": ("Ei merkintöjä.", "Inga anteckningar.", "No entries."),
    "access-withheld": (
        "Yli kaksi vuotta vanhoja merkintöjä on {count}. Niihin tarvitaan erityinen syy (703/2023 11 §): --special-reason.",
        "{count} anteckningar är äldre än två år. För dem behövs ett särskilt skäl (703/2023 11 §): --special-reason.",
        "{count} entries are older than two years. They need a special reason (703/2023 s. 11): --special-reason.",
    ),
    "access-nobody": (
        "Anna asia valitsimella --case tai asiakas valitsimella --client.",
        "Ange ärendet med --case eller klienten med --client.",
        "Name the case by --case, or the client by --client.",
    ),
    # ── who and why
    "access-client": ("asiakas itse", "klienten själv", "the client"),
    "access-officer": ("tietosuojavastaava", "dataskyddsombud", "data protection officer"),
    "access-system": ("järjestelmä", "systemet", "the system"),
    "access-person": ("henkilö {person}", "person {person}", "person {person}"),
    "access-use": ("{who}: {action}", "{who}: {action}", "{who}: {action}"),
    "access-refused": ("{who}: {action} (evätty)", "{who}: {action} (nekades)", "{who}: {action} (refused)"),
    "access-disclosed": (
        "{who} luovutti tietoja, vastaanottaja {recipient}: {records}",
        "{who} lämnade ut uppgifter, mottagare {recipient}: {records}",
        "{who} passed information on, recipient {recipient}: {records}",
    ),
    "access-not-passed": (
        "{who} jätti luovuttamatta tietoja, vastaanottaja {recipient}: {records}",
        "{who} lämnade inte ut uppgifter, mottagare {recipient}: {records}",
        "{who} withheld information, recipient {recipient}: {records}",
    ),
    "access-act-of": ("tekijä: {person}", "utförd av: {person}", "act of: {person}"),
    "access-purpose": ("käyttötarkoitus: {purpose}", "ändamål: {purpose}", "purpose: {purpose}"),
    "access-basis": ("peruste: {basis}", "grund: {basis}", "basis: {basis}"),
    "access-data": ("tiedot: {data}", "uppgifter: {data}", "data: {data}"),
    "access-agent": ("ohjelma: {agent}", "program: {agent}", "software: {agent}"),
    "access-for-other": ("toisen puolesta", "för någon annan", "for somebody else"),
    # ── what was done
    "access-did-steps": (
        "katsoi, mitä asiassa voi tehdä",
        "såg på vad som kan göras i ärendet",
        "looked at what can be done",
    ),
    "access-did-history": ("katsoi asian historian", "såg på ärendets historia", "looked at the history"),
    "access-did-open": (
        "avasi salatut henkilötiedot",
        "öppnade krypterade personuppgifter",
        "opened sealed personal information",
    ),
    "access-did-client_view": ("katsoi asiakkaan näkymän", "såg på klientens vy", "looked at the client's view"),
    "access-did-access_log": ("luki tämän lokin", "läste den här loggen", "read this log"),
    "access-did-purge": (
        "poisti asian säilytysajan päätyttyä",
        "gallrade ärendet efter bevaringstiden",
        "purged the case after its retention",
    ),
    "access-did-release": (
        "palautti jonoon syrjään pannun määräajan tai viestin",
        "ställde tillbaka i kön en tidsfrist eller ett meddelande som lagts åt sidan",
        "put back into its queue a deadline or a message that had been set aside",
    ),
    "access-did-other": ("teki toimen {action}", "gjorde åtgärden {action}", "did {action}"),
}
