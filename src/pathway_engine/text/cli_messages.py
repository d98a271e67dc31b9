"""What the command line says around the engine's answers: what was done, and faults with what to do about them."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── done
    "cli-opened": ("Asia on avattu: {case}", "Ärendet har öppnats: {case}", "The case is open: {case}"),
    "cli-done-before": (
        "Tämä oli tehty jo aiemmin samalla avaimella.",
        "Det här var redan gjort med samma nyckel.",
        "This was done before with the same key.",
    ),
    "cli-erased-before": (
        "Tiedot oli hävitetty jo aiemmin.",
        "Uppgifterna var redan förstörda.",
        "The information was destroyed before.",
    ),
    "cli-wait-for-receipt": (
        "Siirtymä tapahtuu, kun vastaanottaja on ottanut asiakkaan vastaan.",
        "Övergången sker när mottagaren har tagit emot klienten.",
        "The move happens when the recipient has received the client.",
    ),
    "cli-warning": ("Huomaa: {what}", "Observera: {what}", "Note: {what}"),
    "cli-no-cases": ("Ei asioita.", "Inga ärenden.", "No cases."),
    "cli-more-cases": (
        "Lisää on: jatka valitsimella --after {after}",
        "Det finns fler: fortsätt med --after {after}",
        "There are more: go on with --after {after}",
    ),
    "cli-no-steps": ("Ei siirtymiä tästä vaiheesta.", "Inga övergångar från det här skedet.", "No moves from here."),
    "cli-fired": (
        "Ylittyneitä määräaikoja kerrottu: {count}",
        "Överskridna tidsfrister meddelade: {count}",
        "Missed deadlines told: {count}",
    ),
    "cli-check-fine": ("{name}: kunnossa", "{name}: i sin ordning", "{name}: fine"),
    "cli-check-nothing": (
        "Anna tarkistettava määrittely, kansio tai nimi, kuten workflows.",
        "Ange en definition, en mapp eller ett namn att kontrollera, som workflows.",
        "Give a definition, a folder or a name to check, such as workflows.",
    ),
    "cli-no-code": (
        "Tunnusta ”{typed}” ei ole. Tarkoititko: {hint}",
        "Koden ”{typed}” finns inte. Menade du: {hint}",
        "There is no code “{typed}”. Did you mean: {hint}",
    ),
    "cli-no-code-like": (
        "Tunnusta ”{typed}” ei ole. Tunnukset ovat: {known}",
        "Koden ”{typed}” finns inte. Koderna är: {known}",
        "There is no code “{typed}”. The codes are: {known}",
    ),
    "cli-written": ("Kirjoitettu: {path}", "Skrivet: {path}", "Written: {path}"),
    # ── usage
    "cli-db-missing": (
        "Tietokantaa ei ole: {path}. Asian voi avata siihen komennolla ”pathway case open”.",
        "Databasen finns inte: {path}. Ett ärende öppnas i den med ”pathway case open”.",
        "There is no database {path}. A case is opened in it by “pathway case open”.",
    ),
    "cli-db-used": (
        "Tietokannassa {path} on jo tietoa. Anna uusi tiedosto.",
        "Databasen {path} har redan innehåll. Ange en ny fil.",
        "The database {path} holds something already. Name a new file.",
    ),
    "cli-keys-needed": (
        "Tälle tietokannalle on annettava avaintiedosto valitsimella --keys.",
        "För den här databasen ska en nyckelfil anges med --keys.",
        "This database needs a key file, given by --keys.",
    ),
    "cli-acting-form": (
        "Toimija annetaan muodossa ROOLI@ORGANISAATIO, asiakas pelkkänä roolina: {typed}",
        "Aktören anges som ROLL@ORGANISATION, klienten bara som roll: {typed}",
        "Who acts is given as ROLE@ORGANISATION, the client as the role alone: {typed}",
    ),
    "cli-field-form": (
        "Kenttä annetaan muodossa NIMI=ARVO: {typed}",
        "Ett fält anges som NAMN=VÄRDE: {typed}",
        "A field is given as NAME=VALUE: {typed}",
    ),
    "cli-fields-file": (
        "Tiedoston {path} pitää olla JSON-olio, jossa ovat kentät.",
        "Filen {path} ska vara ett JSON-objekt med fälten.",
        "The file {path} must be a JSON object with the fields.",
    ),
    "cli-time-form": (
        "Aika annetaan muodossa 2025-03-03T09:00: {typed}",
        "Tiden anges som 2025-03-03T09:00: {typed}",
        "A time is given as 2025-03-03T09:00: {typed}",
    ),
    "cli-day-form": (
        "Päivä annetaan muodossa 2025-03-03 tai 3.3.2025: {typed}",
        "En dag anges som 2025-03-03 eller 3.3.2025: {typed}",
        "A day is given as 2025-03-03 or 3.3.2025: {typed}",
    ),
    "cli-region-needed": (
        "Anna alueen palvelupolku valitsimella --region.",
        "Ange regionens servicestig med --region.",
        "Name the region's pathway by --region.",
    ),
    "cli-register-unknown": (
        "Rekisteriä {register} ei ole: siinä ei ole ollut asioita, eikä yksikään organisaatio pidä sitä.",
        "Det finns inget register {register}: där har inte funnits ärenden, och ingen organisation för det.",
        "There is no register {register}: it has had no cases, and no organisation keeps it.",
    ),
    "cli-register-needed": (
        "Anna rekisteri valitsimella --register tai organisaatio valitsimella --as.",
        "Ange registret med --register eller organisationen med --as.",
        "Name the register by --register, or the organisation by --as.",
    ),
    "cli-organisation-unknown": (
        "Palvelupolulla ei ole organisaatiota ”{typed}”. Organisaatiot: {known}",
        "På servicestigen finns ingen organisation ”{typed}”. Organisationer: {known}",
        "The pathway has no organisation “{typed}”. Organisations: {known}",
    ),
    "cli-no-service": (
        "Palvelupolulla ei ole palvelua ”{typed}”.",
        "På servicestigen finns ingen tjänst ”{typed}”.",
        "The pathway has no service “{typed}”.",
    ),
    # ── faults, by the exception's name
    "fault-CaseNotFound": (
        "Asiaa {detail} ei ole, tai se ei kuulu tälle toimijalle.",
        "Ärendet {detail} finns inte eller hör inte till den här aktören.",
        "There is no case {detail}, or it is none of this actor's business.",
    ),
    "fault-CaseErased": (
        "Asian {detail} henkilötiedot on hävitetty, eikä niitä voi enää avata.",
        "Personuppgifterna i ärendet {detail} har förstörts och kan inte längre öppnas.",
        "The personal information of case {detail} has been destroyed and cannot be opened.",
    ),
    "fault-Conflict": (
        "Asia muuttui samaan aikaan, eikä mitään kirjoitettu. Yritä uudelleen.",
        "Ärendet ändrades samtidigt och ingenting skrevs. Försök på nytt.",
        "The case changed meanwhile and nothing was written. Try again.",
    ),
    "fault-IdempotencyConflict": (
        "Samalla avaimella on jo tehty jotain muuta. Mitään ei kirjoitettu.",
        "Samma nyckel har redan använts för något annat. Ingenting skrevs.",
        "The same key was used for something else. Nothing was written.",
    ),
    "fault-StoreBusy": (
        "Tietokanta on varattu, eikä mitään kirjoitettu. Yritä hetken päästä uudelleen.",
        "Databasen är upptagen och ingenting skrevs. Försök om en stund.",
        "The database is busy and nothing was written. Try again in a moment.",
    ),
    "fault-StoreFull": (
        "Levyllä ei ole tilaa, eikä mitään kirjoitettu.",
        "Det finns inget utrymme på disken och ingenting skrevs.",
        "No room is left on the disk and nothing was written.",
    ),
    "fault-StoreUnavailable": (
        "Tietokantaa ei voi avata: {detail}",
        "Databasen kan inte öppnas: {detail}",
        "The database cannot be opened: {detail}",
    ),
    "fault-CannotVerify": ("Ei voi tarkistaa: {detail}", "Kan inte kontrolleras: {detail}", "Cannot verify: {detail}"),
    "fault-OutcomeUnknown": (
        "Ei ole varmaa, tehtiinkö tämä. Toista komento samalla avaimella, niin saat tietää.",
        "Det är inte säkert att det här gjordes. Upprepa kommandot med samma nyckel för att få veta.",
        "It is not certain that this was done. Repeat the command with the same key to learn it.",
    ),
    "fault-SchemaMismatch": (
        "Tietokanta on toisen ohjelmaversion: {detail}",
        "Databasen hör till en annan version av programmet: {detail}",
        "The database belongs to another version of the program: {detail}",
    ),
    "fault-KeyMissing": (
        "Avaimia ei voi käyttää: {detail}",
        "Nycklarna kan inte användas: {detail}",
        "The keys cannot be used: {detail}",
    ),
    "fault-SealBroken": (
        "Salattu tieto ei aukea: {detail}",
        "Krypterade uppgifter kan inte öppnas: {detail}",
        "Sealed information does not open: {detail}",
    ),
    "fault-Unreadable": (
        "Tallennettu tieto ei ole sellaisena kuin se kirjoitettiin: {detail}. Aja pathway verify.",
        "De lagrade uppgifterna är inte som de skrevs: {detail}. Kör pathway verify.",
        "What is stored is not as it was written: {detail}. Run pathway verify.",
    ),
    "fault-DefinitionNotFound": (
        "Palvelupolun määrittelyä ei löydy: {detail}",
        "Servicestigens definition hittas inte: {detail}",
        "The definition of the pathway is not found: {detail}",
    ),
    "fault-DefinitionError": (
        "Määrittelyssä on virheitä:\n{detail}",
        "Det finns fel i definitionen:\n{detail}",
        "The definition has faults:\n{detail}",
    ),
    "fault-ValueError": ("Ei käy: {detail}", "Det går inte: {detail}", "That does not work: {detail}"),
    "fault-OSError": (
        "Tiedostoa ei voi käyttää: {detail}",
        "Filen kan inte användas: {detail}",
        "The file cannot be used: {detail}",
    ),
    "fault-other": ("Ei onnistunut: {detail}", "Det lyckades inte: {detail}", "This failed: {detail}"),
    # ── definitions
    "cli-digest-rules": ("Säännöt", "Regler", "Rules"),
    "cli-digest-texts": ("Tekstit", "Texter", "Texts"),
    "cli-mistyped": (
        "Mitään ei tehty. Tarkista, mitä kirjoitit:",
        "Inget gjordes. Kontrollera vad du skrev:",
        "Nothing was done. Look again at what you typed:",
    ),
    "cli-region-name": (
        (
            "”{name}” ei kelpaa palvelupolun nimeksi: pieniä kirjaimia a–z, numeroita ja yksittäisiä merkkejä - ja _. "
            "Anna nimi: --name {guess}"
        ),
        (
            "”{name}” duger inte som namn på en servicestig: små bokstäver a–z, siffror och enstaka - och _. "
            "Ge ett namn: --name {guess}"
        ),
        "'{name}' cannot name a pathway: small letters a–z, digits and single - and _. Give a name: --name {guess}",
    ),
    "cli-file-exists": (
        "Tiedosto {path} on jo olemassa; sitä ei muuteta.",
        "Filen {path} finns redan; den ändras inte.",
        "The file {path} exists already; it is left as it is.",
    ),
}
