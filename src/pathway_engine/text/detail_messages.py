"""Sentences that faults carry in English, as the engine and the verifier write them, in the other two languages."""

from __future__ import annotations

DETAILS: tuple[tuple[str, str, str], ...] = (
    # ── files
    ("{path}: ei voi avata: {why}", "{path} kan inte öppnas: {why}", "{path} cannot be opened: {why}"),
    ("{path}: ei voi lukea: {why}", "{path} kan inte läsas: {why}", "{path} cannot be read: {why}"),
    ("{path}: {why}", "{path}: {why}", "{path}: {why}"),
    ("ei tiedostoa {path}", "filen {path} finns inte", "there is no file {path}"),
    ("tiedostoa tai kansiota ei ole", "filen eller mappen finns inte", "No such file or directory"),
    ("ei oikeuksia", "behörighet saknas", "Permission denied"),
    ("se on kansio", "det är en mapp", "Is a directory"),
    ("se ei ole kansio", "det är ingen mapp", "Not a directory"),
    ("levyllä ei ole tilaa", "det finns inget utrymme på disken", "No space left on device"),
    ("levyä voi vain lukea", "disken kan bara läsas", "Read-only file system"),
    ("tiedosto on jo olemassa", "filen finns redan", "File exists"),
    (
        "{path}: ei voi luoda, koska kansioon ei voi kirjoittaa",
        "{path} kan inte skapas: det går inte att skriva i mappen",
        "{path} cannot be made: its folder cannot be written to",
    ),
    # ── databases
    (
        "muistissa olevaa tietokantaa ei voi lukea ulkopuolelta",
        "en databas i minnet kan inte läsas utifrån",
        "a database in memory cannot be read from outside",
    ),
    ("tietokantaa", "databasen", "the database"),
    (
        "muotoa {scheme} olevaa tietokantaa ei osata lukea: anna sqlite:///polku/tiedosto tai postgresql://…",
        "databaser av slaget {scheme} kan inte läsas: ange sqlite:///sökväg/fil eller postgresql://…",
        "no reader for {scheme} databases: give sqlite:///path/to/file or postgresql://…",
    ),
    (
        "tietokannan osoite on memory:, sqlite:///polku/tiedosto tai postgresql://…",
        "databasens adress är memory:, sqlite:///sökväg/fil eller postgresql://…",
        "a store's URL is memory:, sqlite:///path/to/file or postgresql://…",
    ),
    (
        "käyttäjän nimessä tai salasanassa @ kirjoitetaan osoitteeseen %40",
        "ett @ i användarens namn eller lösenord skrivs %40 i adressen",
        "an @ in the user's name or password is written as %40 in a URL",
    ),
    (
        "PostgreSQL-tietokannan lukeminen tarvitsee ajurin psycopg: pip install 'psycopg[binary]'",
        "för att läsa PostgreSQL behövs drivrutinen psycopg: pip install 'psycopg[binary]'",
        "reading PostgreSQL needs the driver psycopg: pip install 'psycopg[binary]'",
    ),
    (
        "{what}: pathway-enginen taulut puuttuvat: {missing}",
        "{what} saknar pathway-engines tabeller: {missing}",
        "{what} does not have the tables of pathway-engine: {missing} missing",
    ),
    (
        "{what}: taulujen versio on {version}; tämä lukee versiota {wanted}",
        "{what} har tabeller av version {version}; det här programmet läser {wanted}",
        "{what} has tables of version {version}; this reads {wanted}",
    ),
    ("tuntematon", "okänd", "unknown"),
    ("tiedosto ei ole tietokanta", "filen är ingen databas", "file is not a database"),
    ("tietokantatiedosto on vioittunut", "databasfilen är skadad", "database disk image is malformed"),
    (
        "tietokantatiedosto on vioittunut tai ei ole tietokanta",
        "databasfilen är skadad eller ingen databas",
        "the database file is damaged, or is no database",
    ),
    (
        "tietokantaan ei saada yhteyttä tai se ei aukea",
        "databasen kan inte nås eller öppnas",
        "the store cannot be reached or opened",
    ),
    ("tietokantaan ei voi kirjoittaa", "det går inte att skriva i databasen", "the store cannot be written to"),
    (
        "tietokannan roolilta puuttuu tarvittava oikeus: mitään ei kirjoitettu",
        "databasens roll saknar en behövlig rättighet: ingenting skrevs",
        "the database's role lacks a right that it needs: nothing was written",
    ),
    (
        "tietokannassa ei ole skeemaa {schema}: luo se ensin",
        "databasen har inget schema {schema}: skapa det först",
        "the database has no schema {schema}: make it first",
    ),
    # ── checkpoints and what clients were told
    (
        "tarkistuspisteen allekirjoitus tarvitsee kirjaston cryptography: pip install cryptography",
        "en kontrollpunkts signatur behöver biblioteket cryptography: pip install cryptography",
        "a checkpoint's signature needs cryptography: pip install cryptography",
    ),
    (
        "tarkistuspiste ei kerro mitään ilman allekirjoittajan julkista avainta: --public-key TIEDOSTO",
        "en kontrollpunkt säger ingenting utan undertecknarens offentliga nyckel: --public-key FIL",
        "a checkpoint says nothing without the public key of whoever signed it: --public-key FILE",
    ),
    (
        "{path}: tiedostossa ei ole julkista Ed25519-avainta PEM-muodossa",
        "{path} har ingen offentlig Ed25519-nyckel i PEM-format",
        "{path} holds no public Ed25519 key in PEM",
    ),
    (
        "{path}: tiedostossa ei ole salasanatonta Ed25519-avainta PEM-muodossa",
        "{path} har ingen Ed25519-nyckel utan lösenord i PEM-format",
        "{path} holds no Ed25519 key without a password, in PEM",
    ),
    (
        "{place}: rivillä on asia, tapahtuman numero ja mahdollisesti avain",
        "{place}: en rad är ett ärende, en händelses nummer och kanske en nyckel",
        "{place}: a line is a case, the number of an event, and perhaps a key",
    ),
    ("{path} ei ole tarkistuspiste", "{path} är ingen kontrollpunkt", "{path} is no checkpoint"),
    (
        "{path} on rekisterin {other} tarkistuspiste, ei rekisterin {register}",
        "{path} är en kontrollpunkt för registret {other}, inte för {register}",
        "{path} is a checkpoint of register {other}, not of {register}",
    ),
    ("allekirjoitus", "signaturen", "signature"),
    ("muoto", "formatet", "format"),
    ("tarkistussumma", "rotsumman", "root"),
    ("rivi {number}", "rad {number}", "line {number}"),
    ("järjestys, rivi {number}", "ordningen, rad {number}", "order, line {number}"),
    # ── keys
    (
        "avaintiedosto {path} ei ole tavallinen tiedosto",
        "nyckelfilen {path} är ingen vanlig fil",
        "the key file {path} is not a regular file",
    ),
    (
        "avaintiedostoa {path} ei voi avata: {why}",
        "nyckelfilen {path} kan inte öppnas: {why}",
        "the key file {path} cannot be opened: {why}",
    ),
    (
        "muutkin kuin omistaja voivat käyttää avaintiedostoa {path}: aja chmod 600 ja selvitä, kuka on lukenut sen",
        "andra än ägaren kan använda nyckelfilen {path}: kör chmod 600 och ta reda på vem som har läst den",
        "others than its owner can use the key file {path}: chmod 600 it, and ask who has read it",
    ),
    (
        "{origin}: avaimet eivät ole muodossa, jota tämä versio lukee",
        "{origin} har inte nycklar i en form som den här versionen läser",
        "{origin} does not hold keys in a form this version reads",
    ),
    (
        "kääreavain {key} ei ole käsillä",
        "omslagsnyckeln {key} finns inte till hands",
        "wrapping key {key} is not at hand",
    ),
    (
        "ympäristömuuttujaa {variable} ei ole asetettu",
        "miljövariabeln {variable} är inte satt",
        "environment variable {variable} is not set",
    ),
    # ── definitions
    (
        "mikään pyydetyn niminen palvelupolku ei ole yksin voimassa {day}; tunnetut: {known}",
        "ingen servicestig med det begärda namnet gäller ensam den {day}; kända: {known}",
        "no single pathway of the name asked for is in force on {day}; known: {known}",
    ),
    (
        "määrittelyä, jonka tunniste on {digest}, ei tunneta",
        "ingen definition med kännetecknet {digest} är känd",
        "no definition with digest {digest} is known",
    ),
    (
        "tämä tietokanta seuraa toista ja voi olla sitä jäljessä: siihen ei päätetä mitään",
        "den här databasen följer en annan och kan ligga efter: inget beslutas i den",
        "this database follows another and may lag behind it: nothing is decided on it",
    ),
    # ── what is stored
    (
        "asian {case} tapahtuma {number} puuttuu",
        "händelse {number} i ärendet {case} saknas",
        "event {number} of case {case} is missing",
    ),
    (
        "asian {case} tapahtuma {number} ei ole sellaisena kuin se kirjoitettiin: sen tiiviste ei täsmää",
        "händelse {number} i ärendet {case} är inte som den skrevs: kontrollsumman stämmer inte",
        "event {number} of case {case} is not as it was written: its hash does not fit",
    ),
    (
        "asian {case} tapahtuma {number} puuttuu tai ei jatka edellistä",
        "händelse {number} i ärendet {case} saknas eller fortsätter inte den föregående",
        "event {number} of case {case} is missing, or does not follow the one before it",
    ),
)
