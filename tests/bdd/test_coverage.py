"""Coverage counts what scenarios do, never what only led to their beginning."""

from pathway_engine.bdd.acting import act
from pathway_engine.bdd.coverage import KINDS, Seen, covered
from pathway_engine.bdd.scene import Scene
from pathway_engine.bdd.sentences import matches
from pathway_engine.definition import load

BASE = load("fi-base")


def untouched(*sentences: tuple[str, str]) -> dict[str, set[str]]:
    """Act out sentences, each with its mode; give what they leave untouched."""
    scene, seen = Scene(), Seen()
    scene.take(BASE)
    for mode, sentence in sentences:
        act(scene, matches(sentence, "fi")[0], mode)
    for trigger, decision in scene.refusals:
        seen.refusal(scene.pathway, decision, trigger)
    seen.journal(scene.pathway, scene.journal, scene.background.get(scene.case.id, set()))
    return {each.kind: set(each.untouched) for each in covered(BASE, seen)}


def test_nothing_said_touches_nothing_but_the_first_state() -> None:
    """A case that was only opened stands in its first state."""
    left = untouched()

    assert set(left) == set(KINDS)
    assert set(BASE.states) - left["state"] == {"contact"}
    assert left["move"] >= set(BASE.transitions)


def test_background_leads_without_counting_as_covered() -> None:
    """The moves that lead to the beginning of a scenario are not shown by it; its states are."""
    left = untouched(("given", 'asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"'))

    assert set(BASE.transitions) <= left["move"]
    assert "planning" not in left["state"]


def test_a_move_that_is_made_is_covered() -> None:
    """So are the state it leads to and the time limit it begins."""
    left = untouched(
        ("given", 'asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"'),
        ("when", 'asiakas tekee siirtymän "Lopeta työhönvalmennus"'),
    )

    assert "leave_coaching" not in left["move"]
    assert "after_leaving_coaching" not in left["deadline"]


def test_a_refusal_covers_each_requirement_that_was_unmet() -> None:
    """What a move lacks is what it was refused for."""
    left = untouched(
        ("given", 'asiakas on vaiheessa "Palvelutarpeen arviointi"'),
        ("when", '"omatyöntekijä" yrittää siirtymää "Arviointi on valmis"'),
    )

    assert "complete_assessment: record:needs_assessment" not in left["refusal"]
    assert "complete_assessment: own_view" in left["refusal"]
