"""One durable move on PostgreSQL with fsync, one client, beside bare psycopg writing the same rows."""

from collections.abc import Callable, Iterable

import psycopg
from bench.bench_durable import compared, moving

from tests.postgres import PostgresServer


def run() -> Iterable[tuple[str, str, str]]:
    """Measure both in turn on one server of our own, and give the medians and their ratio."""
    server = PostgresServer({"fsync": "on"})
    try:
        database = server.make_database()
        ours = moving(server.url(database))
        yield from compared(ours, _bare(server.dsn(database)), "design: <= 1.35")
    finally:
        server.close()


def _bare(dsn: str) -> Callable[[], object]:
    """Give what writes a journal row, its message and the row of the case, as a driver is used by itself."""
    connection = psycopg.connect(dsn)
    written = {}
    for table in ("journal", "outbox", "cases"):
        order = {"journal": "position", "outbox": "seq", "cases": "version"}[table]
        cursor = connection.execute(f"SELECT * FROM pathway_{table} ORDER BY {order} DESC LIMIT 1")
        row = cursor.fetchone()
        assert row is not None
        assert cursor.description is not None
        names = [column.name for column in cursor.description]
        connection.execute(f"CREATE TABLE bare_{table} (LIKE pathway_{table})")
        connection.execute(f"ALTER TABLE bare_{table} ADD id bigserial PRIMARY KEY")
        places = ", ".join(["%s"] * len(row))
        connection.execute(f"INSERT INTO bare_{table} VALUES ({places})", row)
        written[table] = (names, row, places)
    connection.commit()
    names, case, _ = written["cases"]
    update = f"UPDATE bare_cases SET {', '.join(f'{name} = %s' for name in names)} WHERE id = 1"

    def work() -> None:
        connection.execute("SELECT * FROM bare_cases WHERE id = 1").fetchall()
        for table in ("journal", "outbox"):
            _, row, places = written[table]
            connection.execute(f"INSERT INTO bare_{table} VALUES ({places})", row)
        connection.execute(update, case)
        connection.commit()

    return work
