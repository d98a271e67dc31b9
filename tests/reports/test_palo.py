"""The coordination's eight figures, and the result of coaching, as the project of Oulu told them."""

from collections.abc import Iterator
from datetime import date, timedelta

from pathway_engine.case.events import Body, Coded
from pathway_engine.reports import Period, as_data, as_text
from pathway_engine.reports.histories import History
from pathway_engine.reports.palo import palo
from pathway_engine.text import LANGUAGES
from tests.reports.making import DAY, HIDDEN, figures, history, job, moved, recorded, rows

REGION = "oulu-palo"
AGES = {"from_18_to_29": 100, "from_30_to_54": 250, "from_55_to_64": 150}
EVER = Period()
INTO_COACHING = moved("ask_for_coaching", "services", "coaching.engagement")


def contact(age: str, **more: str) -> tuple[date, Body]:
    """Give a contact with the coordination."""
    return recorded(
        "coordination_contact", contacted_on=DAY.isoformat(), age_band=age, contacted_by="professional", **more
    )


def event(
    led_to: tuple[str, ...], *, kind: str = "consultation", present: bool = True, day: date = DAY
) -> tuple[date, Body]:
    """Give an event of the coordination."""
    return recorded(
        "coordination_event",
        day,
        kind=kind,
        held_on=day.isoformat(),
        led_to=led_to,
        client_present=present,
        professions=("own_worker", "job_coach"),
    )


def events_of_the_project() -> Iterator[History]:
    """About 500 events after 250 contacts: one contact brings two."""
    person = 0
    for age, count in AGES.items():
        for _ in range(count // 2):
            person += 1
            told = [contact(age, from_service="health_care", topic_kind="finding_work")]
            told += [event(("consultation",)), event(("network", "social_services"), kind="network", present=False)]
            yield history(REGION, f"p{person}", told)


def employed_of_the_project() -> Iterator[History]:
    """64 in coaching, of whom 32 found work; and 16 others who found it without: 48 persons, 50 jobs."""
    sectors = ["company"] * 22 + ["third_sector"] * 6 + ["public_sector"] * 4
    for number in range(64):
        told = [INTO_COACHING]
        if number < 21:
            told.append(job(DAY, sector=sectors[number]))
        elif number < 32:
            told.append(job(DAY, sector=sectors[number], working_time="part_time", duration="fixed_term"))
        yield history(REGION, f"c{number}", told)
    for number in range(16):
        full: dict[str, Coded] = {} if number < 11 else {"duration": "fixed_term"}
        yield history(REGION, f"o{number}", [job(DAY, **full)])


def test_the_projects_events_come_out_as_told() -> None:
    """500 events, a fifth, a half and three tenths by age: of events, not of persons."""
    report = palo(events_of_the_project(), "north", EVER)

    ages = rows(report, "age")
    assert ages["total"][0] == 500
    assert {key: ages[key] for key in AGES} == {
        "from_18_to_29": (100, 20.0),
        "from_30_to_54": (250, 50.0),
        "from_55_to_64": (150, 30.0),
    }
    assert figures(report, "from_service")["health_care"] == 250
    assert figures(report, "topic")["finding_work"] == 250
    led_to = rows(report, "led_to")
    assert list(led_to)[:13] == list(report.pathways[0].catalogues["event_categories"].items)
    assert (led_to["consultation"], led_to["social_services"]) == ((250, 50.0), (250, 50.0))
    assert rows(report, "client_present") == {"present": (250, 50.0), "absent": (250, 50.0)}
    assert figures(report, "professions") == {"job_coach": 250, "own_worker": 250, "networks": 250}


def test_the_report_has_the_eight_things_that_are_counted() -> None:
    """Exactly the eight, in the source's order, whatever the register holds."""
    wanted = ["age", "from_service", "topic", "led_to", "client_present", "professions", "coaching", "results"]

    assert [table.id for table in palo(events_of_the_project(), "north", EVER).tables] == wanted
    assert [table.id for table in palo([], "north", EVER).tables] == wanted


def test_the_projects_employments_come_out_as_told() -> None:
    """32 employed by coaching, 21 full time and 11 not, half of those who took part; 48 in all, 32 and 16."""
    team = [
        recorded("working_time", from_day="2024-01-01", to_day="2024-12-31", full_time_percent=100, work_hours=1600),
        recorded("employer_work", from_day="2024-01-01", to_day="2024-12-31", employers=117),
    ]
    told = [*employed_of_the_project(), history("fidelity-cycle", "matter", team)]
    report = palo(told, "north", EVER)

    assert figures(report, "coaching") == {"participants": 64, "coaches": 1.0, "employers": 117}
    result = rows(report, "results")
    assert result["persons_employed"] == (32, 48)
    assert result["rate"][0] == 50.0
    assert result["full_time"] == (21, 32)
    assert result["part_or_fixed"] == (11, 16)
    assert result["jobs"] == (32, 48)
    assert result["per_coach"][0] == 32.0
    assert result["company"][0] == 68.8
    # Four jobs in the public sector would show through the rest, so another sector is hidden with them.
    assert HIDDEN in {result[sector][0] for sector in ("third_sector", "public_sector")}


def test_persons_and_jobs_are_counted_apart() -> None:
    """Six people with two jobs each are six persons and twelve jobs, and each job keeps its own kind."""
    told = [
        history(REGION, f"p{number}", [INTO_COACHING, job(DAY), job(DAY + timedelta(90), working_time="part_time")])
        for number in range(6)
    ]
    result = rows(palo(told, "north", EVER), "results")

    assert (result["persons_employed"][0], result["jobs"][0]) == (6, 12)
    assert (result["full_time"][0], result["part_or_fixed"][0]) == (6, 6)


def test_a_sheltered_place_is_no_employment() -> None:
    """A job outside the open market is a fact of the case, and employs nobody in the figures (R149)."""
    told = [history(REGION, f"p{number}", [INTO_COACHING, job(DAY, open_market=False)]) for number in range(6)]
    result = rows(palo(told, "north", EVER), "results")

    assert (result["persons_employed"][0], result["jobs"], result["rate"][0]) == (0, (0, 0), 0.0)


def test_only_the_period_counts_and_a_correction_is_heeded() -> None:
    """Events of other days are left out; what was corrected counts as corrected."""
    told = [
        history(REGION, f"p{number}", [contact("from_18_to_29"), event(()), event((), day=DAY + timedelta(400))])
        for number in range(5)
    ]

    assert figures(palo(told, "north", Period(DAY, DAY)), "age")["total"] == 5
    assert figures(palo(told, "north", Period(DAY + timedelta(1))), "age")["total"] == 5
    assert figures(palo(told, "north", EVER), "age")["total"] == 10


def test_few_clients_are_hidden() -> None:
    """Four people in coaching of whom two found work are shown by no figure."""
    told = [history(REGION, f"p{number}", [INTO_COACHING, job(DAY)]) for number in range(2)]
    report = palo(told, "north", EVER)

    assert figures(report, "coaching")["participants"] is HIDDEN
    assert {cell for cells in rows(report, "results").values() for cell in cells} <= {HIDDEN, 0, None}


def test_a_report_is_read_in_three_languages_and_by_programs() -> None:
    """No code of ours stands in the text, and the data name every figure."""
    report = palo([*events_of_the_project(), *employed_of_the_project()], "north", EVER)

    for language in LANGUAGES:
        text = "\n".join(as_text(report, language))
        assert "report-" not in text
        assert "from_18_to_29" not in text
    data = as_data(report)
    assert (data["report"], data["hidden_below"]) == ("palo", 5)
    assert data["tables"][0]["rows"][0] == {"id": "from_18_to_29", "figures": [100, 20.0]}
