"""Sentences about finding, reading and joining the files of a definition."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── finding the texts
    "definition.no-such-file": (
        "Tiedostoa ”{name}” ei ole. Määrittelyn tiedostonimi päättyy .yaml; asennettu määrittely nimetään ilman sitä.",
        "Filen ”{name}” finns inte. En definitions filnamn slutar på .yaml; en installerad definition nämns utan det.",
        "There is no file '{name}'. A definition's file name ends in .yaml; an installed one is named without it.",
    ),
    "definition.not-found": (
        "Ei löydy: {kind} ”{name}”.",
        "Hittas inte: {kind} ”{name}”.",
        "Not found: {kind} '{name}'.",
    ),
    "definition.unsafe-name": (
        (
            "”{name}” ei kelpaa määrittelyn nimeksi: pieniä kirjaimia a–z, numeroita ja yksittäisiä merkkejä - "
            "ja _, versio @-merkin jälkeen. Polkua ei voi antaa."
        ),
        (
            "”{name}” duger inte som namn på en definition: små bokstäver a–z, siffror och enstaka - och _, "
            "version efter @. En sökväg kan inte anges."
        ),
        (
            "'{name}' cannot name a definition: small letters a-z, digits and single - and _, a version after "
            "@. A path cannot be given."
        ),
    ),
    "definition.not-a-file": (
        "”{name}” ei ole tavallinen tiedosto. Linkkejä, hakemistoja ja laitteita ei lueta.",
        "”{name}” är ingen vanlig fil. Länkar, mappar och enheter läses inte.",
        "'{name}' is not a regular file. Links, folders and devices are not read.",
    ),
    "definition.too-many-files": (
        "Määrittely lukee yli {most} tiedostoa.",
        "Definitionen läser mer än {most} filer.",
        "The definition reads more than {most} files.",
    ),
    "definition.name-differs": (
        "Avaimen {key} arvon on oltava ”{name}”, kuten tiedoston nimessä tai viittauksessa.",
        "Värdet av {key} ska vara ”{name}”, som i filens namn eller i hänvisningen.",
        "The value of {key} must be '{name}', as in the file's name or the reference to it.",
    ),
    # ── reading
    "definition.too-large": (
        "Tiedosto on liian suuri; enintään {most} tavua.",
        "Filen är för stor; högst {most} byte.",
        "The file is too large; {most} bytes at most.",
    ),
    "definition.not-utf8": (
        "Tiedosto ei ole UTF-8-tekstiä.",
        "Filen är inte UTF-8-text.",
        "The file is not UTF-8 text.",
    ),
    "definition.bad-character": (
        "Merkki {character} ei ole sallittu: ohjausmerkkejä ja näkymättömiä merkkejä ei käytetä. Poista se.",
        "Tecknet {character} är inte tillåtet: styrtecken och osynliga tecken används inte. Ta bort det.",
        "The character {character} is not allowed: control and invisible characters are not used. Remove it.",
    ),
    "definition.empty-file": ("Tiedosto on tyhjä.", "Filen är tom.", "The file is empty."),
    "definition.not-a-map": (
        "Tiedoston on alettava avaimilla, kuten pathway: nimi.",
        "Filen ska börja med nycklar, som pathway: namn.",
        "The file must begin with keys, such as pathway: name.",
    ),
    "definition.too-deep": (
        "Sisäkkäisiä rakenteita on liikaa; enintään {most}.",
        "För många nivåer inuti varandra; högst {most}.",
        "Nested too deep; {most} levels at most.",
    ),
    "definition.too-many": (
        "Tässä on liian monta kohtaa; enintään {most}.",
        "Här finns för många delar; högst {most}.",
        "There are too many parts here; {most} at most.",
    ),
    "definition.too-long": (
        "Teksti on liian pitkä; enintään {most} merkkiä.",
        "Texten är för lång; högst {most} tecken.",
        "The text is too long; {most} characters at most.",
    ),
    "definition.duplicate-key": (
        "Avain ”{name}” on jo rivillä {first}. Yhdistä tai poista toinen.",
        "Nyckeln ”{name}” finns redan på rad {first}. Slå ihop dem eller ta bort den ena.",
        "The key '{name}' is already on line {first}. Join them or remove one.",
    ),
    "definition.bad-key": (
        "”{name}” ei kelpaa avaimeksi.",
        "”{name}” duger inte som nyckel.",
        "'{name}' cannot be a key.",
    ),
    "definition.alias": (
        (
            "YAML-ankkureita ja viittauksia ({name}) ei käytetä. Yhteinen osa kirjoitetaan osapoluksi ja "
            "otetaan käyttöön avaimella use."
        ),
        "YAML-ankare och alias ({name}) används inte. En gemensam del skrivs som fragment och tas i bruk med use.",
        "YAML anchors and aliases ({name}) are not used. Write the shared part as a fragment and use it.",
    ),
    "definition.merge-key": (
        "YAML:n yhdistämisavainta << ei käytetä. Määrittely laajennetaan avaimella extends.",
        "YAML:s sammanslagningsnyckel << används inte. En definition utvidgas med extends.",
        "The YAML merge key << is not used. A definition is built on another with extends.",
    ),
    "definition.tag": (
        "YAML-tyyppimerkintöjä ({name}) ei käytetä. Poista merkintä.",
        "YAML-taggar ({name}) används inte. Ta bort taggen.",
        "YAML tags ({name}) are not used. Remove it.",
    ),
    "definition.several-documents": (
        "Tiedostossa on yksi määrittely. Poista rivi --- tai jaa tiedosto.",
        "En fil har en definition. Ta bort raden --- eller dela filen.",
        "A file holds one definition. Remove the line --- or split the file.",
    ),
    "definition.directive": (
        "YAML-direktiivejä (%-alkuisia rivejä) ei käytetä. Poista rivi.",
        "YAML-direktiv (rader med %) används inte. Ta bort raden.",
        "YAML directives (lines with %) are not used. Remove the line.",
    ),
    "definition.yaml-syntax": (
        "Tiedosto ei ole tästä kohdasta kelvollista YAML:ää.",
        "Filen är inte giltig YAML här.",
        "This is not valid YAML.",
    ),
    "definition.syntax-token": (
        (
            "Merkki ei voi aloittaa arvoa: käytä sisennykseen välilyöntejä, ei sarkainta, ja kirjoita "
            "erikoismerkillä alkava teksti lainausmerkkeihin."
        ),
        (
            "Tecknet kan inte börja ett värde: dra in med blanksteg, inte tabb, och skriv text som börjar med "
            "specialtecken inom citattecken."
        ),
        (
            "The character cannot begin a value: indent with spaces, not tabs, and quote a text that begins "
            "with a special character."
        ),
    ),
    "definition.syntax-colon": (
        (
            "Kaksoispiste on väärässä paikassa: kirjoita kaksoispisteen sisältävä teksti lainausmerkkeihin ja "
            "tarkista edellisen rivin sisennys."
        ),
        "Ett kolon står på fel ställe: skriv text med kolon inom citattecken och se efter indraget på raden före.",
        "A colon is out of place: quote a text that has a colon in it, and look at the indentation of the line before.",
    ),
    "definition.syntax-no-colon": (
        "Avaimen perästä puuttuu kaksoispiste ja välilyönti.",
        "Efter nyckeln saknas kolon och blanksteg.",
        "A colon and a space are missing after the key.",
    ),
    "definition.syntax-comma": (
        "Aaltosulkeiden tai hakasulkeiden sisältä puuttuu pilkku tai loppusulku.",
        "Inom klamrarna eller hakparenteserna saknas ett komma eller slutparentesen.",
        "A comma or the closing bracket is missing inside brackets.",
    ),
    "definition.syntax-indent": (
        "Sisennys ei täsmää: saman tason rivit alkavat samasta sarakkeesta.",
        "Indraget stämmer inte: rader på samma nivå börjar i samma kolumn.",
        "The indentation does not match: lines of one level begin in the same column.",
    ),
    "definition.syntax-quote": (
        "Lainausmerkki tai sulku on jäänyt sulkematta.",
        "Ett citattecken eller en parentes är inte stängd.",
        "A quotation mark or bracket is not closed.",
    ),
    "definition.syntax-value": (
        "Tästä puuttuu arvo, tai sulku on vailla pariaan.",
        "Här saknas ett värde, eller en parentes saknar sitt par.",
        "A value is missing here, or a bracket has no pair.",
    ),
    "definition.syntax-escape": (
        "Kenoviivan jälkeinen merkki ei kelpaa lainausmerkeissä; käytä yksinkertaisia lainausmerkkejä.",
        "Tecknet efter omvänt snedstreck duger inte inom citattecken; använd enkla citattecken.",
        "What follows the backslash is not allowed in double quotes; use single quotes.",
    ),
    "definition.syntax-dash": (
        "Luettelon viiva ei voi olla tässä; aloita luettelo omalta riviltään.",
        "Ett liststreck kan inte stå här; börja listan på en egen rad.",
        "The dash of a list cannot stand here; begin the list on a line of its own.",
    ),
    "definition.syntax-other": ("({problem})", "({problem})", "({problem})"),
    # ── overlays and fragments
    "definition.extends-cycle": (
        "Määrittely laajentaa itseään: {name}.",
        "Definitionen bygger på sig själv: {name}.",
        "The definition extends itself: {name}.",
    ),
    "definition.extends-too-long": (
        "Laajennusten ketju on liian pitkä; enintään {most} tasoa.",
        "Kedjan av extends är för lång; högst {most} nivåer.",
        "The chain of extends is too long; {most} levels at most.",
    ),
    "definition.extends-conflict": (
        "Määrittelystä {name} on jo käytössä versio {first}, tässä pyydetään versiota {second}.",
        "Av {name} används redan version {first}, här begärs version {second}.",
        "Version {first} of {name} is already in use, version {second} is asked for here.",
    ),
    "definition.nothing-to-remove": (
        "Ei ole mitään poistettavaa: ”{name}” ei periydy tähän.",
        "Det finns inget att ta bort: ”{name}” ärvs inte hit.",
        "There is nothing to remove: '{name}' is not inherited here.",
    ),
    "definition.nothing-to-replace": (
        "Ei ole mitään korvattavaa: ”{name}” ei periydy tähän.",
        "Det finns inget att ersätta: ”{name}” ärvs inte hit.",
        "There is nothing to replace: '{name}' is not inherited here.",
    ),
    "definition.bad-overlay": (
        "Avainta {name} ei voi käyttää näin.",
        "Nyckeln {name} kan inte användas så här.",
        "The key {name} cannot be used like this.",
    ),
    "definition.with-without-use": (
        "Kohdalla ”{name}” on with mutta ei osapolkua (use).",
        "”{name}” har with men inget fragment (use).",
        "'{name}' has with but no fragment (use).",
    ),
    "definition.unknown-parameter": (
        "Osapolulla ei ole parametria ”{name}”.",
        "Fragmentet har ingen parameter ”{name}”.",
        "The fragment has no parameter '{name}'.",
    ),
    "definition.missing-parameter": (
        "Osapolun parametri ”{name}” on antamatta. Kirjoita with: {{{name}: …}}.",
        "Fragmentets parameter ”{name}” är inte given. Skriv with: {{{name}: …}}.",
        "The fragment's parameter '{name}' is not set. Write with: {{{name}: …}}.",
    ),
    "definition.parameter-no-text": (
        "Parametri ”{name}” on luettelo tai kartta, joten se voi olla vain koko arvo, ei osa tekstiä.",
        "Parametern ”{name}” är en lista eller en karta och kan bara vara hela värdet, inte en del av en text.",
        "The parameter '{name}' is a list or a map, so it can only be a whole value, not a part of a text.",
    ),
    "definition.bad-parameter": (
        'Parametri kirjoitetaan muodossa "${{nimi}}"; ”{name}” ei ole sellainen.',
        'En parameter skrivs i formen "${{namn}}"; ”{name}” är inte en sådan.',
        "A parameter is written as \"${{name}}\"; '{name}' is not.",
    ),
}
