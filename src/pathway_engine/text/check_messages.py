"""Sentences of the checker about a definition as a whole, each with what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── around the problems
    "check-warning": ("varoitus", "varning", "warning"),
    "check-info": ("tiedoksi", "för kännedom", "info"),
    "check-summary": (
        "Virheitä {error}, varoituksia {warning}, tiedoksi {info}.",
        "Fel: {error}, varningar: {warning}, för kännedom: {info}.",
        "Errors: {error}, warnings: {warning}, infos: {info}.",
    ),
    "check-instead-of": ("Näin ei:", "Inte så här:", "Not like this:"),
    "check-write": ("Vaan näin:", "Utan så här:", "But like this:"),
    # ── soundness
    "definition.unreachable-state": (
        "Vaiheeseen ”{name}” ei pääse: mikään mahdollinen siirtymä ei johda siihen. Lisää siirtymä, tai poista vaihe.",
        "Man kan inte komma till skedet ”{name}”: ingen övergång som kan göras leder dit. Lägg till en övergång eller ta bort skedet.",
        "The state '{name}' cannot be reached: no move that can come about leads there. Add a move, or remove the state.",
    ),
    "definition.no-outcome": (
        (
            "Vaiheesta ”{name}” ei pääse mihinkään tulosvaiheeseen (kind: outcome); polun päättäminen ei ole tulos. Lisää "
            "siirtymä eteenpäin tai takaisin."
        ),
        (
            "Från skedet ”{name}” kommer man inte till något resultat (kind: outcome); att avsluta stigen är inget resultat. "
            "Lägg till en övergång framåt eller tillbaka."
        ),
        (
            "From the state '{name}' no outcome (kind: outcome) can be reached; closing the path is none. Add a move onwards "
            "or back."
        ),
    ),
    "definition.no-end": (
        "Polulla ei ole yhtään tulosta eikä loppua. Merkitse vaiheelle kind: outcome tai kind: final.",
        "Stigen har varken resultat eller slut. Märk ett skede kind: outcome eller kind: final.",
        "The path has neither an outcome nor an end. Mark a state kind: outcome or kind: final.",
    ),
    "definition.nobody-may-leave": (
        (
            "Kukaan ei voi tehdä yhtään siirtymää pois vaiheesta ”{name}”. Lisää by-kohtaan rooli, jolla on suhde asiaan "
            "(relation)."
        ),
        "Ingen kan göra någon övergång bort från skedet ”{name}”. Lägg i by till en roll som har en relation till ärendet.",
        "Nobody can make any of the moves that leave the state '{name}'. Add to by a role that has a relation to the case.",
    ),
    "definition.hold-to-hold": (
        (
            "Siirtymä ”{name}” keskeyttää jo keskeytyneen (”{state}”), jolloin paluuvaihe unohtuu. Luettele from-kohdassa "
            "vaiheet ilman keskeytystä."
        ),
        (
            "Övergången ”{name}” avbryter den som redan är avbruten (”{state}”), och skedet att återgå till glöms bort. Räkna "
            "i from upp skedena utan avbrottet."
        ),
        (
            "The move '{name}' puts on hold a client who is on hold already ('{state}'), and the state to go back to is "
            "forgotten. List the states in from without the hold."
        ),
    ),
    "definition.odd-initial": (
        "Alkuvaihe ”{name}” on lajia {found}, joten polku alkaisi keskeytyksestä tai lopusta. Valitse toinen alkuvaihe.",
        "Det inledande skedet ”{name}” är av slaget {found}: stigen skulle börja med ett avbrott eller slut. Välj ett annat.",
        "The first state '{name}' is of kind {found}: the path would begin with a hold or an end. Choose another.",
    ),
    # ── moves that can never be made
    "definition.never-fires": (
        (
            "Siirtymää ”{name}” ei voi koskaan tehdä, sillä vaiheisiin {state} ei pääse. Muuta from-kohtaa, tai avaa tie "
            "niihin."
        ),
        "Övergången ”{name}” kan aldrig göras, för man kommer inte till {state}. Ändra from, eller öppna en väg dit.",
        "The move '{name}' can never be made, for {state} cannot be reached. Change from, or open a way there.",
    ),
    "definition.always-shadowed": (
        (
            "Siirtymää ”{name}” ei voi koskaan tehdä: kaikissa sen vaiheissa ”{first}” nimeää vaiheen tarkemmin ja on "
            "voimassa sen sijaan. Poista toinen, tai anna toiselle oma trigger."
        ),
        (
            "Övergången ”{name}” kan aldrig göras: i alla dess skeden nämner ”{first}” skedet exaktare och gäller i stället. "
            "Ta bort den ena, eller ge den en egen trigger."
        ),
        (
            "The move '{name}' can never be made: in all its states '{first}' names the state more exactly and counts "
            "instead. Remove one, or give it a trigger of its own."
        ),
    ),
    "definition.homeless-previous": (
        (
            "Siirtymä ”{name}” palaa edelliseen vaiheeseen (to: previous), mutta mikään ei johda keskeytykseen, josta se "
            "alkaa. Lisää siirtymä keskeytykseen, tai poista tämä."
        ),
        (
            "Övergången ”{name}” går tillbaka till föregående skede (to: previous), men inget leder till avbrottet där den "
            "börjar. Lägg till en övergång till avbrottet, eller ta bort den här."
        ),
        (
            "The move '{name}' goes back to the previous state (to: previous), but nothing leads to the hold it starts from. "
            "Add a move to the hold, or remove this one."
        ),
    ),
    "definition.previous-in-service": (
        "Palvelu ei muista edellistä vaihetta, joten siirtymää ”{name}” ei voi tehdä. Kirjoita to-kohtaan palvelun vaihe.",
        "En tjänst minns inget föregående skede, så övergången ”{name}” kan inte göras. Skriv i to ett skede i tjänsten.",
        "A service remembers no previous state, so the move '{name}' cannot be made. Write into to a state of the service.",
    ),
    "definition.nobody-may-move": (
        (
            "Kukaan ei voi tehdä siirtymää ”{name}”: yhdelläkään by-kohdan roolilla ei ole suhdetta asiaan. Lisää rooli, jolla "
            "on relation."
        ),
        "Ingen kan göra övergången ”{name}”: ingen roll i by har en relation till ärendet. Lägg till en roll med relation.",
        "Nobody can make the move '{name}': no role in by has a relation to the case. Add a role that has one.",
    ),
    "definition.nobody-may-open": (
        "Kukaan ei voi aloittaa palvelua ”{name}”: yhdelläkään by-kohdan roolilla ei ole suhdetta asiaan. Lisää rooli, jolla on.",
        "Ingen kan inleda tjänsten ”{name}”: ingen roll i by har en relation till ärendet. Lägg till en roll som har.",
        "Nobody can open the service '{name}': no role in by has a relation to the case. Add a role that has one.",
    ),
    "definition.contradiction": (
        "Kohdan ”{name}” vaatimukset sulkevat toisensa pois, joten niitä ei voi koskaan täyttää. Poista tai muuta toinen.",
        "Kraven i ”{name}” utesluter varandra och kan aldrig uppfyllas. Ta bort eller ändra ett av dem.",
        "The requirements of '{name}' exclude one another and can never be met. Remove or change one of them.",
    ),
    "definition.flag-never-raised": (
        "Merkintää ”{name}” ei aseta mikään siirtymä, joten vaatimus ei täyty koskaan. Lisää siirtymään sets: {name}.",
        "Ingen övergång sätter markeringen ”{name}”, så kravet uppfylls aldrig. Lägg till sets: {name} i en övergång.",
        "No move raises the flag '{name}', so the requirement is never met. Add sets: {name} to a move.",
    ),
    "definition.record-nobody-makes": (
        "Kukaan ei voi tehdä kirjausta ”{name}”: yhdelläkään sen by-kohdan roolilla ei ole suhdetta asiaan. Lisää rooli, jolla on.",
        "Ingen kan göra anteckningen ”{name}”: ingen roll i dess by har en relation till ärendet. Lägg till en roll som har.",
        "Nobody can make the record '{name}': no role in its by has a relation to the case. Add a role that has one.",
    ),
    "definition.field-nobody-fills": (
        (
            "Vaadittua kenttää ”{name}” ei voi täyttää: sen by-kohdan rooleilla ei ole suhdetta asiaan, tai luettelo on tyhjä. "
            "Lisää rooli tai vaihtoehto, tai poista vaatimus."
        ),
        (
            "Det obligatoriska fältet ”{name}” kan inte fyllas i: rollerna i by saknar relation till ärendet, eller listan är "
            "tom. Lägg till en roll eller ett alternativ, eller ta bort kravet."
        ),
        (
            "The required field '{name}' cannot be filled in: the roles in its by have no relation to the case, or its list "
            "is empty. Add a role or an option, or drop the requirement."
        ),
    ),
    "definition.no-roles-field": (
        (
            "Kirjauksesta ”{name}” ei näe, ketkä olivat läsnä: sillä ei ole luettavaa roolikenttää. Lisää kenttä "
            "{{type: roles, class: coded}}."
        ),
        (
            "I anteckningen ”{name}” syns inte vilka som var närvarande: den har inget läsbart rollfält. Lägg till ett fält "
            "{{type: roles, class: coded}}."
        ),
        "The record '{name}' does not show who was present: it has no readable field of roles. Add a field {{type: roles, class: coded}}.",
    ),
    "definition.value-never-fits": (
        "Kentällä ”{name}” ei voi olla tätä arvoa. Tarkista kentän min, max ja vaihtoehtojen määrä, tai muuta vaatimusta.",
        "Fältet ”{name}” kan inte ha detta värde. Kontrollera fältets min, max och antalet alternativ, eller ändra kravet.",
        "The field '{name}' can never have such a value. Look at its min, max and number of options, or change the requirement.",
    ),
    "definition.empty-reasons": (
        "Siirtymä ”{name}” vaatii syyn luettelosta ”{found}”, joka on tyhjä. Lisää syitä, tai poista reasons.",
        "Övergången ”{name}” kräver ett skäl ur listan ”{found}”, som är tom. Lägg till skäl, eller ta bort reasons.",
        "The move '{name}' asks for a reason from the list '{found}', which is empty. Add reasons, or drop the key reasons.",
    ),
    "definition.no-receiver": (
        (
            "Saattaen vaihto osoitetaan roolille ”{name}”, joka ei voi ottaa asiakasta vastaan. Lisää roolille "
            "relation: [receiver], tai valitse toinen rooli."
        ),
        (
            "Den ledsagade överföringen riktas till rollen ”{name}”, som inte kan ta emot klienten. Ge rollen "
            "relation: [receiver], eller välj en annan roll."
        ),
        (
            "The warm handover is addressed to the role '{name}', which cannot receive the client. Give the role "
            "relation: [receiver], or choose another one."
        ),
    ),
    "definition.sets-and-clears": (
        "Sama siirtymä sekä asettaa että poistaa merkinnän ”{name}”. Poista se toisesta kohdasta.",
        "Samma övergång både sätter och tar bort markeringen ”{name}”. Ta bort den ur det ena stället.",
        "The same move both raises and lowers the flag '{name}'. Take it out of one of the two.",
    ),
    "definition.period-reversed": (
        "Jakso päättyy ({name}) ennen kuin se alkaa, joten arvo ei ole koskaan voimassa. Vaihda from ja to.",
        "Perioden slutar ({name}) innan den börjar, så värdet gäller aldrig. Byt from och to.",
        "The period ends ({name}) before it begins, so its value never holds. Swap from and to.",
    ),
    "definition.no-interval": (
        "Palvelun ”{name}” tarkistusvälin on oltava pidempi kuin nolla. Kirjoita esimerkiksi every: P3M.",
        "Intervallet för uppföljning av tjänsten ”{name}” ska vara längre än noll. Skriv till exempel every: P3M.",
        "The review interval of the service '{name}' must be longer than nothing. Write for example every: P3M.",
    ),
    "definition.responsible-without-tie": (
        (
            "Vaiheesta ”{name}” vastaa rooli ”{found}”, jolla ei ole suhdetta asiaan, eikä se siis voi tehdä mitään. Valitse "
            "rooli, jolla on relation."
        ),
        (
            "För skedet ”{name}” ansvarar rollen ”{found}”, som saknar relation till ärendet och alltså inte kan göra något. "
            "Välj en roll med relation."
        ),
        (
            "The role '{found}' answers for the state '{name}' but has no relation to the case, so it can do nothing. Choose "
            "a role that has one."
        ),
    ),
    # ── principles
    "definition.consent-gate": (
        (
            "Suostumus tai lupa (”{name}”) ei saa olla askeleen ehto. Poista vaatimus; tietojen antamisen peruste kirjoitetaan "
            "kohtaan handover: {{basis: …}}."
        ),
        (
            "Ett samtycke eller tillstånd (”{name}”) får inte vara villkor för ett steg. Ta bort kravet; grunden för att lämna "
            "uppgifter skrivs i handover: {{basis: …}}."
        ),
        (
            "A consent or permit ('{name}') must not gate a step. Drop the requirement; the basis for passing information is "
            "written in handover: {{basis: …}}."
        ),
    ),
    "definition.time-gate": (
        (
            "Ajan kuluminen ({name}) ei saa estää eikä päättää mitään. Poista vaatimus ja tee siitä määräaika "
            "(deadlines), joka muistuttaa."
        ),
        (
            "Att tid har gått ({name}) får varken hindra eller avsluta något. Ta bort kravet och gör en tidsfrist "
            "(deadlines) som påminner."
        ),
        (
            "The passing of time ({name}) must neither hold back nor close anything. Drop the requirement and make a "
            "deadline of it, which reminds."
        ),
    ),
    "definition.readiness-gate": (
        "Valmius tai pisteet (”{name}”) eivät saa olla askeleen ehto. Poista vaatimus: asiakkaan toive riittää.",
        "Beredskap eller poäng (”{name}”) får inte vara villkor för ett steg. Ta bort kravet: klientens önskan räcker.",
        "Readiness or a score ('{name}') must not gate a step. Drop the requirement: the client's wish is enough.",
    ),
    "definition.diagnosis-gate": (
        "Diagnoosi (”{name}”) ei saa olla askeleen ehto. Poista vaatimus.",
        "En diagnos (”{name}”) får inte vara villkor för ett steg. Ta bort kravet.",
        "A diagnosis ('{name}') must not gate a step. Drop the requirement.",
    ),
    "definition.benefit-gate": (
        "Etuus tai eläke (”{name}”) ei saa olla askeleen ehto. Poista vaatimus; etuusneuvontaa voi tarjota palveluna.",
        "En förmån eller pension (”{name}”) får inte vara villkor för ett steg. Ta bort kravet; rådgivning kan erbjudas som tjänst.",
        "A benefit or pension ('{name}') must not gate a step. Drop the requirement; counselling may be offered as a service.",
    ),
    "definition.absence-gate": (
        "Poissaolo (”{name}”) ei saa estää eikä päättää mitään. Poista vaatimus ja sovi yhteydenotosta.",
        "Frånvaro (”{name}”) får varken hindra eller avsluta något. Ta bort kravet och kom överens om kontakt.",
        "Absence ('{name}') must neither hold back nor close anything. Drop the requirement and agree on getting in touch.",
    ),
    "definition.forbidden-reason": (
        (
            "Syytä ”{name}” ei saa olla: asiakasta ei käännytetä valmiuden, diagnoosin, poissaolon, suostumuksen, ajan tai "
            "jonon takia. Poista se luettelosta."
        ),
        (
            "Skälet ”{name}” får inte finnas: ingen avvisas på grund av beredskap, diagnos, frånvaro, samtycke, tid eller kö. "
            "Ta bort det ur listan."
        ),
        (
            "The reason '{name}' must not exist: nobody is turned away for readiness, a diagnosis, absence, consent, time or "
            "a queue. Remove it from the list."
        ),
    ),
    "definition.no-way-back": (
        (
            "Asiakas ei pääse vaiheesta ”{name}” takaisin omasta tahdostaan. Lisää siirtymä, jonka asiakas tekee yksin ja ilman "
            "ehtoja (by: [client])."
        ),
        (
            "Klienten kan inte återvända från skedet ”{name}” av egen vilja. Lägg till en övergång som klienten gör ensam och "
            "utan villkor (by: [client])."
        ),
        (
            "The client cannot come back from the state '{name}' by their own wish. Add a move that the client makes alone and "
            "without conditions (by: [client])."
        ),
    ),
    "definition.outcome-ends": (
        "Tulosvaihe ”{name}” ei johda eteenpäin: polku ei pääty tulokseen. Lisää siirtymä toiseen vaiheeseen.",
        "Resultatet ”{name}” leder inte vidare: stigen slutar inte i ett resultat. Lägg till en övergång till ett annat skede.",
        "The outcome '{name}' does not lead on: a path does not end with an outcome. Add a move to another state.",
    ),
    "definition.closing-without-offer": (
        (
            "Siirtymä ”{name}” päättää polun ilman työtä, eikä siinä näy, että osallisuuden tukea on tarjottu. Vaadi "
            "kirjausta tarjouksesta (esimerkiksi kenttä participation_offer)."
        ),
        (
            "Övergången ”{name}” avslutar stigen utan arbete, och det syns inte att stöd för delaktighet har erbjudits. Kräv "
            "en anteckning om erbjudandet (till exempel fältet participation_offer)."
        ),
        (
            "The move '{name}' closes the path without a job and does not show that support for inclusion was offered. "
            "Require a record of the offer (for example a field participation_offer)."
        ),
    ),
    "definition.gated-fact": (
        "Tosiasia (fact: true) ”{name}” on jo tapahtunut, joten se ei odota: poista {key}.",
        "Ett faktum (fact: true) ”{name}” har redan hänt och väntar inte: ta bort {key}.",
        "The fact (fact: true) '{name}' has happened already and waits for nothing: drop {key}.",
    ),
    # ── what works, but not as one would expect
    "definition.missing-plain": (
        "Kohdasta ”{name}” puuttuu selkokielinen teksti, jonka asiakas lukee. Kirjoita plain: {{fi: …, sv: …, en: …}}.",
        "”{name}” saknar text på klarspråk som klienten läser. Skriv plain: {{fi: …, sv: …, en: …}}.",
        "'{name}' has no plain text for the client to read. Write plain: {{fi: …, sv: …, en: …}}.",
    ),
    "definition.shared-label": (
        (
            "Sekä ”{first}” että ”{other}” on nimeltään ”{name}”, joten nimestä ei tiedä, kumpaa tarkoitetaan. Anna toiselle "
            "eri nimi."
        ),
        "Både ”{first}” och ”{other}” heter ”{name}”, så namnet säger inte vilken som avses. Ge den ena ett annat namn.",
        "Both '{first}' and '{other}' are called '{name}', so the name does not say which is meant. Name one otherwise.",
    ),
    "definition.extract-without-basis": (
        "Siirtymässä ”{name}” annetaan tietoja ilman perustetta, joten niitä ei koskaan anneta. Kirjoita basis tai statute.",
        "I övergången ”{name}” lämnas uppgifter utan grund, så de lämnas aldrig. Skriv basis eller statute.",
        "The move '{name}' passes records on without a basis, so they are never passed. Write basis or statute.",
    ),
    "definition.statutory-without-dates": (
        "Lakisääteisestä määräajasta ”{name}” ei näy, mistä päivästä laki on voimassa. Kirjoita valid: {{from: …}}.",
        "Av den lagstadgade tidsfristen ”{name}” framgår inte från vilken dag lagen gäller. Skriv valid: {{from: …}}.",
        "The statutory deadline '{name}' does not say from which day the law is in force. Write valid: {{from: …}}.",
    ),
    "definition.period-gap": (
        "Päivälle {name} ei ole arvoa: silloin kukaan ei vastaisi, tai palvelulla ei olisi perustetta laissa. Jatka jaksoja niin, ettei väliin jää päiviä.",
        "För dagen {name} finns inget värde: då skulle ingen ansvara, eller tjänsten sakna grund i lag. Förläng perioderna så att ingen dag blir emellan.",
        "There is no value for the day {name}: nobody would answer then, or a service would rest on no law. Extend the periods so that no day is left out.",
    ),
    "definition.overlapping-periods": (
        "Päivälle {name} on kaksi arvoa, ja ensimmäinen on voimassa. Rajaa jaksot niin, etteivät ne mene päällekkäin.",
        "För dagen {name} finns två värden, och det första gäller. Begränsa perioderna så att de inte överlappar.",
        "There are two values for the day {name}, and the first counts. Limit the periods so that they do not overlap.",
    ),
    "definition.deadline-never-starts": (
        "Määräaika ”{name}” ei ala koskaan, sillä ”{found}” ei voi tapahtua. Muuta from- tai in-kohtaa.",
        "Tidsfristen ”{name}” börjar aldrig, för ”{found}” kan inte inträffa. Ändra from eller in.",
        "The deadline '{name}' never starts, for '{found}' cannot happen. Change from or in.",
    ),
    "definition.deadline-never-met": (
        "Määräaikaa ”{name}” ei voi koskaan täyttää. Kirjoita met_by-kohtaan kirjaus tai siirtymä, joka täyttää sen.",
        "Tidsfristen ”{name}” kan aldrig uppfyllas. Skriv i met_by en anteckning eller övergång som uppfyller den.",
        "The deadline '{name}' can never be met. Write into met_by a record or move that meets it.",
    ),
    "definition.escalates-to-nobody": (
        "Määräajan ”{name}” ylityksestä pitäisi kertoa eteenpäin, mutta ei sanota kenelle. Kirjoita escalate_to.",
        "Att tidsfristen ”{name}” överskrids ska föras vidare, men det sägs inte till vem. Skriv escalate_to.",
        "Missing the deadline '{name}' should be escalated, but it is not said to whom. Write escalate_to.",
    ),
    "definition.tasks-without-fact": (
        "Siirtymällä ”{name}” on tasks_within, mutta tehtäviä syntyy vain tosiasioista (fact: true). Poista toinen, tai lisää fact.",
        "Övergången ”{name}” har tasks_within, men uppgifter uppstår bara ur fakta (fact: true). Ta bort det, eller lägg till fact.",
        "The move '{name}' has tasks_within, but only facts (fact: true) leave tasks. Drop it, or add fact.",
    ),
    "definition.capacity-counts-nothing": (
        "Raja ”{name}” ei laske yhtään asiakasta: counts-kohdan vaiheisiin ei pääse. Luettele vaiheet, joissa asiakas lasketaan.",
        "Gränsen ”{name}” räknar ingen: man kommer inte till skedena i counts. Räkna upp skedena där klienten räknas.",
        "The limit '{name}' counts nobody: the states in counts cannot be reached. List the states in which a client counts.",
    ),
    "definition.unused-capacity": (
        "Rajaa ”{name}” ei kysytä missään. Lisää siirtymälle vaatimus {{capacity: {name}}}, tai poista raja.",
        "Gränsen ”{name}” frågas ingenstans. Lägg till kravet {{capacity: {name}}} i en övergång, eller ta bort gränsen.",
        "Nothing asks for the limit '{name}'. Add {{capacity: {name}}} to a move's requirements, or remove the limit.",
    ),
    "definition.job-not-fact": (
        "Siirtymä ”{name}” kertoo, että työ alkoi, mutta se voidaan estää. Kirjoita fact: true; puutteista tulee tehtäviä.",
        "Övergången ”{name}” säger att ett arbete började, men kan nekas. Skriv fact: true; det som fattas blir uppgifter.",
        "The move '{name}' says that a job started, but it can be refused. Write fact: true; what is missing becomes tasks.",
    ),
    # ── good to know
    "definition.shadowed-move": (
        "Vaiheessa ”{state}” on voimassa ”{first}”, joka nimeää vaiheen tarkemmin, eikä ”{name}”.",
        "I skedet ”{state}” gäller ”{first}”, som nämner skedet exaktare, och inte ”{name}”.",
        "In the state '{state}' '{first}' counts, which names the state more exactly, and not '{name}'.",
    ),
    "definition.to-verify": (
        "Säännön ”{name}” lähde on vielä tarkistamatta (verify: true).",
        "Källan till regeln ”{name}” är ännu inte kontrollerad (verify: true).",
        "The source of the rule '{name}' has still to be checked (verify: true).",
    ),
}
