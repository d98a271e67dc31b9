"""What the doctor finds, why it matters, and what to do about it."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "doctor-fine": ("Mikään ei vaaranna lupauksia.", "Ingenting äventyrar löftena.", "Nothing endangers a promise."),
    "doctor-error": ("virhe", "fel", "error"),
    "doctor-warning": ("varoitus", "varning", "warning"),
    "doctor-info": ("tiedoksi", "för kännedom", "for information"),
    "doctor-endangers": (
        "Vaarantaa lupauksen {number}: {promise}",
        "Äventyrar löfte {number}: {promise}",
        "Endangers promise {number}: {promise}",
    ),
    "doctor-do": ("Tee näin: {what}", "Gör så här: {what}", "Do this: {what}"),
    # ── the promises, as far as an installation can endanger them
    "promise-1": (
        "mikään kuitattu tapahtuma ei katoa.",
        "ingen bekräftad händelse går förlorad.",
        "no acknowledged event is lost.",
    ),
    "promise-2": (
        "mikään komento ei vaikuta kahdesti.",
        "inget kommando verkar två gånger.",
        "no command takes effect twice.",
    ),
    "promise-3": (
        "päiväkirjan numerot juoksevat aukotta samassa järjestyksessä.",
        "journalens nummer löper utan luckor i en enda ordning.",
        "each journal is numbered without gap, in one order.",
    ),
    "promise-4": (
        "asian tila on se, minkä päiväkirja kertoo.",
        "ärendets tillstånd är det som journalen berättar.",
        "the state of a case is what its journal tells.",
    ),
    "promise-7": (
        "jokainen käyttö ja luovutus kirjataan, eikä tietoja päädy sivullisille.",
        "varje användning och utlämnande antecknas, och uppgifter når inga utomstående.",
        "every use and disclosure is logged, and nothing reaches outsiders.",
    ),
    "promise-8": (
        "mitään määräaikaa ei unohdeta eikä ylitetä ennen aikojaan.",
        "ingen tidsfrist glöms bort eller löper ut för tidigt.",
        "no deadline is forgotten or fired early.",
    ),
    "promise-9": (
        "jokainen viesti lähtee, tai näkyy, ettei se lähtenyt.",
        "varje meddelande avgår, eller det syns att det inte gjorde det.",
        "every message leaves, or is visibly withheld.",
    ),
    "promise-12": (
        "yksi viallinen asia ei pysäytä muita, ja rajat tunnetaan.",
        "ett felaktigt ärende stoppar inga andra, och gränserna är kända.",
        "one bad case stops no other, and all bounds are known.",
    ),
    "promise-13": (
        "eri versiot eivät kirjoita samoihin tauluihin.",
        "olika versioner skriver inte i samma tabeller.",
        "mixed versions fail closed.",
    ),
    "promise-15": ("hävitetty on hävitetty.", "raderat är raderat.", "erased is erased."),
    # ── SQLite
    "doctor-sqlite-synchronous": (
        "SQLiten synchronous on {value}, ei FULL: sähkökatko voi viedä kuitatun tapahtuman.",
        "SQLites synchronous är {value}, inte FULL: ett strömavbrott kan ta en bekräftad händelse.",
        "SQLite's synchronous is {value}, not FULL: a power cut can take an acknowledged event.",
    ),
    "doctor-sqlite-synchronous-do": (
        "tee tietokantamoottori funktiolla sqlite_engine, tai anna PRAGMA synchronous = FULL jokaiselle yhteydelle.",
        "gör motorn med sqlite_engine, eller ge PRAGMA synchronous = FULL på varje anslutning.",
        "make the engine with sqlite_engine, or give PRAGMA synchronous = FULL on every connection.",
    ),
    "doctor-sqlite-journal-mode": (
        "SQLiten journal_mode on {value}: lukijat ja kirjoittajat odottavat toisiaan, ja arvoilla off ja memory kaatuminen rikkoo tiedoston.",
        "SQLites journal_mode är {value}: läsare och skrivare väntar på varandra, och med off och memory förstör en krasch filen.",
        "SQLite's journal_mode is {value}: readers and writers wait for each other, and with off or memory a crash ruins the file.",
    ),
    "doctor-sqlite-journal-mode-do": (
        "tee tietokantamoottori funktiolla sqlite_engine, joka asettaa arvon WAL.",
        "gör motorn med sqlite_engine, som ställer in WAL.",
        "make the engine with sqlite_engine, which turns on WAL.",
    ),
    "doctor-sqlite-wal-reset": (
        "SQLite {version} on vanhempi kuin 3.51.3: kun monta yhteyttä kirjoittaa WAL-tilassa yhtä aikaa, tiedosto voi rikkoutua.",
        "SQLite {version} är äldre än 3.51.3: när flera anslutningar skriver samtidigt i WAL-läge kan filen skadas.",
        "SQLite {version} is older than 3.51.3: when several connections write at once in WAL mode, the file can be corrupted.",
    ),
    "doctor-sqlite-wal-reset-do": (
        "kirjoita yhdestä prosessista ja yhdestä säikeestä, päivitä SQLite versioon 3.51.3 tai uudempaan, tai käytä PostgreSQL:ää. Ota varmuuskopioita ja aja ”pathway verify”.",
        "skriv från en process och en tråd, uppdatera SQLite till 3.51.3 eller nyare, eller använd PostgreSQL. Ta säkerhetskopior och kör ”pathway verify”.",
        "write from one process and one thread, move to SQLite 3.51.3 or newer, or use PostgreSQL. Take backups and run “pathway verify”.",
    ),
    "doctor-sqlite-foreign-keys": (
        "Viite-eheys (foreign_keys) ei ole voimassa tämän moottorin yhteyksissä.",
        "Främmande nycklar (foreign_keys) gäller inte på den här motorns anslutningar.",
        "Foreign keys are not in force on this engine's connections.",
    ),
    "doctor-sqlite-foreign-keys-do": (
        "tee tietokantamoottori funktiolla sqlite_engine, tai anna PRAGMA foreign_keys = ON jokaiselle yhteydelle.",
        "gör motorn med sqlite_engine, eller ge PRAGMA foreign_keys = ON på varje anslutning.",
        "make the engine with sqlite_engine, or give PRAGMA foreign_keys = ON on every connection.",
    ),
    "doctor-sqlite-secure-delete": (
        "Poistetun päälle ei kirjoiteta (secure_delete): hävitetty avain jää luettavaksi tiedostoon.",
        "Det som tas bort skrivs inte över (secure_delete): en förstörd nyckel kan läsas ur filen.",
        "What is deleted is not overwritten (secure_delete): a destroyed key stays readable in the file.",
    ),
    "doctor-sqlite-secure-delete-do": (
        "tee tietokantamoottori funktiolla sqlite_engine, tai anna PRAGMA secure_delete = ON jokaiselle yhteydelle; aja sitten VACUUM.",
        "gör motorn med sqlite_engine, eller ge PRAGMA secure_delete = ON på varje anslutning; kör sedan VACUUM.",
        "make the engine with sqlite_engine, or give PRAGMA secure_delete = ON on every connection; then run VACUUM.",
    ),
    "doctor-file-mode": (
        "Muutkin kuin omistaja voivat käyttää tiedostoa {path} (oikeudet {mode}).",
        "Andra än ägaren kan använda filen {path} (rättigheter {mode}).",
        "Others than its owner can use the file {path} (mode {mode}).",
    ),
    "doctor-file-mode-do": (
        "chmod 600, ja selvitä, kuka on voinut lukea sen.",
        "chmod 600, och ta reda på vem som har kunnat läsa den.",
        "chmod 600, and find out who could read it.",
    ),
    "doctor-wal-size": (
        "Kirjoitusloki {path} on kasvanut: {size} Mt. Jokin pitää vanhaa lukua auki, tai siirto tietokantaan ei onnistu.",
        "Skrivloggen {path} har vuxit till {size} MB. Något håller en gammal läsning öppen, eller så lyckas inte flytten till databasen.",
        "The write-ahead log {path} has grown to {size} MB. Something keeps an old reading open, or moving it into the database fails.",
    ),
    "doctor-wal-size-do": (
        "sulje pitkät luvut ja aja PRAGMA wal_checkpoint(TRUNCATE).",
        "stäng långa läsningar och kör PRAGMA wal_checkpoint(TRUNCATE).",
        "close long readings and run PRAGMA wal_checkpoint(TRUNCATE).",
    ),
    "doctor-disk-space": (
        "Levyllä on vapaana enää {free} Mt.",
        "Det finns bara {free} MB ledigt på disken.",
        "Only {free} MB are free on the disk.",
    ),
    "doctor-disk-space-do": (
        "vapauta tilaa ennen kuin kirjoittaminen loppuu.",
        "frigör utrymme innan det inte går att skriva mer.",
        "make room before writing stops.",
    ),
    "doctor-read-only": (
        "Tietokantaan ei voi kirjoittaa.",
        "Det går inte att skriva i databasen.",
        "The database cannot be written to.",
    ),
    "doctor-read-only-do": (
        "tarkista tiedoston ja kansion oikeudet ja liitoksen tila, tai palvelimen asetus default_transaction_read_only.",
        "se över rättigheterna till fil och mapp och hur disken är monterad, eller serverns default_transaction_read_only.",
        "look at the rights of file and folder and at how the disk is mounted, or at the server's default_transaction_read_only.",
    ),
    # ── the host's engine
    "doctor-autocommit": (
        "Isäntäohjelman moottori on AUTOCOMMIT-tilassa: jokainen lause vahvistetaan erikseen, eikä kirjoitus ole enää kaikki tai ei mitään.",
        "Värdens motor är i läget AUTOCOMMIT: varje sats bekräftas för sig, och en skrivning är inte längre allt eller inget.",
        "The host's engine is in AUTOCOMMIT: every statement commits by itself, and a write is no longer all or nothing.",
    ),
    "doctor-autocommit-do": (
        'anna kirjastolle moottori ilman isolation_level="AUTOCOMMIT".',
        'ge biblioteket en motor utan isolation_level="AUTOCOMMIT".',
        'give the library an engine without isolation_level="AUTOCOMMIT".',
    ),
    "doctor-begins-late": (
        "Isäntäohjelman SQLite-moottori aloittaa transaktion vasta ensimmäisestä kirjoituksesta: isäntäohjelman oma luku ja kirjoitus voivat kadottaa toisen kirjoittajan työn.",
        "Värdens SQLite-motor börjar transaktionen först vid den första skrivningen: värdens egen läsning och skrivning kan förlora en annan skrivares arbete.",
        "The host's SQLite engine begins its transaction only at the first write: the host's own read and write can lose another writer's work.",
    ),
    "doctor-begins-late-do": (
        "tee moottori funktiolla pathway_engine.stores.sql.sqlite_engine: se aloittaa lauseella BEGIN IMMEDIATE.",
        "gör motorn med pathway_engine.stores.sql.sqlite_engine: den börjar med BEGIN IMMEDIATE.",
        "make the engine with pathway_engine.stores.sql.sqlite_engine: it begins with BEGIN IMMEDIATE.",
    ),
    "doctor-isolation": (
        "Transaktioiden eristystaso on {value}, ei read committed: kirjoitukset epäonnistuvat ristiriitoihin useammin kuin tarvitsee.",
        "Transaktionernas isolering är {value}, inte read committed: skrivningar faller oftare på konflikter än de behöver.",
        "The isolation of transactions is {value}, not read committed: writes fail by conflicts more often than they need.",
    ),
    "doctor-isolation-do": (
        "jätä eristystaso kirjaston moottorissa ja tietokannassa arvoon read committed.",
        "låt isoleringen vara read committed i bibliotekets motor och i databasen.",
        "leave the isolation of the library's engine and of the database at read committed.",
    ),
    # ── PostgreSQL
    "doctor-pg-fsync": (
        "Palvelimen fsync on pois päältä: kone voi kaatuessaan menettää kuitattua tai rikkoa koko tietokannan.",
        "Serverns fsync är avstängd: om maskinen kraschar kan bekräftat gå förlorat eller hela databasen förstöras.",
        "The server's fsync is off: when the machine crashes, acknowledged work or the whole database can be lost.",
    ),
    "doctor-pg-fsync-do": (
        "fsync = on palvelimen asetuksiin, ja palauta varmuuskopio, jos kone on jo kaatunut.",
        "fsync = on i serverns inställningar, och återställ en säkerhetskopia om maskinen redan har kraschat.",
        "set fsync = on in the server's configuration; restore a backup if the machine has crashed since.",
    ),
    "doctor-pg-full-page-writes": (
        "Palvelimen full_page_writes on pois päältä: kesken jäänyt sivun kirjoitus jää rikki.",
        "Serverns full_page_writes är avstängd: en sida som skrevs till hälften förblir trasig.",
        "The server's full_page_writes is off: a page that was half written stays broken.",
    ),
    "doctor-pg-full-page-writes-do": (
        "full_page_writes = on palvelimen asetuksiin.",
        "full_page_writes = on i serverns inställningar.",
        "set full_page_writes = on in the server's configuration.",
    ),
    "doctor-pg-synchronous-commit": (
        "synchronous_commit on {value}: kuittaus annetaan ennen kuin tapahtuma on varmasti tallessa.",
        "synchronous_commit är {value}: bekräftelsen ges innan händelsen säkert är sparad.",
        "synchronous_commit is {value}: the acknowledgement is given before the event is safely kept.",
    ),
    "doctor-pg-synchronous-commit-do": (
        "synchronous_commit = on palvelimeen, tietokantaan ja käyttäjään, jolla kirjasto kirjautuu.",
        "synchronous_commit = on i servern, databasen och för användaren som biblioteket loggar in som.",
        "set synchronous_commit = on in the server, the database and the user the library logs in as.",
    ),
    "doctor-pg-no-standby": (
        "Palvelin ei odota varapalvelinta (synchronous_standby_names on tyhjä): jos se menetetään, viimeiset kuitatut tapahtumat voivat puuttua varapalvelimelta.",
        "Servern väntar inte på någon reservserver (synchronous_standby_names är tom): går den förlorad kan de sista bekräftade händelserna saknas på reservservern.",
        "The server waits for no standby (synchronous_standby_names is empty): when it is lost, the last acknowledged events may be missing on the standby.",
    ),
    "doctor-pg-no-standby-do": (
        "jos varapalvelimen on otettava työ vastaan ilman menetyksiä, nimeä se asetuksessa synchronous_standby_names.",
        "om en reservserver ska ta över utan förluster, nämn den i synchronous_standby_names.",
        "if a standby has to take over without loss, name it in synchronous_standby_names.",
    ),
    "doctor-pg-recovery": (
        "Palvelin on varapalvelin tai palautuu: sen tiedot voivat olla vanhoja, eikä niistä saa päättää.",
        "Servern är en reservserver eller återställs: dess uppgifter kan vara gamla, och man får inte besluta utifrån dem.",
        "The server is a standby or in recovery: what it holds may be old, and nothing may be decided from it.",
    ),
    "doctor-pg-recovery-do": (
        "anna kirjastolle pääpalvelimen osoite (libpq: target_session_attrs=read-write).",
        "ge biblioteket huvudserverns adress (libpq: target_session_attrs=read-write).",
        "give the library the address of the primary (libpq: target_session_attrs=read-write).",
    ),
    "doctor-pg-log-parameters": (
        "Palvelin kirjoittaa virheiden yhteydessä lauseiden arvot lokiinsa (log_parameter_max_length_on_error = {value}).",
        "Servern skriver satsernas värden i sin logg vid fel (log_parameter_max_length_on_error = {value}).",
        "The server writes the values of statements into its log on errors (log_parameter_max_length_on_error = {value}).",
    ),
    "doctor-pg-log-parameters-do": (
        "log_parameter_max_length_on_error = 0.",
        "log_parameter_max_length_on_error = 0.",
        "set log_parameter_max_length_on_error = 0.",
    ),
    "doctor-pg-log-statement": (
        "Palvelin kirjoittaa lauseet lokiinsa (log_statement = {value}): asioiden tunnisteet ja isäntäohjelman omat arvot päätyvät sinne.",
        "Servern skriver satserna i sin logg (log_statement = {value}): ärendenas id och värdens egna värden hamnar där.",
        "The server writes statements into its log (log_statement = {value}): ids of cases and the host's own values end up there.",
    ),
    "doctor-pg-log-statement-do": (
        "log_statement = none tai ddl.",
        "log_statement = none eller ddl.",
        "set log_statement = none or ddl.",
    ),
    "doctor-pg-version": (
        "PostgreSQL {version} ei ole enää ylläpidetty tai on vanhempi kuin kirjasto tarvitsee (14).",
        "PostgreSQL {version} underhålls inte längre eller är äldre än biblioteket behöver (14).",
        "PostgreSQL {version} is no longer maintained, or older than the library needs (14).",
    ),
    "doctor-pg-version-do": (
        "päivitä palvelin ylläpidettyyn versioon.",
        "uppdatera servern till en version som underhålls.",
        "move the server to a maintained version.",
    ),
    "doctor-pg-idle-timeout": (
        "Kesken jäänyt transaktio saa pitää asian lukittuna rajatta (idle_in_transaction_session_timeout = 0).",
        "En transaktion som blivit liggande får hålla ett ärende låst utan gräns (idle_in_transaction_session_timeout = 0).",
        "A transaction that was left lying may keep a case locked without limit (idle_in_transaction_session_timeout = 0).",
    ),
    "doctor-pg-idle-timeout-do": (
        "aseta kirjaston käyttäjälle esimerkiksi idle_in_transaction_session_timeout = '30s'.",
        "ställ in till exempel idle_in_transaction_session_timeout = '30s' för bibliotekets användare.",
        "set for example idle_in_transaction_session_timeout = '30s' for the library's user.",
    ),
    "doctor-pg-transaction-timeout": (
        "PostgreSQL {version} ei katkaise kesken lähettämisen pysähtynyttä kirjoittajaa: sen asia jää lukkoon.",
        "PostgreSQL {version} avbryter inte en skrivare som stannat mitt i sändningen: dess ärende förblir låst.",
        "PostgreSQL {version} does not end a writer that was stopped while it sent: its case stays locked.",
    ),
    "doctor-pg-transaction-timeout-do": (
        "versiosta 17 alkaen kirjasto rajaa sen itse; muulloin lopeta pysähtynyt prosessi tai sen yhteys"
        " (pg_terminate_backend).",
        "från version 17 begränsar biblioteket det självt; annars avsluta den stannade processen eller dess anslutning"
        " (pg_terminate_backend).",
        "from version 17 the library bounds it by itself; otherwise end the stopped process, or its session"
        " (pg_terminate_backend).",
    ),
    # ── keys
    "doctor-keys-missing": (
        "Avaimia ei voi käyttää: {detail}",
        "Nycklarna kan inte användas: {detail}",
        "The keys cannot be used: {detail}",
    ),
    "doctor-keys-missing-do": (
        "anna oikea avaintiedosto valitsimella --keys; palauta se varmuuskopiosta, jos se on kadonnut. Uusia avaimia ei pidä tehdä.",
        "ge rätt nyckelfil med --keys; återställ den från en säkerhetskopia om den har gått förlorad. Gör inga nya nycklar.",
        "give the right key file by --keys; restore it from a backup if it is lost. Make no new keys.",
    ),
    "doctor-keys-not-tried": (
        "Avaimia ei annettu, joten ei katsottu, avaavatko ne sen, mikä on tallessa.",
        "Inga nycklar gavs, och det kontrollerades därför inte om de öppnar det som finns sparat.",
        "No keys were given, so whether they open what is kept was not tried.",
    ),
    "doctor-keys-not-tried-do": (
        "anna avaintiedosto valitsimella --keys, tai tutki avainpalvelu ohjelmasta: examine(store, keys=…).",
        "ge nyckelfilen med --keys, eller undersök nyckeltjänsten från programmet: examine(store, keys=…).",
        "give the key file by --keys, or examine a key service from the program: examine(store, keys=…).",
    ),
    "doctor-key-id-missing": (
        "Avainnipusta puuttuu {key_id}, jolla on suljettu {count} asian avain (esimerkiksi {case}).",
        "I nyckelknippan saknas {key_id}, som har slutit nyckeln till {count} ärenden (till exempel {case}).",
        "The key {key_id} is not at hand, and it has wrapped the keys of {count} cases (such as {case}).",
    ),
    "doctor-key-id-missing-do": (
        "etsi avaintiedoston aiempi versio: ilman sitä näiden asioiden henkilötiedot eivät aukea enää koskaan.",
        "leta fram en tidigare version av nyckelfilen: utan den öppnas personuppgifterna i dessa ärenden aldrig mer.",
        "find an earlier version of the key file: without it the personal fields of these cases will never open again.",
    ),
    "doctor-key-not-fitting": (
        "Avain {key_id} ei avaa asian {case} avainta: se on muutettu, tai avaimet ovat toisen rekisterin.",
        "Nyckeln {key_id} öppnar inte nyckeln till ärende {case}: den har ändrats, eller så hör nycklarna till ett annat register.",
        "The key {key_id} does not open the key of case {case}: it was altered, or the keys are another register's.",
    ),
    "doctor-key-not-fitting-do": (
        "aja ”pathway verify”, ja tarkista, että avaintiedosto on tämän tietokannan.",
        "kör ”pathway verify”, och kontrollera att nyckelfilen hör till den här databasen.",
        "run “pathway verify”, and see that the key file is this database's.",
    ),
    "doctor-erasure-undone": (
        "Asia {case} on hävitysluettelossa, mutta sen avain on tallella: hävitystä ei ole toistettu palautuksen jälkeen.",
        "Ärende {case} står i raderingsregistret, men dess nyckel finns kvar: raderingen har inte upprepats efter en återställning.",
        "Case {case} is in the register of erasures, but its key is there: the erasure was not applied again after a restore.",
    ),
    "doctor-erasure-undone-do": (
        "toista hävitykset komennolla ”pathway erase --apply” ennen kuin kukaan käyttää tietokantaa.",
        "upprepa raderingarna med ”pathway erase --apply” innan någon använder databasen.",
        "apply the erasures again by “pathway erase --apply” before anybody uses the database.",
    ),
    # ── time and workers
    "doctor-clock-skew": (
        "Koneen kello ja tietokannan kello eroavat {seconds} sekuntia: määräajat odottavat jälkeen jäänyttä.",
        "Maskinens klocka och databasens skiljer sig {seconds} sekunder: tidsfristerna väntar på den som går efter.",
        "The machine's clock and the database's differ by {seconds} seconds: deadlines wait for the one behind.",
    ),
    "doctor-clock-skew-do": (
        "tahdista molempien koneiden kellot (NTP).",
        "synkronisera båda maskinernas klockor (NTP).",
        "synchronise the clocks of both machines (NTP).",
    ),
    "doctor-deadlines-waiting": (
        "Kukaan ei ole kertonut {count} ylittyneestä määräajasta; vanhin ylittyi {since}.",
        "Ingen har berättat om {count} överskridna tidsfrister; den äldsta löpte ut {since}.",
        "Nobody has told of {count} deadlines that passed; the oldest passed at {since}.",
    ),
    "doctor-deadlines-waiting-do": (
        "käynnistä DeadlineWorker tai aja ”pathway tick” muutaman minuutin välein.",
        "starta en DeadlineWorker eller kör ”pathway tick” med några minuters mellanrum.",
        "start a DeadlineWorker, or run “pathway tick” every few minutes.",
    ),
    "doctor-messages-waiting": (
        "Lähtemättä on {count} viestiä; vanhin on ajalta {since}.",
        "{count} meddelanden har inte avgått; det äldsta är från {since}.",
        "{count} messages have not left; the oldest is of {since}.",
    ),
    "doctor-messages-waiting-do": (
        "käynnistä OutboxRelay tai aja ”pathway relay”; jos viestejä ei kukaan tarvitse, rajaa ne moottorin valinnalla publish.",
        "starta en OutboxRelay eller kör ”pathway relay”; om ingen behöver dem, begränsa dem med motorns publish.",
        "start an OutboxRelay, or run “pathway relay”; if nobody needs the messages, limit them by the engine's publish.",
    ),
    "doctor-leases-expired": (
        "Jokin työntekijäprosessi otti {count} tehtävää eikä palauttanut niitä; vanhin laina päättyi {since}.",
        "En arbetsprocess tog {count} uppgifter och lämnade dem inte tillbaka; det äldsta lånet löpte ut {since}.",
        "A worker took {count} things and never gave them back; the oldest lease ended at {since}.",
    ),
    "doctor-leases-expired-do": (
        "katso, ovatko työntekijäprosessit käynnissä: seuraava, joka käy, ottaa tehtävät uudelleen.",
        "se efter om arbetsprocesserna kör: nästa som kör tar upp uppgifterna på nytt.",
        "see whether the workers are running: the next one that does takes these up again.",
    ),
    "doctor-deadline-quarantined": (
        "Määräaika {deadline} asiassa {case} on pantu syrjään {since}: siitä kertominen ei onnistunut.",
        "Tidsfristen {deadline} i ärende {case} lades åt sidan {since}: det gick inte att berätta om den.",
        "The deadline {deadline} of case {case} was set aside at {since}: telling of it failed.",
    ),
    "doctor-deadline-quarantined-do": (
        "lue tekninen loki ja aja ”pathway verify”; korjaa syy ja aja ”pathway tick --release {case}:{deadline}”.",
        "läs den tekniska loggen och kör ”pathway verify”; åtgärda orsaken och kör ”pathway tick --release {case}:{deadline}”.",
        "read the technical log and run “pathway verify”; mend the cause and run “pathway tick --release {case}:{deadline}”.",
    ),
    "doctor-message-quarantined": (
        "Viesti {seq} asiasta {case} on pantu syrjään {since}: sen ja asian myöhempien viestien lähettäminen on pysähtynyt.",
        "Meddelande {seq} om ärende {case} lades åt sidan {since}: det och ärendets senare meddelanden avgår inte.",
        "Message {seq} of case {case} was set aside at {since}: it and the later messages of the case do not leave.",
    ),
    "doctor-message-quarantined-do": (
        "selvitä vastaanottajalta, miksi se ei ota viestiä vastaan; korjaa syy ja aja ”pathway relay --release {case}:{seq}”.",
        "ta reda på av mottagaren varför meddelandet inte tas emot; åtgärda orsaken och kör ”pathway relay --release {case}:{seq}”.",
        "find out from the consumer why it does not take the message; mend the cause and run “pathway relay --release {case}:{seq}”.",
    ),
    # ── the whole
    "doctor-schema": (
        "Taulut ovat toista versiota: {detail}",
        "Tabellerna är av en annan version: {detail}",
        "The tables are of another version: {detail}",
    ),
    "doctor-schema-do": (
        "siirrä taulut tähän versioon, tai käytä sitä ohjelmaversiota, joka ne kirjoitti.",
        "migrera tabellerna till den här versionen, eller använd den programversion som skrev dem.",
        "migrate the tables to this version, or run the version that wrote them.",
    ),
    "doctor-in-memory": (
        "Asiat ovat vain muistissa: ne katoavat prosessin päättyessä.",
        "Ärendena finns bara i minnet: de försvinner när processen slutar.",
        "The cases are in memory alone: they are gone when the process ends.",
    ),
    "doctor-in-memory-do": (
        "käytä SQLitea tai PostgreSQL:ää muualla kuin kokeiluissa.",
        "använd SQLite eller PostgreSQL till annat än försök.",
        "use SQLite or PostgreSQL for anything but trials.",
    ),
}
