"""Why a step is not possible yet, or what is missing: every sentence says what would help.

A refusal is never called `evätty`, which in Finnish means a negative administrative decision (semantics §G4).
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── the head of every refusal
    "not-yet": ("Ei vielä mahdollista. Puuttuu:", "Inte möjligt ännu. Det här saknas:", "Not possible yet. Missing:"),
    "supplied-by": ("täydentää: {who}", "kompletteras av: {who}", "supplied by: {who}"),
    "did-you-mean": ("Tarkoititko: {names}?", "Menade du: {names}?", "Did you mean: {names}?"),
    "plain": ("{text}", "{text}", "{text}"),
    "answer-yes": ("kyllä", "ja", "yes"),
    "answer-no": ("ei", "nej", "no"),
    "any-of": ("jokin näistä: {alternatives}", "något av följande: {alternatives}", "one of these: {alternatives}"),
    # ── names that nobody knows
    "unknown-move": (
        "Siirtymää {typed} ei ole tällä palvelupolulla. {hint}",
        "Övergången {typed} finns inte på den här servicestigen. {hint}",
        "There is no move {typed} on this pathway. {hint}",
    ),
    "unknown-name": (
        "Nimeä {typed} ei tunneta. {hint}",
        "Namnet {typed} är okänt. {hint}",
        "The name {typed} is not known. {hint}",
    ),
    "move-not-here": (
        "Siirtymä ”{move}” ei ala vaiheesta ”{state}”.",
        "Övergången ”{move}” börjar inte i skedet ”{state}”.",
        "The move “{move}” does not start in the state “{state}”.",
    ),
    "nothing-to-resume": (
        "Ei ole tiedossa, mihin vaiheeseen palataan.",
        "Det är inte känt till vilket skede man återgår.",
        "It is not known which state to go back to.",
    ),
    # ── authority
    "role-may-not": (
        "Tämän voi tehdä: {roles}. Sinulla on rooli: {held}.",
        "Det här kan göras av: {roles}. Din roll: {held}.",
        "This can be done by: {roles}. Your role: {held}.",
    ),
    "no-relation": (
        "Rooli ”{role}” riittää, mutta organisaatiollasi tai sinulla ei ole tähän asiakkaaseen sitä suhdetta, jota tämä edellyttää.",
        "Rollen ”{role}” räcker, men din organisation eller du har inte den relation till klienten som det här förutsätter.",
        "The role “{role}” is right, but you or your organisation do not have the relation to this client that this asks for.",
    ),
    "role-elsewhere": (
        "Roolissa ”{role}” toimii tässä organisaatio ”{organisation}”, ei sinun organisaatiosi.",
        "I rollen ”{role}” handlar här organisationen ”{organisation}”, inte din organisation.",
        "In the role “{role}” it is the organisation “{organisation}” that acts here, not yours.",
    ),
    "own-matter": (
        "Omassa asiassa, tai sen ihmisen asiassa jota edustat, et voi toimia työntekijänä.",
        "I din egen sak, eller i en sak där du företräder klienten, kan du inte handla som arbetstagare.",
        "In your own matter, or that of somebody whom you represent, you cannot act as a worker.",
    ),
    "client-only": ("Tästä päättää asiakas.", "Det här avgör klienten.", "This is for the client to decide."),
    "case-closed": (
        "Palvelupolku on päättynyt. Avaa se ensin uudelleen.",
        "Servicestigen har avslutats. Öppna den först på nytt.",
        "The service path has ended. Open it again first.",
    ),
    "case-restricted": (
        "Tietojen käsittelyä on rajoitettu.",
        "Behandlingen av uppgifterna är begränsad.",
        "The use of this client's information is restricted.",
    ),
    "case-exists": ("Asia on jo avattu.", "Ärendet har redan öppnats.", "The case has been opened already."),
    "in-the-future": (
        "Ajankohta on tulevaisuudessa: {at}.",
        "Tidpunkten ligger i framtiden: {at}.",
        "The time lies in the future: {at}.",
    ),
    "before-last-move": (
        "Siirtymän ajankohta on ennen edellistä siirtymää ({at}).",
        "Övergångens tidpunkt är före den föregående övergången ({at}).",
        "The time of the move is before the last move ({at}).",
    ),
    # ── requirements
    "record-missing": ("{kind} ”{record}”", "{kind} ”{record}”", "{kind} “{record}”"),
    "record-stale": (
        "{kind} ”{record}”: uusi kirjaus, edellinen koski aiempaa siirtymää",
        "{kind} ”{record}”: en ny anteckning, den förra gällde en tidigare övergång",
        "{kind} “{record}”: a new one, the last one belongs to an earlier move",
    ),
    "field-missing": ("{field} ({record})", "{field} ({record})", "{field} ({record})"),
    "fields-any": (
        "jokin näistä: {fields} ({record})",
        "något av följande: {fields} ({record})",
        "one of these: {fields} ({record})",
    ),
    "field-value": (
        "{field} ({record}): oltava {expected}",
        "{field} ({record}): ska vara {expected}",
        "{field} ({record}): must be {expected}",
    ),
    "field-holds": (
        "{field} ({record}): mukana oltava {expected}",
        "{field} ({record}): ska innehålla {expected}",
        "{field} ({record}): must hold {expected}",
    ),
    "field-at-least": (
        "{field} ({record}): vähintään {expected}",
        "{field} ({record}): minst {expected}",
        "{field} ({record}): at least {expected}",
    ),
    "field-at-most": (
        "{field} ({record}): enintään {expected}",
        "{field} ({record}): högst {expected}",
        "{field} ({record}): at most {expected}",
    ),
    "field-too-old": (
        "{field} ({record}): liian vanha, saa olla enintään {expected} vanha",
        "{field} ({record}): för gammal, får vara högst {expected} gammal",
        "{field} ({record}): too old, at most {expected} is allowed",
    ),
    "basis-missing": (
        "lupa ”{permit}” tai muu peruste tietojen antamiseen",
        "tillståndet ”{permit}” eller en annan grund för att lämna uppgifter",
        "the permit “{permit}” or another basis for passing information",
    ),
    "role-not-named": (
        "nimetty henkilö tehtävään ”{role}”",
        "en namngiven person för uppgiften ”{role}”",
        "a person named in the role “{role}”",
    ),
    "meeting-missing": (
        "tapaaminen ”{record}”, mukana: {roles}",
        "mötet ”{record}” med följande deltagare: {roles}",
        "the meeting “{record}” with these present: {roles}",
    ),
    "evaluation-missing": (
        "yhteinen arvio ”{record}”, mukana: {roles}",
        "den gemensamma bedömningen ”{record}” med: {roles}",
        "the joint evaluation “{record}” with: {roles}",
    ),
    "service-not-open": (
        "käynnissä oleva palvelu ”{service}”",
        "tjänsten ”{service}” i gång",
        "the service “{service}” under way",
    ),
    "service-still-open": (
        "palvelun ”{service}” päättäminen",
        "att tjänsten ”{service}” avslutas",
        "the service “{service}” to be ended",
    ),
    "flag-down": ("merkintä ”{flag}”", "markeringen ”{flag}”", "the mark “{flag}”"),
    "flag-up": (
        "merkinnän ”{flag}” poistaminen",
        "att markeringen ”{flag}” tas bort",
        "the mark “{flag}” to be taken away",
    ),
    "capacity-full": (
        "vapaa paikka: henkilöllä, jonka tehtävä on ”{role}”, on jo {count} asiakasta (raja {limit})",
        "en ledig plats: den som har uppgiften ”{role}” har redan {count} klienter (gräns {limit})",
        "a free place: the worker in the role “{role}” already has {count} clients (limit {limit})",
    ),
    "too-early": ("tähän voi palata {on} alkaen", "det går från och med {on}", "this can be done from {on} on"),
    "not-holding": (
        "tilanne, jossa tämä ei enää päde: {what}",
        "en situation där det här inte längre gäller: {what}",
        "a situation in which this no longer holds: {what}",
    ),
    "predicate-unmet": ("ehto ”{name}”", "villkoret ”{name}”", "the condition “{name}”"),
    "predicate-unknown": (
        "ehto ”{name}”, jota järjestelmä ei tunne",
        "villkoret ”{name}”, som systemet inte känner till",
        "the condition “{name}”, which this system does not know",
    ),
    "agreement-missing": (
        "yhdessä sopiminen: {role}",
        "en gemensam överenskommelse: {role}",
        "agreement given by: {role}",
    ),
    "reason-missing": (
        "syy; valittavissa: {options}",
        "en orsak; alternativen är: {options}",
        "a reason; the choices are: {options}",
    ),
    "reason-unknown": (
        "Syytä ”{typed}” ei voi valita. Valittavissa: {options}.",
        "Orsaken ”{typed}” kan inte väljas. Alternativen är: {options}.",
        "The reason “{typed}” cannot be chosen. The choices are: {options}.",
    ),
    # ── records
    "unknown-field": (
        "Kirjauksessa ”{record}” ei ole kohtaa {typed}. {hint}",
        "Anteckningen ”{record}” har ingen punkt {typed}. {hint}",
        "The record “{record}” has no field {typed}. {hint}",
    ),
    "field-type": (
        "Kohta ”{field}” ({record}): {expected}",
        "Punkten ”{field}” ({record}): {expected}",
        "The field “{field}” ({record}): {expected}",
    ),
    "expected-text": ("kirjoita teksti", "skriv en text", "write a text"),
    "expected-date": (
        "kirjoita päivä muodossa 2025-01-31",
        "skriv ett datum så här: 2025-01-31",
        "write a date such as 2025-01-31",
    ),
    "expected-integer": ("kirjoita kokonaisluku {range}", "skriv ett heltal {range}", "write a whole number {range}"),
    "expected-boolean": ("vastaa kyllä tai ei", "svara ja eller nej", "answer yes or no"),
    "expected-choice": ("valitse näistä: {options}", "välj bland följande: {options}", "choose from these: {options}"),
    "nothing-to-correct": (
        "Numerolla {seq} ei ole korjattavaa kirjausta, lupaa tai siirtymää.",
        "Nummer {seq} är ingen anteckning, inget tillstånd och ingen övergång som kan rättas.",
        "Number {seq} is no record, permit or move that could be corrected.",
    ),
    "text-too-long": (
        "Teksti on liian pitkä: enintään {limit} merkkiä.",
        "Texten är för lång: högst {limit} tecken.",
        "The text is too long: at most {limit} characters.",
    ),
    "text-not-clean": (
        "Tekstissä on merkki, jota ei voi tallentaa.",
        "Texten har ett tecken som inte kan sparas.",
        "The text holds a character that cannot be stored.",
    ),
    # ── handovers
    "handover-open": (
        "saattaen vaihto on kesken vastaanottajalle ”{receiver}”: vie se loppuun tai peru se",
        "en ledsagad överföring till ”{receiver}” pågår: slutför eller återkalla den",
        "a warm handover to “{receiver}” is under way: complete it or cancel it",
    ),
    "handover-unknown": (
        "Saattaen vaihtoa {typed} ei ole kesken.",
        "Den ledsagade överföringen {typed} pågår inte.",
        "No warm handover {typed} is under way.",
    ),
    "handover-status": (
        "Saattaen vaihdon tila on ”{status}”; tähän tarvitaan ”{needed}”.",
        "Den ledsagade överföringens status är ”{status}”; här behövs ”{needed}”.",
        "The status of the warm handover is “{status}”; this asks for “{needed}”.",
    ),
    "handover-receiver-missing": (
        "vastaanottava organisaatio",
        "den mottagande organisationen",
        "the receiving organisation",
    ),
    "handover-receiver-kind": (
        "vastaanottaja, jonka laji on ”{kind}”",
        "en mottagare av slaget ”{kind}”",
        "a receiver of the kind “{kind}”",
    ),
    "receiver-not-used": (
        "Siirtymään ”{move}” ei kuulu saattaen vaihtoa: jätä vastaanottaja pois, tai ehdota vaihtoa erikseen.",
        "Till övergången ”{move}” hör ingen ledsagad överföring: lämna bort mottagaren, eller föreslå överföringen skilt.",
        "No warm handover belongs to the move “{move}”: leave the receiver out, or propose a handover of its own.",
    ),
    "party-never-acts": (
        "”{organisation}” ei hoida asiaa: se esiintyy vain kirjauksissa.",
        "”{organisation}” sköter inte ärendet: den förekommer bara i dokumentationen.",
        "“{organisation}” never has charge of a case: it only appears in records.",
    ),
    "handover-to-self": (
        "Vastaanottaja koordinoi jo asiaa.",
        "Mottagaren samordnar redan ärendet.",
        "The receiver coordinates the case already.",
    ),
    "handover-not-declinable": (
        "Lakisääteistä arviointia ei voi palauttaa, sen voi vain siirtää toimivaltaiselle viranomaiselle.",
        "En lagstadgad bedömning kan inte återlämnas, bara överföras till den behöriga myndigheten.",
        "A statutory assessment cannot be returned, only transferred to the competent authority.",
    ),
    "handover-no-meeting": (
        "yhteinen tapaaminen, tai syy siihen, ettei sitä pidetty: {options}",
        "ett gemensamt möte, eller orsaken till att det inte hölls: {options}",
        "a joint meeting, or the reason why there was none: {options}",
    ),
    "handover-meeting-without": (
        "tapaamisessa mukana: {roles}",
        "på mötet närvarande: {roles}",
        "present at the meeting: {roles}",
    ),
    # ── services and closing
    "service-unknown": (
        "Palvelua {typed} ei ole käynnissä.",
        "Tjänsten {typed} pågår inte.",
        "The service {typed} is not under way.",
    ),
    "service-ambiguous": (
        "Palveluja ”{service}” on käynnissä useita; valitse: {options}.",
        "Flera tjänster ”{service}” pågår; välj: {options}.",
        "Several services “{service}” are under way; choose: {options}.",
    ),
    "open-services": (
        "päätös avoimista palveluista: {services}",
        "ett beslut om de öppna tjänsterna: {services}",
        "a decision on the open services: {services}",
    ),
    "open-handovers": (
        "päätös avoimista saattaen vaihdoista: {handovers}",
        "ett beslut om de öppna ledsagade överföringarna: {handovers}",
        "a decision on the open warm handovers: {handovers}",
    ),
    # ── deadlines, tasks, permits, correction, migration
    "deadline-unknown": (
        "Määräaika {typed} ei ole käynnissä.",
        "Tidsfristen {typed} löper inte.",
        "The deadline {typed} is not running.",
    ),
    "deadline-not-due": (
        "Määräaika ”{deadline}” päättyy vasta {on}.",
        "Tidsfristen ”{deadline}” går ut först {on}.",
        "The deadline “{deadline}” ends only on {on}.",
    ),
    "deadline-told-already": (
        "Määräajan ”{deadline}” ylittymisestä on jo kerrottu.",
        "Att tidsfristen ”{deadline}” överskridits har redan meddelats.",
        "That the deadline “{deadline}” was missed has been told already.",
    ),
    "deadline-not-later": (
        "Uuden päivän on oltava nykyisen ({on}) jälkeen.",
        "Den nya dagen ska vara efter den nuvarande ({on}).",
        "The new day must be after the present one ({on}).",
    ),
    "task-unknown": (
        "Tehtävää {typed} ei ole avoinna.",
        "Uppgiften {typed} är inte öppen.",
        "The task {typed} is not open.",
    ),
    "permit-unknown": (
        "Lupaa tai kieltoa {typed} ei ole voimassa.",
        "Tillståndet eller förbudet {typed} är inte i kraft.",
        "No permit or prohibition {typed} is in force.",
    ),
    "permit-ended": (
        "Luvan viimeinen päivä {on} on jo mennyt.",
        "Tillståndets sista dag {on} har redan passerat.",
        "The permit's last day {on} has passed already.",
    ),
    "waiting-unknown": (
        "Asiakas ei ole jonossa {typed}.",
        "Klienten står inte i kön {typed}.",
        "The client is not in the queue {typed}.",
    ),
    "state-not-left": (
        "Siirtymä numero {seq} ei ole viimeisin siirtymä.",
        "Övergång nummer {seq} är inte den senaste övergången.",
        "Move number {seq} is not the last move.",
    ),
    "hold-by-move": (
        "Vaiheeseen ”{state}” ei pääse korjauksella: korjaa ensin siihen vaiheeseen, josta tauko alkoi, ja keskeytä sitten.",
        "Till skedet ”{state}” kommer man inte genom rättelse: rätta först till det skede där pausen började och gör sedan avbrottet.",
        "A correction does not lead to the state “{state}”: correct to the state in which the break began, then pause.",
    ),
    "no-home": (
        "Uudessa määrittelyssä ei ole paikkaa: {what}.",
        "I den nya definitionen finns ingen plats för: {what}.",
        "The new definition has no place for: {what}.",
    ),
    "no-target": (
        "Uutta määrittelyä ei ole annettu.",
        "Den nya definitionen saknas.",
        "The new definition is not given.",
    ),
    # ── statuses of a handover, kinds of record (small words used inside sentences)
    "status-requested": ("ehdotettu", "föreslagen", "requested"),
    "status-agreed": ("asiakas suostunut", "klienten har samtyckt", "agreed by the client"),
    "status-accepted": ("hyväksytty", "godkänd", "accepted"),
    "status-met": ("tapaaminen pidetty", "mötet hållet", "met"),
    "kind-form": ("lomake", "blanketten", "form"),
    "kind-plan": ("suunnitelma", "planen", "plan"),
    "kind-assessment": ("arvio", "bedömningen", "assessment"),
    "kind-decision": ("päätös", "beslutet", "decision"),
    "kind-agreement": ("sopimus", "avtalet", "agreement"),
    "kind-meeting": ("tapaaminen", "mötet", "meeting"),
    "kind-contact": ("yhteydenotto", "kontakten", "contact"),
    "kind-note": ("kirjaus", "anteckningen", "record"),
    "without-client_waived": (
        "asiakas ei halunnut tapaamista",
        "klienten ville inte ha ett möte",
        "the client waived the meeting",
    ),
    "without-client_not_reached": ("asiakasta ei tavoitettu", "klienten kunde inte nås", "the client was not reached"),
    "without-urgent": ("asia oli kiireellinen", "ärendet var brådskande", "the matter was urgent"),
    "without-party_absent": ("joku osapuoli oli poissa", "en part var frånvarande", "a party was absent"),
    "without-other": ("muu syy", "annan orsak", "another reason"),
    # ── warnings: the case goes on
    "warn-practice": (
        "Sovittu käytäntö puuttuu: {what}",
        "Överenskommen praxis saknas: {what}",
        "Agreed practice is missing: {what}",
    ),
    "warn-capacity": (
        "Henkilöllä, jonka tehtävä on ”{role}”, on nyt {count} asiakasta (suositus enintään {limit}).",
        "Den som har uppgiften ”{role}” har nu {count} klienter (rekommendationen är högst {limit}).",
        "The worker in the role “{role}” now has {count} clients (at most {limit} is recommended).",
    ),
    "warn-uncounted": (
        "Määräaikaa ”{deadline}” ei voitu laskea, koska sen vuoden pyhäpäiviä ei tiedetä.",
        "Tidsfristen ”{deadline}” kunde inte räknas, eftersom helgdagarna det året inte är kända.",
        "The deadline “{deadline}” could not be counted, because the holidays of that year are not known.",
    ),
    "warn-not-warm": (
        "Vaihto tehtiin ilman yhteistä tapaamista.",
        "Överföringen gjordes utan gemensamt möte.",
        "The handover was made without a joint meeting.",
    ),
    "warn-withheld": (
        "Tietoja ei annettu vastaanottajalle ”{recipient}”, koska niihin ei ole perustetta.",
        "Inga uppgifter lämnades till mottagaren ”{recipient}”, eftersom det saknas grund.",
        "No information was given to the recipient “{recipient}”, because there is no basis for it.",
    ),
}
