"""What a feature that does not hold is told in, and what `pathway features` says around it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    # ── the head lines of a failure
    "bdd-head-sentence": ("Lause:        {text}", "Meningen:     {text}", "Sentence:     {text}"),
    "bdd-head-what": ("Ei toteudu:   {text}", "Stämmer inte: {text}", "Not so:       {text}"),
    "bdd-head-state": ("Vaihe:        {text}", "Skede:        {text}", "State:        {text}"),
    "bdd-head-responsible": ("Vastuu:       {text}", "Ansvar:       {text}", "Responsible:  {text}"),
    "bdd-head-missing": ("Puuttuu:", "Det här saknas:", "Missing:"),
    "bdd-head-events": ("Viimeksi tapahtui:", "Senast hände:", "What happened last:"),
    "bdd-background": ("taustaa", "bakgrund", "background"),
    "bdd-error": (
        "Ohjelmassa on vika, ei ominaisuudessa: {text}. Aja uudelleen valitsimella --traceback ja lähetä tuloste ylläpitäjälle.",
        "Felet ligger i programmet, inte i egenskapen: {text}. Kör på nytt med --traceback och skicka utskriften till den som sköter programmet.",
        "The fault lies in the program, not in the feature: {text}. Run again with --traceback and send the output to whoever keeps the program.",
    ),
    # ── names
    "bdd-no-pathway": (
        "Palvelupolkua ”{typed}” ei löydy. Tunnetut: {known}.",
        "Servicestigen ”{typed}” finns inte. Kända: {known}.",
        "There is no pathway “{typed}”. Known: {known}.",
    ),
    "bdd-no-pathway-said": (
        'Palvelupolkua ei ole vielä kerrottu. Kirjoita ensin: käytössä on palvelupolku "…".',
        'Servicestigen har inte angetts ännu. Skriv först: servicestigen "…" används.',
        'No pathway has been named yet. Write first: the pathway "…" is in use.',
    ),
    "bdd-unknown": (
        "Nimeä ”{typed}” ei ole tällä palvelupolulla.{near}",
        "Namnet ”{typed}” finns inte på den här servicestigen.{near}",
        "There is nothing called “{typed}” on this pathway.{near}",
    ),
    "bdd-unknown-near": (
        "Nimeä ”{typed}” ei ole tällä palvelupolulla. Tarkoititko: {near}?",
        "Namnet ”{typed}” finns inte på den här servicestigen. Menade du: {near}?",
        "There is nothing called “{typed}” on this pathway. Did you mean: {near}?",
    ),
    "bdd-unknown-field": (
        "Kirjauksessa ”{record}” ei ole kohtaa ”{typed}”. Kohdat ovat: {known}.",
        "Anteckningen ”{record}” har ingen punkt ”{typed}”. Punkterna är: {known}.",
        "The record “{record}” has no item “{typed}”. Its items are: {known}.",
    ),
    "bdd-no-option": (
        "Syytä ”{typed}” ei ole luettelossa. Valittavana ovat: {known}.",
        "Orsaken ”{typed}” finns inte i listan. Välj bland: {known}.",
        "The reason “{typed}” is not in the list. To choose from: {known}.",
    ),
    "bdd-no-date": (
        "”{typed}” ei ole päivä. Kirjoita esimerkiksi 15.12.2022.",
        "”{typed}” är inte ett datum. Skriv till exempel 15.12.2022.",
        "“{typed}” is no date. Write for instance 2022-12-15.",
    ),
    "bdd-record-kind": (
        "Kirjaus ”{record}” on toista lajia. Kirjoita ”{right}” eikä ”{word}”.",
        "Anteckningen ”{record}” är av ett annat slag. Skriv ”{right}” och inte ”{word}”.",
        "The record “{record}” is of another kind. Write “{right}”, not “{word}”.",
    ),
    "bdd-not-acceptable": (
        "Kirjauksessa ”{record}” ei ole kohtaa, jossa asiakas hyväksyy sen.",
        "Anteckningen ”{record}” har ingen punkt där klienten godkänner den.",
        "The record “{record}” has no item by which the client accepts it.",
    ),
    "bdd-table-wanted": (
        "Lauseen jälkeen kuuluu taulukko.",
        "Efter meningen ska det finnas en tabell.",
        "A table has to follow this sentence.",
    ),
    "bdd-table-not-taken": (
        "Lause ei lue taulukkoa. Poista taulukko, tai käytä lausetta, joka päättyy kaksoispisteeseen.",
        "Meningen läser ingen tabell. Ta bort tabellen eller använd en mening som slutar med kolon.",
        "This sentence reads no table. Take the table away, or use a sentence that ends in a colon.",
    ),
    # ── what does not hold
    "bdd-refused": ("Tämä ei ole vielä mahdollista.", "Det här är inte möjligt ännu.", "This is not possible yet."),
    "bdd-no-way": (
        "Vaiheeseen ”{state}” ei päästä luvallisin askelin. Kerro taustassa, mitä matkalla tarvitaan.",
        "Till skedet ”{state}” kommer man inte med tillåtna steg. Berätta i bakgrunden vad som behövs på vägen.",
        "The state “{state}” cannot be reached by lawful steps. Say in the background what is needed on the way.",
    ),
    "bdd-pending": (
        "Asia on jo avattu, ja se on tullut vireille {day}. Kirjoita vireilletulo ennen muuta taustaa.",
        "Ärendet är redan öppnat och har blivit anhängigt {day}. Skriv det före resten av bakgrunden.",
        "The matter is open already and became pending on {day}. Write this before the rest of the background.",
    ),
    "bdd-state": (
        "Vaihe ei ole ”{wanted}” vaan ”{found}”.",
        "Skedet är inte ”{wanted}” utan ”{found}”.",
        "The state is not “{wanted}” but “{found}”.",
    ),
    "bdd-held-by": (
        "Tehtävään ”{role}” ei ole nimetty henkilöä ”{person}”.",
        "Uppgiften ”{role}” innehas inte av ”{person}”.",
        "The role “{role}” is not held by “{person}”.",
    ),
    "bdd-no-record": (
        "Kirjausta ”{record}” ei ole tehty.",
        "Anteckningen ”{record}” har inte gjorts.",
        "The record “{record}” has not been made.",
    ),
    "bdd-field": (
        "Kohdassa ”{field}” pitäisi olla ”{wanted}”, mutta siinä on ”{found}”.",
        "Punkten ”{field}” borde vara ”{wanted}” men är ”{found}”.",
        "The item “{field}” should be “{wanted}” but is “{found}”.",
    ),
    "bdd-field-there": (
        "Kohta ”{field}” on täytetty.",
        "Punkten ”{field}” är ifylld.",
        "The item “{field}” is filled in.",
    ),
    "bdd-service-not-open": (
        "Palvelu ”{service}” ei ole käynnissä. Käynnissä: {found}.",
        "Tjänsten ”{service}” pågår inte. Pågår: {found}.",
        "The service “{service}” is not under way. Under way: {found}.",
    ),
    "bdd-possible": (
        "Siirtymä ”{move}” ei ole mahdollinen toimijalle ”{role}” vaiheessa ”{state}”.",
        "Övergången ”{move}” är inte möjlig för ”{role}” i skedet ”{state}”.",
        "The move “{move}” is not possible for “{role}” in the state “{state}”.",
    ),
    "bdd-not-possible": (
        "Siirtymä ”{move}” on mahdollinen toimijalle ”{role}”, vaikka sen ei pitäisi olla.",
        "Övergången ”{move}” är möjlig för ”{role}”, fast den inte borde vara det.",
        "The move “{move}” is possible for “{role}”, though it should not be.",
    ),
    "bdd-list": (
        "Luettelo on toinen. Listassa mutta ei oikeasti: {absent}. Oikeasti mutta ei listassa: {extra}.",
        "Listan är en annan. I listan men inte på riktigt: {absent}. På riktigt men inte i listan: {extra}.",
        "The list differs. In the list but not so: {absent}. So but not in the list: {extra}.",
    ),
    "bdd-given": (
        "Vastaanottajalle ”{organisation}” on annettu: {records}.",
        "Mottagaren ”{organisation}” har fått: {records}.",
        "The recipient “{organisation}” has been given: {records}.",
    ),
    "bdd-no-handover": (
        "Saattaen vaihtoa ei ole kesken tälle vastaanottajalle.",
        "Ingen ledsagad överföring pågår till den här mottagaren.",
        "No warm handover to this recipient is under way.",
    ),
    "bdd-status": (
        "Saattaen vaihdon tila ei ole ”{wanted}” vaan ”{found}”.",
        "Den ledsagade överföringens status är inte ”{wanted}” utan ”{found}”.",
        "The status of the warm handover is not “{wanted}” but “{found}”.",
    ),
    "bdd-services-changed": (
        "Useampi palvelu muuttui: {services}.",
        "Flera tjänster ändrades: {services}.",
        "Several services changed: {services}.",
    ),
    "bdd-back-in-time": (
        "Aika ei kulje taaksepäin: nyt on {day}.",
        "Tiden går inte bakåt: nu är det {day}.",
        "Time does not run back: it is {day} now.",
    ),
    "bdd-deadline": (
        "Määräaika ”{deadline}” ei pääty {wanted}. Päättymispäivä: {found}.",
        "Tidsfristen ”{deadline}” går inte ut {wanted}. Sista dag: {found}.",
        "The deadline “{deadline}” does not end on {wanted}. Its last day: {found}.",
    ),
    "bdd-deadline-not-passed": (
        "Määräaika ”{deadline}” ei ole ylittynyt. Päättymispäivä: {found}.",
        "Tidsfristen ”{deadline}” har inte överskridits. Sista dag: {found}.",
        "The deadline “{deadline}” has not passed. Its last day: {found}.",
    ),
    "bdd-told": (
        "”{role}” ei ole saanut tietoa määräajasta ”{deadline}”. Tiedon ovat saaneet: {found}.",
        "”{role}” har inte fått besked om tidsfristen ”{deadline}”. Besked har getts till: {found}.",
        "“{role}” was not told about the deadline “{deadline}”. Told were: {found}.",
    ),
    "bdd-nothing-tried": (
        'Mitään ei ole vielä yritetty. Kirjoita ensin lause: … yrittää siirtymää "…".',
        'Ingenting har ännu försökts. Skriv först: … försöker göra övergången "…".',
        'Nothing has been tried yet. Write first: … tries the move "…".',
    ),
    "bdd-was-accepted": (
        "Se onnistui, ja asiakas on vaiheessa ”{state}”.",
        "Det lyckades, och klienten är i skedet ”{state}”.",
        "It was possible, and the client is in the state “{state}”.",
    ),
    "bdd-because": (
        "Syiden joukossa ei ole ”{wanted}”.",
        "Bland orsakerna finns inte ”{wanted}”.",
        "“{wanted}” is not among the reasons.",
    ),
    "bdd-not-missing": (
        "Taulukossa on ”{wanted}”, mutta se ei puutu.",
        "I tabellen står ”{wanted}”, men det saknas inte.",
        "The table says “{wanted}”, but that is not missing.",
    ),
    "bdd-supplied": (
        "Kohdan ”{what}” voi täydentää: {found}.",
        "”{what}” kan kompletteras av: {found}.",
        "“{what}” can be supplied by: {found}.",
    ),
    "bdd-missing-more": (
        "Taulukosta jäi pois: {extra}.",
        "I tabellen fattas: {extra}.",
        "The table leaves out: {extra}.",
    ),
    "bdd-changed": (
        "Jokin muuttui, vaikka siirtymä ei onnistunut.",
        "Något ändrades fast övergången inte kunde göras.",
        "Something changed though the move was refused.",
    ),
    "bdd-is-a-reason": (
        "Syy ”{reason}” on valittavana luettelossa ”{catalogue}”.",
        "Orsaken ”{reason}” kan väljas i listan ”{catalogue}”.",
        "The reason “{reason}” can be chosen in the list “{catalogue}”.",
    ),
    "bdd-coordinates": (
        "Koordinaatiovastuu ei ole organisaatiolla ”{wanted}” vaan organisaatiolla ”{found}”.",
        "Samordningsansvaret har inte ”{wanted}” utan ”{found}”.",
        "The coordination responsibility is not with “{wanted}” but with “{found}”.",
    ),
    "bdd-answers-for": (
        "Palvelusta ”{service}” ei vastaa ”{wanted}”. Vastuussa: {found}.",
        "För tjänsten ”{service}” ansvarar inte ”{wanted}”. Ansvarig: {found}.",
        "“{wanted}” is not responsible for the service “{service}”. Responsible: {found}.",
    ),
    "bdd-no-coordinator": (
        "Tapahtuman {seq} jälkeen koordinaatiovastuu ei ollut kenelläkään.",
        "Efter händelse {seq} hade ingen samordningsansvaret.",
        "After event {seq} nobody held the coordination responsibility.",
    ),
    "bdd-sees": (
        "Asiakkaan sivulla ei ole tekstiä ”{text}”. Siinä lukee: {found}",
        "På klientens sida finns inte texten ”{text}”. Där står: {found}",
        "The client's page does not hold “{text}”. It says: {found}",
    ),
    "bdd-sees-not": (
        "Asiakkaan sivulla on teksti ”{text}”.",
        "På klientens sida finns texten ”{text}”.",
        "The client's page holds “{text}”.",
    ),
    "bdd-caseload": (
        "Henkilöllä ”{person}” ei ole {wanted} asiakasta vaan {found}.",
        "Personen ”{person}” har inte {wanted} klienter utan {found}.",
        "“{person}” does not have {wanted} clients but {found}.",
    ),
    "bdd-warned": (
        "Varoitusta ”{wanted}” ei saatu. Saatiin: {found}.",
        "Varningen ”{wanted}” gavs inte. Det gavs: {found}.",
        "The warning “{wanted}” was not given. Given were: {found}.",
    ),
    "bdd-queue": (
        "Asiakas ei ole jonossa sijalla {wanted} vaan sijalla {found}.",
        "Klienten står inte på plats {wanted} i kön utan på plats {found}.",
        "The client is not in place {wanted} of the queue but in place {found}.",
    ),
    # ── short names of reasons that have no label
    "bdd-why-role-may-not": ("tehtävä kuuluu muulle", "uppgiften hör till någon annan", "the task is somebody else's"),
    "bdd-why-no-relation": ("ei suhdetta asiakkaaseen", "ingen relation till klienten", "no relation to the client"),
    "bdd-why-client-only": ("asiakas päättää itse", "klienten bestämmer själv", "the client decides"),
    "bdd-why-move-not-here": (
        "siirtymä ei ala tästä vaiheesta",
        "övergången börjar inte i det här skedet",
        "the move does not start here",
    ),
    "bdd-why-handover-open": (
        "saattaen vaihto on kesken",
        "en ledsagad överföring pågår",
        "a warm handover is under way",
    ),
    "bdd-why-open-services": ("palveluja on käynnissä", "tjänster pågår", "services are under way"),
    "bdd-why-reason-missing": ("syy on kertomatta", "orsaken har inte angetts", "no reason was given"),
    "bdd-return-not_competent": ("asia kuuluu muulle", "ärendet hör till någon annan", "not competent"),
    "bdd-return-no_room": ("paikkoja ei ole", "det finns inte plats", "no room"),
    "bdd-return-other": ("muu syy", "annan orsak", "another reason"),
    # ── steps
    "bdd-undefined": (
        "Tätä lausetta ei tunneta. Kaikki lauseet: pathway features steps --lang fi.",
        "Den här meningen är okänd. Alla meningar: pathway features steps --lang sv.",
        "Nobody knows this sentence. All sentences: pathway features steps --lang en.",
    ),
    "bdd-ambiguous": (
        "Lauseen voi lukea usealla tavalla ({text}). Jätä niistä yksi.",
        "Meningen kan läsas på flera sätt ({text}). Lämna kvar ett av dem.",
        "The sentence can be read in several ways ({text}). Leave one of them.",
    ),
    "bdd-async": (
        "Askel {text} on kirjoitettu muotoon async def, eikä sitä ajettaisi. Kirjoita se muotoon def.",
        "Steget {text} är skrivet som async def och skulle aldrig köras. Skriv det som def.",
        "The step {text} is an async def and would never be run. Write it as def.",
    ),
    "bdd-not-run": (
        "Tätä tiedostoa ei ajettu, vaikka sitä pyydettiin. Aja uudelleen valitsimella --traceback.",
        "Den här filen kördes inte fast den skulle. Kör igen med --traceback.",
        "This file was asked for and not run. Run again with --traceback.",
    ),
    # ── the command line
    "features-holds": ("  ✓ {scenario}", "  ✓ {scenario}", "  ✓ {scenario}"),
    "features-fails": ("  ✗ {scenario}", "  ✗ {scenario}", "  ✗ {scenario}"),
    "features-all-hold": (
        "Tapauksia {count}: kaikki toteutuvat ({seconds} s).",
        "Scenarier {count}: alla stämmer ({seconds} s).",
        "Scenarios {count}: all hold ({seconds} s).",
    ),
    "features-some-fail": (
        "Tapauksia {count}: niistä ei toteudu {failed} ({seconds} s).",
        "Scenarier {count}: av dem stämmer inte {failed} ({seconds} s).",
        "Scenarios {count}: {failed} of them do not hold ({seconds} s).",
    ),
    "features-not-read": (
        "Virheiden takia ajamatta jäi tiedostoja: {count}.",
        "Filer som inte kördes på grund av fel: {count}.",
        "Files not run because of faults: {count}.",
    ),
    "features-none": (
        "Ei yhtään .feature-tiedostoa: {path}",
        "Ingen .feature-fil: {path}",
        "No .feature file: {path}",
    ),
    "features-no-findings": (
        "Ei huomautettavaa. Tiedostoja: {count}.",
        "Inget att anmärka på. Filer: {count}.",
        "No findings. Files: {count}.",
    ),
    "features-needs-bdd": (
        "Ominaisuuksien ajaminen tarvitsee lisäosan: pip install 'pathway-engine[bdd]'",
        "För att köra egenskaper behövs ett tillägg: pip install 'pathway-engine[bdd]'",
        "Features need an extra: pip install 'pathway-engine[bdd]'",
    ),
}
