"""What `pathway migrate` says, and what is said of tables of another version."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str, str]] = {
    "migrate-nothing": (
        "Taulut ovat versiota {wanted}. Mitään ei tarvitse tehdä.",
        "Tabellerna har version {wanted}. Ingenting behöver göras.",
        "The tables are of version {wanted}. There is nothing to do.",
    ),
    "migrate-done": (
        "Taulut on päivitetty versiosta {found} versioon {wanted}.",
        "Tabellerna har uppdaterats från version {found} till version {wanted}.",
        "The tables have been migrated from version {found} to version {wanted}.",
    ),
    "migrate-made": (
        "Taulut on luotu. Niiden versio on {wanted}.",
        "Tabellerna har skapats. De har version {wanted}.",
        "The tables have been made. They are of version {wanted}.",
    ),
    "migrate-would": (
        "Taulut ovat versiota {found}. Ilman valitsinta --check ne päivitetään versioon {wanted}.",
        "Tabellerna har version {found}. Utan --check uppdateras de till version {wanted}.",
        "The tables are of version {found}. Without --check they are migrated to version {wanted}.",
    ),
    "migrate-would-make": (
        "Tauluja ei ole. Ilman valitsinta --check ne luodaan versiona {wanted}.",
        "Det finns inga tabeller. Utan --check skapas de i version {wanted}.",
        "There are no tables. Without --check they are made in version {wanted}.",
    ),
    "migrate-db-missing": (
        "Tietokantaa ei ole: {path}",
        "Databasen finns inte: {path}",
        "There is no database {path}.",
    ),
    "migrate-unknown": (
        "Ei ole varmaa, päivitettiinkö taulut. Aja komento uudelleen: se kertoo sen ja tekee vain sen, mikä jäi tekemättä.",
        "Det är inte säkert att tabellerna uppdaterades. Kör kommandot igen: det berättar det och gör bara det som blev ogjort.",
        "It is not certain that the tables were migrated. Run the command again: it tells, and does only what was not done.",
    ),
    "fault-tables-older": (
        "Tietokannan taulut ovat versiota {found}, ja ohjelma tarvitsee version {wanted}. Ota varmuuskopio ja aja ”pathway migrate”.",
        "Databasens tabeller har version {found} och programmet behöver version {wanted}. Ta en säkerhetskopia och kör ”pathway migrate”.",
        "The tables of the database are of version {found}, and the program needs version {wanted}. Make a backup and run “pathway migrate”.",
    ),
    "fault-tables-newer": (
        "Tietokannan taulut ovat versiota {found}, ja tämä ohjelma tuntee vain version {wanted}. Käytä uudempaa ohjelmaa.",
        "Databasens tabeller har version {found} och det här programmet känner bara till version {wanted}. Använd ett nyare program.",
        "The tables of the database are of version {found}, and this program knows only version {wanted}. Use a newer program.",
    ),
}
