"""Sentences about faults in a definition, each with what to do about it.

The code of a problem is the key without `definition.`; `definition.word.*` are words that stand in
other sentences. Keys and ids are quoted as they are written in the file.
"""

from __future__ import annotations

from pathway_engine.text.reading_messages import MESSAGES as _READING

MESSAGES: dict[str, tuple[str, str, str]] = {
    **_READING,
    # ── second sentences: what to do
    "definition.did-you-mean": ("Tarkoititko ”{guess}”?", "Menade du ”{guess}”?", "Did you mean '{guess}'?"),
    "definition.taken-for-new": (
        "”{typed}” on uusi. Jos tarkoitit sitä, mikä on jo, kirjoita ”{guess}”.",
        "”{typed}” är nytt. Om du menade det som redan finns, skriv ”{guess}”.",
        "'{typed}' is new. If you meant what there is already, write '{guess}'.",
    ),
    "definition.known-are": ("Mahdollisia ovat: {known}.", "Möjliga är: {known}.", "Known are: {known}."),
    "definition.save-as-utf8": (
        "Tallenna tiedosto UTF-8-muodossa.",
        "Spara filen som UTF-8.",
        "Save the file as UTF-8.",
    ),
    "definition.quote-it": ("Kirjoita se lainausmerkkeihin.", "Skriv det inom citattecken.", "Write it in quotes."),
    "definition.digits-only": (
        "Kirjoita pelkät numerot ilman lainausmerkkejä ja etunollia.",
        "Skriv bara siffror, utan citattecken och inledande nollor.",
        "Write digits only, without quotes and leading zeros.",
    ),
    "definition.true-or-false": ("Kirjoita true tai false.", "Skriv true eller false.", "Write true or false."),
    "definition.key-is-text": (
        "Avain on lyhyt teksti; jos se on luku tai true, false tai null, kirjoita se lainausmerkkeihin.",
        "En nyckel är en kort text; är den ett tal eller true, false eller null skrivs den inom citattecken.",
        "A key is a short text; if it is a number or true, false or null, write it in quotes.",
    ),
    "definition.add-to-list": (
        "Vain luetteloon voi lisätä; karttaan kirjoitetaan uusi avain sellaisenaan.",
        "Bara till en lista kan man lägga till; i en karta skrivs en ny nyckel som den är.",
        "Only a list can be added to; in a map a new key is simply written.",
    ),
    "definition.add-and-remove": (
        "Periytyvää luetteloa muutetaan avaimilla add ja remove, tai se korvataan kokonaan.",
        "En ärvd lista ändras med nycklarna add och remove, eller ersätts helt.",
        "An inherited list is changed with the keys add and remove, or replaced whole.",
    ),
    "definition.replace-true": ("Kirjoita replace: true.", "Skriv replace: true.", "Write replace: true."),
    "definition.remove-names": (
        "Luettele poistettavat nimet: remove: [nimi, nimi].",
        "Räkna upp namnen som tas bort: remove: [namn, namn].",
        "List the names to drop: remove: [name, name].",
    ),
    # ── keys and types
    "definition.unknown-key": ("Tuntematon avain ”{name}”.", "Okänd nyckel ”{name}”.", "Unknown key '{name}'."),
    "definition.missing-key": ("Avain ”{name}” puuttuu.", "Nyckeln ”{name}” saknas.", "The key '{name}' is missing."),
    "definition.missing-language": (
        "Teksti puuttuu kielellä {name}. Jokainen teksti on suomeksi (fi), ruotsiksi (sv) ja englanniksi (en).",
        "Texten saknas på språket {name}. Varje text finns på finska (fi), svenska (sv) och engelska (en).",
        "The text is missing in {name}. Every text is in Finnish (fi), Swedish (sv) and English (en).",
    ),
    "definition.wrong-type": (
        "Tässä pitää olla {wanted}, on {found}.",
        "Här ska stå {wanted}, det står {found}.",
        "This must be {wanted}, it is {found}.",
    ),
    "definition.unknown-value": (
        "”{name}” ei ole mahdollinen arvo tässä.",
        "”{name}” är inget möjligt värde här.",
        "'{name}' is not a possible value here.",
    ),
    "definition.bad-date": (
        "”{name}” ei ole päivä; kirjoita esimerkiksi 2025-12-31.",
        "”{name}” är inget datum; skriv till exempel 2025-12-31.",
        "'{name}' is not a date; write for example 2025-12-31.",
    ),
    "definition.bad-duration": (
        "”{name}” ei ole kesto; kirjoita esimerkiksi {guess}.",
        "”{name}” är ingen tidslängd; skriv till exempel {guess}.",
        "'{name}' is not a duration; write for example {guess}.",
    ),
    "definition.unknown-requirement": (
        "”{name}” ei ole mikään vaatimuslaji.",
        "”{name}” är inget slag av krav.",
        "'{name}' is no kind of requirement.",
    ),
    "definition.several-requirements": (
        "Yhdessä kohdassa on monta vaatimusta ({name}). Tee niistä omat kohtansa.",
        "Flera krav i samma punkt ({name}). Gör dem till egna punkter.",
        "Several requirements in one item ({name}). Make them items of their own.",
    ),
    "definition.initial-count": (
        "Alkuvaiheita pitää olla tasan yksi (initial: true); nyt: {name}.",
        "Det ska finnas exakt ett inledande skede (initial: true); nu: {name}.",
        "There must be exactly one initial state (initial: true); now: {name}.",
    ),
    # ── names and what a thing cannot do without
    "definition.unknown-name": (
        "Ei ole olemassa: {kind} ”{name}”.",
        "Finns inte: {kind} ”{name}”.",
        "Unknown {kind} '{name}'.",
    ),
    "definition.removed-but-used": (
        "Tässä poistetaan {kind} ”{name}”, mutta siihen viitataan yhä: {used}. Poista tai muuta myös viittaus.",
        "Här tas {kind} ”{name}” bort, men det finns ännu en hänvisning: {used}. Ta bort eller ändra också den.",
        "This removes the {kind} '{name}', which is still referred to at {used}. Remove or change that too.",
    ),
    "definition.bad-name": (
        (
            "Avaimen {key} arvo ”{name}” ei kelpaa: pieniä kirjaimia, numeroita ja yksittäisiä merkkejä - ja "
            "_; versiossa myös pisteitä."
        ),
        "Värdet ”{name}” av {key} duger inte: små bokstäver, siffror och enstaka - och _; i en version också punkter.",
        "The value '{name}' of {key} will not do: small letters, digits and single - and _; in a version dots as well.",
    ),
    "definition.bad-id": (
        (
            "”{name}” ei kelpaa tunnukseksi: pieniä kirjaimia a–z, numeroita ja yksittäisiä alaviivoja, "
            "enintään 64 merkkiä. Ihmisille näkyvä nimi kirjoitetaan otsikkoon."
        ),
        (
            "”{name}” duger inte som id: små bokstäver a–z, siffror och enstaka understreck, högst 64 tecken. "
            "Namnet som människor ser skrivs i titeln."
        ),
        (
            "'{name}' cannot be an id: small letters a-z, digits and single underscores, 64 characters at "
            "most. The name people see goes into the title."
        ),
    ),
    "definition.reserved-id": (
        "”{name}” on varattu sana. Valitse toinen tunnus.",
        "”{name}” är ett reserverat ord. Välj ett annat id.",
        "'{name}' is a reserved word. Choose another id.",
    ),
    "definition.no-group": (
        "”{name}” kuuluisi ryhmään ”{group}”, jota ei ole.",
        "”{name}” skulle höra till gruppen ”{group}”, som inte finns.",
        "'{name}' would belong to the group '{group}', which does not exist.",
    ),
    "definition.twin-ids": (
        "Tunnukset ”{name}” ja ”{first}” näyttävät samalta. Anna toiselle eri tunnus.",
        "”{name}” och ”{first}” ser likadana ut. Ge den ena ett annat id.",
        "'{name}' and '{first}' look the same. Give one of them another id.",
    ),
    "definition.sealed-field": (
        (
            "Kentän ”{name}” sisältö on suojattu ({found}), joten siitä voi kysyä vain, onko se täytetty "
            "(present, any_of). Jos tieto ei ole arkaluonteinen, merkitse kenttään class: coded."
        ),
        (
            "Innehållet i fältet ”{name}” är skyddat ({found}), så man kan bara fråga om det är ifyllt "
            "(present, any_of). Är uppgiften inte känslig, märk fältet class: coded."
        ),
        (
            "The content of the field '{name}' is sealed ({found}), so one can only ask whether it is filled "
            "in (present, any_of). If it is not sensitive, mark the field class: coded."
        ),
    ),
    "definition.wrong-comparison": (
        "Vertailu {name} ei sovi kenttään, jonka tyyppi on {found}.",
        "Jämförelsen {name} passar inte ett fält av typen {found}.",
        "The comparison {name} does not fit a field of type {found}.",
    ),
    "definition.wrong-value": (
        "”{name}” ei ole kentän tyypin ({found}) arvo.",
        "”{name}” är inget värde för fältets typ ({found}).",
        "'{name}' is no value for the field's type ({found}).",
    ),
    "definition.missing-options": (
        "Valintakentältä ”{name}” puuttuu vaihtoehtojen luettelo. Kirjoita options: luettelon tunnus.",
        "Valfältet ”{name}” saknar en lista med alternativ. Skriv options: listans id.",
        "The choice field '{name}' has no list of options. Write options: id of a catalogue.",
    ),
    "definition.no-responsible": (
        (
            "Vaiheella ”{name}” ei ole vastuuhenkilöä. Kirjoita responsible: rooli, tai kind: final, jos polku "
            "päättyy tähän."
        ),
        "Skedet ”{name}” har ingen ansvarig. Skriv responsible: roll, eller kind: final om stigen slutar här.",
        "The state '{name}' has nobody responsible. Write responsible: role, or kind: final if the path ends here.",
    ),
    "definition.bad-previous": (
        "Edelliseen vaiheeseen (to: previous) pääsee vain keskeytyksestä, ja ”{name}” ei ole sellainen (kind: hold).",
        (
            "Till föregående skede (to: previous) kommer man bara från ett avbrott, och ”{name}” är inget "
            "sådant (kind: hold)."
        ),
        "Only a hold leads back to the previous state (to: previous), and '{name}' is none (kind: hold).",
    ),
    "definition.colliding-moves": (
        "Siirtymä ”{name}” alkaa vaiheesta ”{state}” jo kohdassa ”{first}”. Poista toinen tai nimeä se toisin.",
        "Övergången ”{name}” börjar i skedet ”{state}” redan i ”{first}”. Ta bort den ena eller ge den ett annat namn.",
        "The move '{name}' already starts at '{state}' in '{first}'. Remove one or name it otherwise.",
    ),
    "definition.no-room": (
        "Rajan ”{name}” on oltava vähintään 1.",
        "Gränsen ”{name}” ska vara minst 1.",
        "The limit '{name}' must be at least 1.",
    ),
    # ── time
    "definition.bad-period": (
        "Loppu on ennen alkua: {name}.",
        "Slutet är före början: {name}.",
        "It ends before it begins: {name}.",
    ),
    "definition.bad-anchor": (
        "”{name}” ei kerro, mistä määräaika lasketaan.",
        "”{name}” säger inte varifrån tidsfristen räknas.",
        "'{name}' does not say what the deadline is counted from.",
    ),
    "definition.anchor-no-date": (
        "Määräaikaa ei voi laskea kentästä ”{name}”, jonka tyyppi on {found}; tyypin on oltava date.",
        "En tidsfrist kan inte räknas från fältet ”{name}” av typen {found}; typen ska vara date.",
        "A deadline cannot be counted from the field '{name}' of type {found}; the type must be date.",
    ),
    "definition.anchor-without-states": (
        "Määräaika ”{name}” lasketaan vaiheeseen tulosta, mutta vaiheita ei ole annettu. Kirjoita in: [vaihe].",
        "Tidsfristen ”{name}” räknas från att ett skede börjar, men inget skede anges. Skriv in: [skede].",
        "The deadline '{name}' is counted from entering a state, but no state is given. Write in: [state].",
    ),
    "definition.no-length": (
        "Määräajalta ”{name}” puuttuu pituus. Kirjoita within: tai every:.",
        "Tidsfristen ”{name}” saknar längd. Skriv within: eller every:.",
        "The deadline '{name}' has no length. Write within: or every:.",
    ),
    "definition.not-forward": (
        "Avaimen {name} keston on oltava pidempi kuin nolla.",
        "Tidslängden i {name} ska vara längre än noll.",
        "The duration of {name} must be longer than nothing.",
    ),
    "definition.for-without-every": (
        "Määräajalla ”{name}” on for ilman toistoa every.",
        "Tidsfristen ”{name}” har for utan every.",
        "The deadline '{name}' has for without every.",
    ),
    "definition.working-days": (
        "Työpäivät annetaan pelkkinä päivinä, kuten P5D; tässä on {name}.",
        "Arbetsdagar anges bara i dagar, som P5D; här står {name}.",
        "Working days are given in days only, such as P5D; here is {name}.",
    ),
    "definition.statutory-without-law": (
        "Lakisääteiseltä määräajalta ”{name}” puuttuu laki. Kirjoita law:, tai kind: regional tai quality.",
        "Den lagstadgade tidsfristen ”{name}” saknar lag. Skriv law:, eller kind: regional eller quality.",
        "The statutory deadline '{name}' names no law. Write law:, or kind: regional or quality.",
    ),
    # ── words
    "definition.word.none": ("ei yhtään", "inget", "none"),
    "definition.word.state": ("vaihe", "skedet", "state"),
    "definition.word.move": ("siirtymä", "övergången", "move"),
    "definition.word.record": ("kirjaus", "anteckningen", "record"),
    "definition.word.record-or-move": ("kirjaus tai siirtymä", "anteckningen eller övergången", "record or move"),
    "definition.word.field": ("kenttä", "fältet", "field"),
    "definition.word.role": ("rooli", "rollen", "role"),
    "definition.word.organisation": ("organisaatio", "organisationen", "organisation"),
    "definition.word.phase": ("jakso", "fasen", "phase"),
    "definition.word.flag": ("merkintä", "markeringen", "flag"),
    "definition.word.permit": ("lupa", "tillståndet", "permit"),
    "definition.word.service": ("palvelu", "tjänsten", "service"),
    "definition.word.capacity": ("kuormitusraja", "belastningsgränsen", "capacity"),
    "definition.word.catalogue": ("luettelo", "listan", "catalogue"),
    "definition.word.option": ("vaihtoehto", "alternativet", "option"),
    "definition.word.pathway": ("palvelupolku", "servicestig", "pathway"),
    "definition.word.fragment": ("osapolku", "fragment", "fragment"),
    "definition.word.name": ("nimi", "ett namn", "a name"),
    "definition.word.other": ("jotakin muuta", "något annat", "something else"),
    "definition.word.map": ("avaimia ja arvoja", "nycklar och värden", "keys and values"),
    "definition.word.list": ("luettelo", "en lista", "a list"),
    "definition.word.text": ("teksti", "en text", "a text"),
    "definition.word.texts": (
        "teksti kolmella kielellä {fi:, sv:, en:}",
        "en text på tre språk {fi:, sv:, en:}",
        "a text in three languages {fi:, sv:, en:}",
    ),
    "definition.word.number": ("kokonaisluku", "ett heltal", "a whole number"),
    "definition.word.yes-or-no": ("true tai false", "true eller false", "true or false"),
    "definition.word.nothing": ("tyhjä", "tomt", "empty"),
    "definition.word.single": ("yksittäinen arvo", "ett enskilt värde", "a single value"),
    "definition.word.duration": ("kesto, kuten P3M", "en tidslängd, som P3M", "a duration, such as P3M"),
}
