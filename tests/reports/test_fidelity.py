"""The quality of coaching: what is measured, what is suggested, and what the last review says."""

from datetime import date, timedelta

from pathway_engine.reports import Period, as_text
from pathway_engine.reports.fidelity import fidelity
from pathway_engine.reports.histories import History
from pathway_engine.reports.tables import Report
from pathway_engine.text import LANGUAGES, Message
from tests.reports.making import DAY, HIDDEN, figures, history, job, moved, recorded, rows

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
SEARCHING = [
    moved("ask_for_coaching", "services", "coaching.engagement"),
    moved("agree_coaching", "coaching.engagement", "coaching.profiling"),
    moved("complete_profile", "coaching.profiling", "coaching.job_search"),
]


def team(**more: int) -> History:
    """Give the team's own figures: one full-time coach."""
    hours = {"full_time_percent": 100, "work_hours": 1600, "coaching_hours": 1480, "community_hours": 960, **more}
    return history(
        "fidelity-cycle",
        "matter",
        [
            recorded("working_time", from_day="2024-01-01", to_day="2024-12-31", **hours),
            recorded("employer_work", from_day="2024-01-01", to_day="2024-12-31", employers=40, log_review="weekly"),
        ],
    )


def clients(count: int, *, met_after: int = 10, jobs: bool = False) -> list[History]:
    """Give clients who search for work, and met an employer so many days after coaching was agreed."""
    day = DAY + timedelta(met_after)
    told = [
        *SEARCHING,
        recorded("employer_contact", day, contacted_on=day.isoformat(), way="face_to_face", matches_plan=True),
        *([job(day, open_market=True)] if jobs else ()),
    ]
    return [history("fi-base", f"p{number}", told) for number in range(count)]


def reviewed(total: int, *, comparable: bool = True, **points: int) -> History:
    """Give a review of a service."""
    record = recorded(
        "fidelity_review",
        variant="thl_tyokykyohjelma",
        reviewed_on="2024-05-31",
        total=total,
        comparable=comparable,
        **points,
    )
    return history("fidelity-cycle", f"review-{total}", [record])


def criterion(report: Report, name: str) -> tuple[object, object]:
    """Give what was measured of a criterion, and the point it suggests."""
    cells = rows(report, "criteria")[name]
    return cells[1], cells[2]


def test_figures_suggest_points() -> None:
    """Twenty clients for one coach, hours, phases, a rapid search: each by its own band."""
    report = fidelity([team(), *clients(20, jobs=True)], "north", YEAR)

    assert criterion(report, "caseload_size") == (20.0, 5)
    assert criterion(report, "employment_services_staff") == (92.5, 4)
    assert criterion(report, "community_based") == (60.0, 4)
    assert criterion(report, "vocational_generalists") == (3, 3)
    assert criterion(report, "rapid_search") == (10.0, 5)
    assert criterion(report, "individualized_search") == (100.0, 5)
    assert criterion(report, "competitive_jobs") == (100.0, 5)
    assert criterion(report, "employer_contact_frequency") == (0.4, 1)


def test_a_sheltered_place_lowers_the_share_of_competitive_jobs() -> None:
    """Half of the current jobs are outside the open market: the criterion sees all of them."""
    other = [history("fi-base", f"s{number}", [*SEARCHING, job(DAY, open_market=False)]) for number in range(10)]
    report = fidelity([*clients(10, jobs=True), *other], "north", YEAR)

    assert criterion(report, "competitive_jobs") == (50.0, 1)


def test_the_number_of_phases_is_scored() -> None:
    """A service that carries out all five phases has five points, one that carries out three has three."""
    on = [
        moved("engage_employer", "coaching.job_search", "coaching.employer_agreement"),
        moved("start_supported_job", "coaching.employer_agreement", "coaching.job_support", fact=True),
    ]
    whole = [history("fi-base", f"p{number}", [*SEARCHING, *on]) for number in range(5)]

    assert criterion(fidelity(whole, "north", YEAR), "vocational_generalists") == (5, 5)
    assert criterion(fidelity(clients(5), "north", YEAR), "vocational_generalists") == (3, 3)


def test_what_nobody_recorded_is_no_point() -> None:
    """Without data a criterion has neither figure nor point, and says so."""
    report = fidelity([], "north", YEAR)

    assert all(cells[:3] == (None, None, None) for cells in rows(report, "criteria").values())
    assert {cells[3] for cells in rows(report, "criteria").values()} == {Message("report-no-data")}
    assert len(rows(report, "criteria")) == 25


def test_few_clients_are_not_measured_aloud() -> None:
    """Of four clients neither the figure nor the point it would suggest is shown."""
    report = fidelity([team(), *clients(4)], "north", YEAR)

    assert criterion(report, "caseload_size") == (HIDDEN, HIDDEN)
    assert criterion(report, "rapid_search") == (HIDDEN, HIDDEN)
    assert criterion(report, "vocational_generalists") == (HIDDEN, HIDDEN)


def test_whoever_has_met_no_employer_yet_is_not_dropped() -> None:
    """The mean speaks of those who met one; the others are told beside it."""
    waiting = [history("fi-base", f"w{number}", SEARCHING) for number in range(6)]
    report = fidelity([*clients(6), *waiting], "north", YEAR)

    assert criterion(report, "rapid_search")[0] == 10.0
    assert figures(report, "evidence")["no_contact_yet"] == 6


def test_the_last_review_says_when_to_look_again() -> None:
    """Ninety-nine points are looked at again in half a year, a hundred in a year; only a hundred may be claimed."""
    fair, good = (figures(fidelity([reviewed(total)], "north", YEAR), "review") for total in (99, 100))

    assert (fair["band"], fair["claim"]) == (Message("report-band-fair"), Message("report-no"))
    assert (good["band"], good["claim"]) == (Message("report-band-good"), Message("report-yes"))
    days = [cell.param("day") for each in (fair, good) if isinstance(cell := each["next_review"], Message)]
    assert days == [date(2024, 11, 30), date(2025, 5, 31)]


def test_a_total_with_a_gap_claims_nothing() -> None:
    """A total in which a criterion was not scored is not comparable, however high."""
    report = fidelity([reviewed(110, comparable=False, rapid_search=4)], "north", YEAR)

    assert figures(report, "review")["claim"] == Message("report-no")
    assert rows(report, "criteria")["rapid_search"][0] == 4


def test_clients_by_phase_are_weighted_for_staffing() -> None:
    """The further the phase, the more a coach must know; the weight is the phase's number."""
    report = fidelity(clients(6), "north", YEAR)

    assert rows(report, "staffing")["phase_3"] == (6, 3, 18)
    assert rows(report, "staffing")["phase_5"] == (0, 5, 0)


def test_support_is_counted_by_whom_it_was_for() -> None:
    """Contacts tell whether client, employer or work community was supported, and whether career was talked of."""
    contact = recorded(
        "client_contact",
        contacted_on=DAY.isoformat(),
        way="phone",
        supported=("client", "work_community"),
        career_talk=True,
    )
    report = fidelity([history("fi-base", f"p{n}", [*SEARCHING, contact]) for n in range(5)], "north", YEAR)

    found = figures(report, "evidence")
    assert [found[f"supported_{who}"] for who in ("client", "employer", "work_community")] == [5, 0, 5]
    assert found["career_talks"] == 5


def test_the_report_is_read_in_three_languages() -> None:
    """Criteria, units and notes are words in each language."""
    report = fidelity([team(), *clients(20), reviewed(104)], "north", YEAR)

    for language in LANGUAGES:
        text = "\n".join(as_text(report, language))
        assert "report-" not in text
        assert "fidelity_review" not in text
