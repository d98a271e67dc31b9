"""What the command line says around checkpoints and verification."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "checkpoint-key-made": (
        "Allekirjoitusavain on tehty: {path}. Pidä se muualla kuin tietokanta. Julkinen avain tarkistajalle: {public}. Sen tunniste: {fingerprint}",
        "Signeringsnyckeln är gjord: {path}. Förvara den skild från databasen. Publik nyckel för den som kontrollerar: {public}. Dess kännetecken: {fingerprint}",
        "The signing key is made: {path}. Keep it away from the database. Public key, for whoever verifies: {public}. Its fingerprint: {fingerprint}",
    ),
    "checkpoint-made": (
        "Tarkistuspiste {number} rekisteristä {register}, asioita: {cases}. Kirjoitettu: {path}. Vie se muualle kuin tietokanta.",
        "Kontrollpunkt {number} av register {register}, ärenden: {cases}. Skriven: {path}. För den någon annanstans än databasen.",
        "Checkpoint {number} of register {register}, cases: {cases}. Written: {path}. Take it elsewhere than the database.",
    ),
    "checkpoint-not-signed": (
        "Tarkistus löysi virheitä, eikä tarkistuspistettä allekirjoitettu. Selvitä ne ensin, tai allekirjoita ne näkyviin valitsimella --despite-findings.",
        "Kontrollen fann fel, och ingen kontrollpunkt undertecknades. Red ut dem först, eller underteckna dem synliga med --despite-findings.",
        "The verifier found faults, and no checkpoint was signed. Clear them up first, or sign them visibly with --despite-findings.",
    ),
    "checkpoint-arguments": (
        "Anna --db, --signing-key ja -o, tai pelkkä --make-key.",
        "Ange --db, --signing-key och -o, eller bara --make-key.",
        "Give --db, --signing-key and -o, or --make-key alone.",
    ),
    "checkpoint-register": (
        "Tietokannassa on monta rekisteriä ({registers}): valitse yksi valitsimella --register.",
        "Databasen har flera register ({registers}): välj ett med --register.",
        "The database has several registers ({registers}): choose one by --register.",
    ),
    "checkpoint-empty": (
        "Tietokannassa ei ole vielä yhtään asiaa.",
        "Databasen har inga ärenden ännu.",
        "The database has no case yet.",
    ),
    "checkpoint-in-memory": (
        "Muistissa olevasta tietokannasta ei voi tehdä tarkistuspistettä.",
        "Av en databas i minnet kan ingen kontrollpunkt göras.",
        "Of a store in memory no checkpoint can be made.",
    ),
}
