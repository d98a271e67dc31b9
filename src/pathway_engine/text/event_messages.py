"""Sentences that tell the history of a case: one for each type of event, and small additions to it.

They are written without a doer: who acted, and when, stands beside the sentence. Labels of the definition stand in quotes
and uninflected, so each is led in by a common noun that bends in its place.
"""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── the case and its movement
    "event-opened": (
        "Asia avattiin palvelupolulle ”{pathway}”, vaiheeseen ”{state}”. Se tuli vireille {pending_on}. Koordinaatiovastuu: {organisation}.",
        "Ärendet öppnades på servicestigen ”{pathway}”, i skedet ”{state}”. Det blev anhängigt {pending_on}. Samordningsansvar: {organisation}.",
        "The case was opened on the pathway “{pathway}”, in the state “{state}”. It became pending on {pending_on}. Coordinated by: {organisation}.",
    ),
    "event-moved": (
        "Tehtiin siirtymä ”{move}”. Vaihe on nyt ”{entered}”.",
        "Övergången ”{move}” gjordes. Skedet är nu ”{entered}”.",
        "The move “{move}” was made. The state is now “{entered}”.",
    ),
    "event-acted": (
        "Tehtiin toimi ”{move}”. Vaihe pysyy samana.",
        "Åtgärden ”{move}” vidtogs. Skedet är detsamma.",
        "The act “{move}” was done. The state stays the same.",
    ),
    "event-flag_raised": (
        "Lisättiin merkintä ”{flag}”.",
        "Markeringen ”{flag}” lades till.",
        "The mark “{flag}” was added.",
    ),
    "event-flag_lowered": (
        "Poistettiin merkintä ”{flag}”.",
        "Markeringen ”{flag}” togs bort.",
        "The mark “{flag}” was taken away.",
    ),
    "event-state_corrected": (
        "Virheellinen siirtymä (numero {corrects}) korjattiin: vaihe on ”{entered}”, ei ”{left}”.",
        "En felaktig övergång (nummer {corrects}) rättades: skedet är ”{entered}”, inte ”{left}”.",
        "A wrong move (number {corrects}) was put right: the state is “{entered}”, not “{left}”.",
    ),
    "event-closed": (
        "Palvelupolku päättyi. Syy: {reason}.",
        "Servicestigen avslutades. Orsak: {reason}.",
        "The path came to its end. Reason: {reason}.",
    ),
    "event-reopened": (
        "Palvelupolku avattiin uudelleen. Asia tuli vireille {pending_on}. Koordinaatiovastuu: {organisation}.",
        "Servicestigen öppnades på nytt. Ärendet blev anhängigt {pending_on}. Samordningsansvar: {organisation}.",
        "The path was opened again. The matter became pending on {pending_on}. Coordinated by: {organisation}.",
    ),
    "event-migrated": (
        "Asia siirrettiin määrittelyn versioon {version}. Vaihe on ”{state}”.",
        "Ärendet flyttades till version {version} av definitionen. Skedet är ”{state}”.",
        "The case was taken to version {version} of the definition. The state is “{state}”.",
    ),
    # ── records
    "event-recorded": (
        "Kirjattiin {kind} ”{record}”.",
        "{kind} ”{record}” registrerades.",
        "The {kind} “{record}” was recorded.",
    ),
    "event-recorded-note": ("Kirjattiin ”{record}”.", "”{record}” registrerades.", "“{record}” was recorded."),
    "event-recorded-supplement": (
        "Täydennettiin kirjausta ”{record}”.",
        "Anteckningen ”{record}” kompletterades.",
        "The record “{record}” was added to.",
    ),
    "event-record_corrected": (
        "Kirjaus ”{record}” (numero {corrects}) korjattiin. Myös aiempi jää näkyviin.",
        "Anteckningen ”{record}” (nummer {corrects}) rättades. Också den tidigare finns kvar.",
        "The record “{record}” (number {corrects}) was corrected. The earlier one is still to be seen.",
    ),
    # ── permits and prohibitions
    "event-permit_given": (
        "Asiakas antoi luvan ”{permit}” vastaanottajalle ”{recipient}”.",
        "Klienten gav tillståndet ”{permit}” till mottagaren ”{recipient}”.",
        "The client gave the permit “{permit}” to the recipient “{recipient}”.",
    ),
    "event-permit_given-until": (
        "Asiakas antoi luvan ”{permit}” vastaanottajalle ”{recipient}” {until} asti.",
        "Klienten gav tillståndet ”{permit}” till mottagaren ”{recipient}” till och med {until}.",
        "The client gave the permit “{permit}” to the recipient “{recipient}” until {until}.",
    ),
    "event-permit_withdrawn": (
        "Peruttiin lupa ”{permit}” (vastaanottaja: {recipient}).",
        "Tillståndet ”{permit}” återkallades (mottagare: {recipient}).",
        "The permit “{permit}” was withdrawn (recipient: {recipient}).",
    ),
    "event-disclosure_forbidden": (
        "Asiakas kielsi tietojen antamisen vastaanottajalle ”{recipient}”.",
        "Klienten förbjöd att uppgifter lämnas till mottagaren ”{recipient}”.",
        "The client forbade giving information to the recipient “{recipient}”.",
    ),
    "event-prohibition_lifted": (
        "Asiakas perui kiellon antaa tietoja vastaanottajalle ”{recipient}”.",
        "Klienten återtog förbudet mot att lämna uppgifter till mottagaren ”{recipient}”.",
        "The client took back the prohibition on giving information to the recipient “{recipient}”.",
    ),
    "event-for-records": ("Koskee: {records}.", "Gäller: {records}.", "It covers: {records}."),
    # ── responsibility
    "event-role_named": (
        "Tehtävään ”{role}” nimettiin työntekijä ({organisation}).",
        "En person utsågs för uppgiften ”{role}” ({organisation}).",
        "A person was named in the role “{role}” ({organisation}).",
    ),
    "event-role_named-organisation": (
        "Tehtävästä ”{role}” vastaa nyt {organisation}.",
        "För uppgiften ”{role}” ansvarar nu {organisation}.",
        "{organisation} now answers for the role “{role}”.",
    ),
    "event-role_ended": (
        "Tehtävässä ”{role}” ei ole enää ketään.",
        "Ingen innehar längre uppgiften ”{role}”.",
        "Nobody holds the role “{role}” any more.",
    ),
    "event-coordination_passed": (
        "Koordinaatiovastuu siirtyi: {sender} → {receiver}.",
        "Samordningsansvaret övergick: {sender} → {receiver}.",
        "The coordination responsibility passed: {sender} → {receiver}.",
    ),
    "event-participant_joined": (
        "Asiakkaan asiassa on mukana {organisation}.",
        "I klientens ärende deltar {organisation}.",
        "{organisation} takes part in the client's case.",
    ),
    "event-participant_left": (
        "Asiakkaan asiassa ei ole enää mukana {organisation}.",
        "I klientens ärende deltar inte längre {organisation}.",
        "{organisation} no longer takes part in the client's case.",
    ),
    # ── warm handover
    "event-handover_requested": (
        "Ehdotettiin saattaen vaihtoa vastaanottajalle ”{receiver}”. Vaihdon loppuun asti koordinoi {sender}.",
        "En ledsagad överföring till mottagaren ”{receiver}” föreslogs. Tills den är klar samordnar {sender}.",
        "A warm handover to the recipient “{receiver}” was proposed. Until it is complete, {sender} coordinates.",
    ),
    "event-handover_requested-service": (
        "Ehdotettiin palvelun ”{service}” saattaen vaihtoa vastaanottajalle ”{receiver}”.",
        "En ledsagad överföring av tjänsten ”{service}” till mottagaren ”{receiver}” föreslogs.",
        "A warm handover of the service “{service}” to the recipient “{receiver}” was proposed.",
    ),
    "event-handover_agreed": (
        "Asiakas suostui saattaen vaihtoon.",
        "Klienten samtyckte till den ledsagade överföringen.",
        "The client agreed to the warm handover.",
    ),
    "event-handover_agreed-waived": (
        "Asiakas ei halunnut ottaa kantaa saattaen vaihtoon.",
        "Klienten ville inte ta ställning till den ledsagade överföringen.",
        "The client did not wish to be asked about the warm handover.",
    ),
    "event-handover_declined": (
        "Asiakas ei halunnut saattaen vaihtoa. Kaikki jatkuu ennallaan.",
        "Klienten ville inte ha en ledsagad överföring. Allt fortsätter som förut.",
        "The client did not want the warm handover. Everything goes on as before.",
    ),
    "event-handover_accepted": (
        "Vastaanottaja hyväksyi saattaen vaihdon.",
        "Mottagaren godkände den ledsagade överföringen.",
        "The recipient accepted the warm handover.",
    ),
    "event-handover_met": (
        "Pidettiin saattaen vaihdon tapaaminen. Mukana: {roles}.",
        "Mötet för den ledsagade överföringen hölls. Närvarande: {roles}.",
        "The meeting of the warm handover was held. Present: {roles}.",
    ),
    "event-handover_met-remote": (
        "Pidettiin saattaen vaihdon tapaaminen etänä. Mukana: {roles}.",
        "Mötet för den ledsagade överföringen hölls på distans. Närvarande: {roles}.",
        "The meeting of the warm handover was held remotely. Present: {roles}.",
    ),
    "event-handover_completed": (
        "Vastaanottaja otti asiakkaan vastaan.",
        "Mottagaren tog emot klienten.",
        "The recipient received the client.",
    ),
    "event-without-meeting": (
        "Yhteistä tapaamista ei pidetty: {reason}.",
        "Inget gemensamt möte hölls: {reason}.",
        "There was no joint meeting: {reason}.",
    ),
    "event-handover_returned": (
        "Vastaanottaja palautti saattaen vaihdon. Syy: {reason}.",
        "Mottagaren återlämnade den ledsagade överföringen. Orsak: {reason}.",
        "The recipient returned the warm handover. Reason: {reason}.",
    ),
    "event-handover_cancelled": (
        "Saattaen vaihto peruttiin. Syy: {reason}.",
        "Den ledsagade överföringen återkallades. Orsak: {reason}.",
        "The warm handover was cancelled. Reason: {reason}.",
    ),
    "event-handover_transferred": (
        "Pyyntö siirrettiin toimivaltaiselle viranomaiselle ”{receiver}”.",
        "Begäran överfördes till den behöriga myndigheten ”{receiver}”.",
        "The request was transferred to the competent authority “{receiver}”.",
    ),
    "event-extract_disclosed": (
        "Vastaanottajalle ”{recipient}” annettiin: {records}. Peruste: {basis}.",
        "Mottagaren ”{recipient}” fick: {records}. Grund: {basis}.",
        "The recipient “{recipient}” was given: {records}. Basis: {basis}.",
    ),
    "event-overrides": (
        "Laki ohittaa asiakkaan kiellon.",
        "Lagen går före klientens förbud.",
        "The law overrides the client's prohibition.",
    ),
    "event-disclosure_withheld": (
        "Vastaanottajalle ”{recipient}” ei annettu: {records}. Syy: {reason}.",
        "Mottagaren ”{recipient}” fick inte: {records}. Orsak: {reason}.",
        "The recipient “{recipient}” was not given: {records}. Reason: {reason}.",
    ),
    # ── parallel services
    "event-service_opened": (
        "Avattiin palvelu ”{service}”. Järjestäjä: {organiser}.",
        "Tjänsten ”{service}” öppnades. Anordnare: {organiser}.",
        "The service “{service}” was opened. Organised by: {organiser}.",
    ),
    "event-service-law": (
        "Säännös, johon palvelu perustuu: {law}.",
        "Bestämmelse som tjänsten grundar sig på: {law}.",
        "Provision it rests on: {law}.",
    ),
    "event-provided-by": ("Tuottaja: {provider}.", "Producent: {provider}.", "Provided by: {provider}."),
    "event-service_moved": (
        "Palvelussa ”{service}” tehtiin siirtymä ”{move}”. Sen vaihe on nyt ”{entered}”.",
        "I tjänsten ”{service}” gjordes övergången ”{move}”. Dess skede är nu ”{entered}”.",
        "In the service “{service}” the move “{move}” was made. Its state is now “{entered}”.",
    ),
    "event-service_moved-stays": (
        "Palvelussa ”{service}” tehtiin toimi ”{move}”. Sen vaihe pysyy samana.",
        "I tjänsten ”{service}” vidtogs åtgärden ”{move}”. Dess skede är detsamma.",
        "In the service “{service}” the act “{move}” was done. Its state stays the same.",
    ),
    "event-service_ended": (
        "Palvelu ”{service}” päättyi. Syy: {reason}.",
        "Tjänsten ”{service}” avslutades. Orsak: {reason}.",
        "The service “{service}” ended. Reason: {reason}.",
    ),
    "event-service_passed": (
        "Palvelulla ”{service}” on uusi tuottaja: {receiver}.",
        "Tjänsten ”{service}” har en ny producent: {receiver}.",
        "The service “{service}” has a new provider: {receiver}.",
    ),
    "event-waiting_started": (
        "Asiakas odottaa vuoroaan: {queue}.",
        "Klienten väntar på sin tur: {queue}.",
        "The client is waiting for: {queue}.",
    ),
    "event-expected-on": (
        "Arvioitu päivä: {expected_on}.",
        "Beräknad dag: {expected_on}.",
        "Expected on: {expected_on}.",
    ),
    "event-waiting_ended": ("Odotus päättyi: {queue}.", "Väntan tog slut: {queue}.", "The wait is over: {queue}."),
    # ── deadlines and tasks
    "event-deadline_armed": (
        "Määräaika ”{deadline}” päättyy {due_on}.",
        "Tidsfristen ”{deadline}” går ut {due_on}.",
        "The deadline “{deadline}” ends on {due_on}.",
    ),
    "event-deadline_met": (
        "Määräajassa ”{deadline}” pysyttiin.",
        "Tidsfristen ”{deadline}” hölls.",
        "The deadline “{deadline}” was met.",
    ),
    "event-deadline_met-late": (
        "Määräajan ”{deadline}” asia hoidettiin, mutta myöhässä.",
        "Det som tidsfristen ”{deadline}” gällde blev gjort, men för sent.",
        "What the deadline “{deadline}” asked for was done, but late.",
    ),
    "event-deadline_missed": (
        "Määräaika ”{deadline}” on ylittynyt. Tiedon saa: {roles}.",
        "Tidsfristen ”{deadline}” har överskridits. Besked ges till: {roles}.",
        "The deadline “{deadline}” has passed. Told to: {roles}.",
    ),
    "event-deadline_dropped": (
        "Määräaikaa ”{deadline}” ei enää tarvita.",
        "Tidsfristen ”{deadline}” behövs inte längre.",
        "The deadline “{deadline}” is no longer needed.",
    ),
    "event-deadline_extended": (
        "Määräaikaa ”{deadline}” jatkettiin: uusi päivä on {due_on}. Syy: {reason}.",
        "Tidsfristen ”{deadline}” förlängdes: den nya dagen är {due_on}. Orsak: {reason}.",
        "The deadline “{deadline}” was extended: the new day is {due_on}. Reason: {reason}.",
    ),
    "event-task_set": (
        "Jäi tehtäväksi {due_on} mennessä: {what} ({owner}).",
        "Kvar att göra senast {due_on}: {what} ({owner}).",
        "Left to be done by {due_on}: {what} ({owner}).",
    ),
    "event-task_done": ("Tehtävä on tehty: {what}.", "Uppgiften är gjord: {what}.", "The task is done: {what}."),
    "event-task_done-needless": (
        "Tehtävä osoittautui tarpeettomaksi: {what}.",
        "Uppgiften visade sig onödig: {what}.",
        "The task turned out needless: {what}.",
    ),
    "event-warned": (
        "Huomautus, joka ei estä mitään. Sovittu käytäntö puuttuu: {what}.",
        "En anmärkning som inte hindrar något. Överenskommen praxis saknas: {what}.",
        "A remark that stops nothing. Agreed practice is missing: {what}.",
    ),
    # ── data protection
    "event-restricted": (
        "Asiakkaan tietojen käsittelyä rajoitettiin.",
        "Behandlingen av klientens uppgifter begränsades.",
        "The use of the client's information was restricted.",
    ),
    "event-restriction_lifted": (
        "Tietojen käsittelyn rajoitus poistettiin.",
        "Begränsningen av behandlingen hävdes.",
        "The restriction on the use of information was lifted.",
    ),
    "event-erased": (
        "Asiakkaan henkilötiedot hävitettiin. Niitä ei voi enää avata.",
        "Klientens personuppgifter förstördes. De kan inte längre öppnas.",
        "The client's personal information was destroyed. It can no longer be opened.",
    ),
    # ── many at once, counted
    "brief-deadlines": ("Määräajat – {parts}.", "Tidsfrister – {parts}.", "Deadlines – {parts}."),
    "brief-began": ("alkoi: {count}", "började: {count}", "began: {count}"),
    "brief-met": ("hoidettu: {count}", "skötta: {count}", "met: {count}"),
    "brief-dropped": ("ei enää tarvita: {count}", "behövs inte längre: {count}", "no longer needed: {count}"),
    # ── small additions and words
    "event-with-reason": ("Syy: {reason}.", "Orsak: {reason}.", "Reason: {reason}."),
    "event-agreed-with": (
        "Sovittu yhdessä: {roles}.",
        "Överenskommet med: {roles}.",
        "Agreed with: {roles}.",
    ),
    "word-permit": ("lupa ”{permit}”", "tillståndet ”{permit}”", "the permit “{permit}”"),
    "word-statute": ("laki ({law})", "lag ({law})", "statute ({law})"),
    "word-same_register": ("sama rekisterinpitäjä", "samma registeransvariga", "the same controller"),
    "word-forbidden": ("asiakas on kieltänyt sen", "klienten har förbjudit det", "the client has forbidden it"),
    "word-no_basis": ("siihen ei ole perustetta", "det saknas grund för det", "there is no basis for it"),
    "word-overtaken_by_fact": ("asia ratkesi muuten", "saken löste sig på annat sätt", "events overtook it"),
    "word-reason": ("syy", "orsak", "the reason"),
    "word-acceptance": ("Saattaen vaihdon hyväksyminen", "Godkännande av överföringen", "Acceptance of the handover"),
    "word-task": ("Tehtävä: {what}", "Uppgift: {what}", "Task: {what}"),
    "word-any": ("{first} tai {second}", "{first} eller {second}", "{first} or {second}"),
    "word-system": ("järjestelmä", "systemet", "the system"),
    "word-for-client": ("asiakkaan puolesta", "för klientens räkning", "on the client's behalf"),
}
