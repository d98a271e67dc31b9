"""The story that the demonstration tells around the engine's answers."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "demo-title": (
        "Yhden asiakkaan palvelupolku: {pathway}",
        "En klients servicestig: {pathway}",
        "One client's service path: {pathway}",
    ),
    "demo-intro": (
        "Henkilöt on keksitty. Rivit, joilla joku tekee jotakin, ovat moottorin omia vastauksia.",
        "Personerna är påhittade. Raderna där någon gör något är motorns egna svar.",
        "The people are made up. The lines on which somebody does something are the engine's own answers.",
    ),
    "demo-database": ("Tietokanta: {path}", "Databas: {path}", "Database: {path}"),
    "demo-coordinates": (
        "→ Koordinoi: {organisation}",
        "→ Samordnar: {organisation}",
        "→ Coordinated by: {organisation}",
    ),
    "demo-recorded": ("Kirjattiin: {records}.", "Antecknat: {records}.", "Recorded: {records}."),
    "demo-tries-move": (
        "{who} yrittää siirtymää ”{move}”.",
        "{who} försöker göra övergången ”{move}”.",
        "{who} tries the move “{move}”.",
    ),
    "demo-tries-receive": (
        "{who} yrittää ottaa asiakkaan vastaan.",
        "{who} försöker ta emot klienten.",
        "{who} tries to receive the client.",
    ),
    "demo-reads": ("Asiakas lukee: ”{text}”", "Klienten läser: ”{text}”", "The client reads: “{text}”"),
    "demo-worker": ("Työntekijä 1", "Medarbetare 1", "Worker 1"),
    "demo-coach": ("Valmentaja B", "Tränare B", "Coach B"),
    # ── 1
    "demo-contact-title": (
        "Yhteydenotto ja tuen tarpeen tunnistaminen",
        "Kontakt och identifiering av stödbehovet",
        "First contact and recognising the need",
    ),
    "demo-contact": (
        "Asiakas soittaa hyvinvointialueelle. Hän haluaa töihin mutta ei tiedä, mistä aloittaa.",
        "Klienten ringer till välfärdsområdet och vill arbeta, men vet inte var man ska börja.",
        "The client phones the wellbeing services county, wanting to work and not knowing where to begin.",
    ),
    "demo-contact-enough": (
        "Kukaan ei kysy, onko asiakas valmis. Oma pyyntö riittää.",
        "Ingen frågar om klienten är redo. Den egna begäran räcker.",
        "Nobody asks whether the client is ready. The client's own request is enough.",
    ),
    # ── 2
    "demo-assessment-title": (
        "Palvelutarpeen arviointi: mitä vielä puuttuu?",
        "Bedömning av servicebehovet: vad saknas ännu?",
        "Assessment of service needs: what is still missing?",
    ),
    "demo-assessment": (
        "Arvioinnista on kirjattu osa, ja asiakas tarvitsee useita palveluja yhtä aikaa.",
        "En del av bedömningen är antecknad, och klienten behöver flera tjänster samtidigt.",
        "Part of the assessment is on file, and the client needs several services at once.",
    ),
    "demo-assessment-all": (
        "Kaikki, mikä puuttuu, kerrottiin kerralla, ja myös se, kuka voi auttaa. Mikään ei muuttunut.",
        "Allt som saknas berättades på en gång, också vem som kan hjälpa. Ingenting ändrades.",
        "All that is missing was told at once, each with who can help. Nothing has changed.",
    ),
    "demo-assessment-supplied": (
        "Puutteet täydennetään. Hoidosta ja kuntoutuksesta asiakas ei halua puhua, eikä se estä mitään.",
        "Det som saknas kompletteras. Klienten vill inte tala om vård och rehabilitering, och det hindrar ingenting.",
        "It is supplied. The client does not want to talk about care and rehabilitation, and that stops nothing.",
    ),
    # ── 3
    "demo-plan-title": ("Suunnitelma", "Planen", "The plan"),
    "demo-plan": (
        "Suunnitelmassa ovat tavoitteet, mittarit, seurantapäivä ja vastuuhenkilö. Se vahvistetaan yhdessä.",
        "I planen finns mål, mätare, uppföljningsdag och den som ansvarar. Den fastställs tillsammans.",
        "The plan has goals, indicators, a day to look again and somebody responsible. It is approved together.",
    ),
    # ── 4
    "demo-service-title": ("Palvelu polun rinnalla", "En tjänst vid sidan av stigen", "A service beside the path"),
    "demo-service": (
        "Asiakas haluaa heti tekemistä. Työtoiminta avataan polun rinnalle, ja päätös siitä tehdään ajoissa.",
        "Klienten vill ha något att göra genast. Arbetsverksamheten öppnas vid sidan av stigen och beslutet fattas i tid.",
        "The client wants something to do at once. Work activity opens beside the path; the decision comes in time.",
    ),
    # ── 5
    "demo-handover-title": (
        "Saattaen vaihto työhönvalmennukseen",
        "Ledsagad överföring till arbetsträningen",
        "Warm handover to job coaching",
    ),
    "demo-handover": (
        "Asiakas haluaa palkkatyöhön ja valmentajan avukseen. Valmentaja on toisessa organisaatiossa. "
        "Lähettäjä koordinoi, kunnes valmentaja on ottanut asiakkaan vastaan.",
        "Klienten vill ha lönearbete och hjälp av en arbetstränare. Arbetstränaren finns i en annan organisation. "
        "Avsändaren samordnar tills arbetstränaren har tagit emot klienten.",
        "The client wants paid work and a coach to help. The coach is with another organisation. "
        "The sender coordinates until the coach has received the client.",
    ),
    "demo-handover-hidden": (
        "Valmentaja ei näe asiasta vielä mitään: hänelle sitä ei ole.",
        "Arbetstränaren ser ännu ingenting av ärendet: för arbetstränaren finns det inte.",
        "The coach sees nothing of the case yet: for the coach there is none.",
    ),
    "demo-handover-permit": (
        "Asiakas antaa luvan välittää lähetteen ja suunnitelman. Ilman lupaakin siirtymä tehtäisiin, mutta ilman niitä.",
        "Klienten låter remissen och planen gå med. Utan tillståndet skulle övergången göras ändå, men utan dem.",
        "The client lets the referral and the plan be passed on. Without this the move would happen too, only without them.",
    ),
    "demo-handover-early": (
        "Yhteistä tapaamista ei ole vielä pidetty.",
        "Det gemensamma mötet har ännu inte hållits.",
        "The three have not met yet.",
    ),
    "demo-handover-done": (
        "Samalla hetkellä tapahtui kaikki: vastaanotto, tietojen antaminen, siirtymä ja koordinaatiovastuun vaihto. "
        "Työtoiminta jatkuu, ja omatyöntekijä säilyy.",
        "Allt skedde i samma ögonblick: mottagandet, uppgifterna, övergången och bytet av samordnare. "
        "Arbetsverksamheten fortsätter och den egna kontaktpersonen är kvar.",
        "All of it happened in one moment: receipt, extract, move and the change of coordinator. "
        "Work activity goes on, and the own worker stays.",
    ),
    # ── 6
    "demo-coaching-title": ("Työhönvalmennus", "Arbetsträning", "Job coaching"),
    "demo-coaching": (
        "Asiakas ja valmentaja sopivat yhteistyöstä ja tekevät profiilin ja työnhakusuunnitelman.",
        "Klienten och arbetstränaren kommer överens om samarbetet och gör en profil och en jobbsökningsplan.",
        "Client and coach agree how they work together, and make a profile and a job-search plan.",
    ),
    "demo-coaching-missed": (
        "Kuukausi kuluu ilman työnantajakontaktia. Määräaikoja valvova ohjelma kertoo siitä valmentajalle.",
        "En månad går utan någon kontakt med en arbetsgivare. Programmet som bevakar tidsfrister meddelar arbetstränaren.",
        "A month goes by without an employer contact. The program that watches deadlines tells the coach.",
    ),
    "demo-coaching-late": (
        "Mikään ei sulkeutunut eikä pysähtynyt. Kontakti tehdään, ja päiväkirjaan jää, että se oli myöhässä.",
        "Ingenting stängdes och ingenting stannade. Kontakten tas, och journalen visar att den var sen.",
        "Nothing closed and nothing stopped. The contact is made, and the journal shows that it was late.",
    ),
    # ── 7
    "demo-review-title": (
        "Työtoiminnasta eteenpäin",
        "Vidare från arbetsverksamheten",
        "Onwards from work activity",
    ),
    "demo-review": (
        "Työtoiminnassa kysytään säännöllisesti, mihin mennään seuraavaksi. Asiakkaan vastaus: palkkatyöhön.",
        "I arbetsverksamheten frågar man regelbundet vad nästa steg är. Klientens svar: lönearbete.",
        "In work activity the question comes regularly: where next? The client's answer: to paid work.",
    ),
    # ── 8
    "demo-job-title": ("Työ alkaa", "Arbetet börjar", "The job starts"),
    "demo-job": (
        "Työnantaja kiinnostuu. Pian asiakas soittaa: työ alkoi tänään. Se on tosiasia, jota ei torjuta, "
        "vaikka lomakkeet puuttuvat. Puutteista tulee tehtäviä.",
        "En arbetsgivare blir intresserad. Snart ringer klienten: arbetet började i dag. Det är ett faktum som "
        "inte avvisas fast blanketterna saknas. Det som saknas blir uppgifter.",
        "An employer is interested. Soon the client calls: the job started today. It is a fact, and facts are "
        "never refused, though the forms are missing. What is missing becomes tasks.",
    ),
    "demo-job-supplied": (
        "Valmentaja soittaa asiakkaalle ja täydentää paperit. Tehtävät poistuvat, kun puutteet on hoidettu.",
        "Arbetstränaren ringer klienten och gör pappren färdiga. Uppgifterna försvinner när bristerna är åtgärdade.",
        "The coach calls the client and completes the papers. The tasks go away once nothing is missing.",
    ),
    "demo-job-activity": (
        "Työtoiminta päättyy, koska asiakas siirtyi työhön.",
        "Arbetsverksamheten avslutas, eftersom klienten övergick till arbete.",
        "Work activity ends, because the client has moved on to work.",
    ),
    # ── 9
    "demo-lost-title": (
        "Työ loppuu, valmennus jatkuu",
        "Arbetet tar slut, träningen fortsätter",
        "The job ends, coaching goes on",
    ),
    "demo-lost": (
        "Määräaikainen työ loppuu. Asiakas palaa suoraan työnetsintään: uutta lähetettä ei tarvita.",
        "Det tidsbegränsade arbetet tar slut. Klienten återgår direkt till jobbsökandet: ingen ny remiss behövs.",
        "The fixed-term job ends. The client is straight back at looking for work: no new referral is needed.",
    ),
    # ── 10
    "demo-again-title": ("Uusi työ", "Ett nytt arbete", "A new job"),
    "demo-again": (
        "Kahden viikon päästä löytyy uusi työ. Tällä kertaa lomake on valmiina, eikä tehtäviä jää.",
        "Två veckor senare finns ett nytt arbete. Den här gången är blanketten klar och inga uppgifter återstår.",
        "Two weeks later there is a new job. This time the form is ready, and no task is left.",
    ),
    # ── the end
    "demo-journal-title": ("Päiväkirja", "Journalen", "The journal"),
    "demo-journal": (
        "{count} numeroitua tapahtumaa. Asiakkaan omat sanat ovat tallessa salattuina, eivät näissä lauseissa.",
        "{count} numrerade händelser. Klientens egna ord är sparade krypterat och finns inte i de här meningarna.",
        "{count} numbered events. The client's own words are kept sealed, and are not in these sentences.",
    ),
    "demo-way-title": ("Kuljettu polku", "Stigen som klienten har gått", "The way the client went"),
    "demo-way": (
        "● käyty   ◉ nyt tässä   ○ ei käyty",
        "● besökt   ◉ här nu   ○ inte besökt",
        "● visited   ◉ here now   ○ not visited",
    ),
    "demo-check-title": ("Tarkistus", "Kontroll", "The check"),
    "demo-check": (
        "Erillinen ohjelma, joka ei tunne moottoria, lukee tietokannan ja tarkistaa ketjun.",
        "Ett separat program, som inte känner till motorn, läser databasen och kontrollerar kedjan.",
        "A separate program that knows nothing of the engine reads the database and checks the chain.",
    ),
    "demo-check-none": (
        "Muistissa olevaa tietokantaa ei voi tarkistaa toisella ohjelmalla.",
        "En databas i minnet kan inte kontrolleras av ett annat program.",
        "A database in memory cannot be checked by another program.",
    ),
    "demo-try": ("Kokeile itse:", "Pröva själv:", "Try it yourself:"),
    "demo-stopped": (
        "Tarina ei voi jatkua tällä palvelupolulla kohdassa {command}: {why}",
        "Berättelsen kan inte fortsätta på den här servicestigen vid {command}: {why}",
        "The story cannot go on under this pathway at {command}: {why}",
    ),
}
