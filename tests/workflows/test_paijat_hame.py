"""Päijät-Häme: a media group that leads on, and a work ability team that anybody may ask."""

from datetime import date

from tests.workflows.journey import Journey, planned, setting_out
from tests.workflows.shipped import makers, pathway

COUNTY = "paijat_hame_county"
WORKER, COUNSELLOR, SERVICE = "omatyöntekijä", "sosiaaliohjaaja", "Mediatoiminta"
PLAN = {"client_wish": "haluan tehdä videoita", "content": "ryhmä kerran viikossa", "next_look_on": "2025-09-01"}


def in_the_group() -> Journey:
    """Give a journey in inclusion whose media group has begun."""
    journey = planned("paijat-hame", COUNTY)
    journey.record(WORKER, "Osallisuuden tuen suunnitelma", **PLAN)
    journey.move(WORKER, "Siirry osallisuuden tukeen")
    journey.open("asiakas", SERVICE)
    journey.step("asiakas", SERVICE, "Toiminta alkoi")
    return journey


def test_the_media_group_leads_from_channels_to_videos() -> None:
    """First the channels become known, then videos are made; the client's wish takes each step."""
    journey = in_the_group()
    assert journey.services() == {"media_skills": "under_way"}

    journey.step("asiakas", SERVICE, "Aloita videoiden tekeminen")

    assert journey.services() == {"media_skills": "making_videos"}
    assert journey.track("media_skills").organiser == COUNTY


def test_the_way_to_work_stays_open_beside_the_group() -> None:
    """From the group the client goes to coaching by own word, and the group goes on."""
    journey = in_the_group()

    journey.move("asiakas", "Haluan työhönvalmennukseen")

    assert journey.state == "coaching.engagement"
    assert journey.services() == {"media_skills": "under_way"}


def test_the_group_is_looked_at_together_and_left_at_any_time() -> None:
    """A look together renews its day; leaving asks for a reason of the client's own."""
    journey = in_the_group()
    journey.step("asiakas", SERVICE, "Aloita videoiden tekeminen")
    assert journey.due("media_skills_review") == date(2025, 9, 3)
    journey.desk.go_to(date(2025, 8, 30))
    journey.record(COUNSELLOR, "participation_review", held_on="2025-08-30", present=("client", "sosiaaliohjaaja"))
    journey.step(COUNSELLOR, SERVICE, "Katso tilannetta yhdessä")
    assert journey.due("media_skills_review") == date(2026, 2, 28)
    journey.step("asiakas", SERVICE, "Lopeta toiminta", reason="halusi työhön")

    assert journey.services() == {}


def test_anybody_may_ask_the_work_ability_team() -> None:
    """The client asks alone, at the first contact already, and the path does not move."""
    journey = setting_out("paijat-hame", COUNTY)

    journey.move("asiakas", "Ota yhteyttä työkyvyn tuen tiimiin")

    assert journey.state == "contact"
    assert journey.case.flags == ("team_consulted",)
    assert "recogniser" in makers(pathway("paijat-hame").transitions["ask_work_ability_team"])
