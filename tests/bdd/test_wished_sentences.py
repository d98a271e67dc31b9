"""Sentences that writers of features asked for: each passes when it is so, and fails when it is not."""

from pathlib import Path

import pytest

from pathway_engine.bdd.acting import speak
from pathway_engine.bdd.failing import StepFailed
from pathway_engine.bdd.lint import findings_of
from pathway_engine.bdd.listing import sentences
from pathway_engine.bdd.phrases import Phrases
from pathway_engine.bdd.scene import Scene
from pathway_engine.text import LANGUAGES, render

Line = str | tuple[str, tuple[tuple[str, ...], ...]]

BASE = 'Oletetaan käytössä on palvelupolku "Kansallinen perusmalli"'
KEYWORDS = {"Oletetaan": "given", "Kun": "when", "Niin": "then"}


def play(*lines: Line, language: str = "fi") -> Scene:
    """Act out sentences, the keyword in Finnish whatever the language; `Ja` goes on as the sentence before."""
    scene, mode = Scene(language=language), "given"
    for line in lines:
        sentence, table = line if isinstance(line, tuple) else (line, ())
        keyword, _, rest = sentence.partition(" ")
        mode = KEYWORDS.get(keyword, mode)
        speak(scene, Phrases(), rest, mode, table)
    return scene


def fails(*lines: Line, language: str = "fi") -> str:
    """Act out sentences of which the last alone must fail; give the code of what it says, which can be written."""
    play(*lines[:-1], language=language)
    with pytest.raises(StepFailed) as failed:
        play(*lines, language=language)
    assert all("{" not in render(failed.value.what, each) for each in LANGUAGES)
    return failed.value.what.code.removeprefix("bdd-")


def in_three(words: tuple[str, str, str], wrong: tuple[str, str, str], *background: Line) -> set[str]:
    """Hold a sentence that is so in each language, and one that is not; give what the second fails with."""
    codes = set()
    for language, so, not_so in zip(LANGUAGES, words, wrong, strict=True):
        play(*background, f"Niin {so}", language=language)
        codes.add(fails(*background, f"Niin {not_so}", language=language))
    return codes


# ── responsibility ─────────────────────────────────────────────────────────────────────────────────────────────────

PLANNING = 'Oletetaan asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"'
JOB_SEARCH = 'Oletetaan asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"'


def test_r4_who_answers_for_the_state() -> None:
    """The role that the definition makes responsible for the state, and no other."""
    so = (
        'vaiheesta vastaa "työhönvalmentaja"',
        'ansvarar "arbetstränare" för skedet',
        'the "job coach" is responsible for the state',
    )
    wrong = (
        'vaiheesta vastaa "omatyöntekijä"',
        'ansvarar "egen kontaktperson" för skedet',
        'the "own worker" is responsible for the state',
    )

    assert in_three(so, wrong, BASE, JOB_SEARCH) == {"responsible"}
    assert fails(BASE, JOB_SEARCH, 'Niin vaiheesta vastaa "työhönvalmentajaa"') == "unknown-near"
    assert fails(BASE, 'Oletetaan asiakas on vaiheessa "Päättynyt"', 'Niin vaiheesta vastaa "asiakas"') == "responsible"


def test_r4_of_one_client_of_several() -> None:
    """Each client has somebody of their own who answers."""
    two = (
        BASE,
        'Oletetaan asiakas "A" on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"',
        'Ja asiakas "B" on vaiheessa "Suunnitelma ja palvelukokonaisuus"',
    )
    play(*two, 'Niin asiakkaan "A" asioista vastaa "työhönvalmentaja"')

    assert fails(*two, 'Niin asiakkaan "B" asioista vastaa "työhönvalmentaja"') == "responsible"


@pytest.mark.parametrize(
    ("day", "who", "not_yet"),
    [("15.12.2022", "kunnan työntekijä", "sosiaaliohjaaja"), ("2.1.2023", "sosiaaliohjaaja", "kunnan työntekijä")],
)
def test_r5_who_answers_for_a_service_on_a_day(day: str, who: str, not_yet: str) -> None:
    """A rule that is dated names another role from the day on which it changes."""
    work = (
        'Oletetaan käytössä on palvelupolku "Siun sote"',
        f"Ja tänään on {day}",
        'Ja on kirjattu suunnitelma "Aktivointisuunnitelma"',
        'Ja asiakkaalla on käynnissä palvelu "Kuntouttava työtoiminta"',
        'Kun asiakas tekee palvelussa "Kuntouttava työtoiminta" siirtymän "Aloita paikan etsintä"',
    )
    play(*work, f'Niin palvelun "Kuntouttava työtoiminta" vaiheesta vastaa "{who}"')

    assert fails(*work, f'Niin palvelun "Kuntouttava työtoiminta" vaiheesta vastaa "{not_yet}"') == "responsible"


TRIAL = (BASE, 'Oletetaan asiakkaalla on käynnissä palvelu "Työkokeilu"')


def test_r5_in_three_languages() -> None:
    """A service that is not open has nobody who answers for it."""
    found = play(*TRIAL).responsible(play(*TRIAL).track("Työkokeilu"))
    fi, sv, en = (play(*TRIAL).labels.label("role", found, each) for each in LANGUAGES)
    so = (
        f'palvelun "Työkokeilu" vaiheesta vastaa "{fi}"',
        f'för skedet i tjänsten "Arbetsprövning" ansvarar "{sv}"',
        f'the "{en}" is responsible for the state of the service "Work trial"',
    )
    wrong = (
        'palvelun "Työkokeilu" vaiheesta vastaa "Kelan asiantuntija"',
        'för skedet i tjänsten "Arbetsprövning" ansvarar "FPA:s sakkunnig"',
        'the "Kela expert" is responsible for the state of the service "Work trial"',
    )

    assert in_three(so, wrong, *TRIAL) == {"responsible"}
    assert fails(BASE, PLANNING, f"Niin {so[0]}") == "service-not-open"


# ── a region's matter ──────────────────────────────────────────────────────────────────────────────────────────────

MATTER = 'Oletetaan käytössä on palvelupolku "Konsensussopimus"'


def test_t6_a_matter_of_the_region() -> None:
    """A matter without a client is in a state as a client's case is, and is led there as a background."""
    so = (
        'asia on vaiheessa "Sisällön työstäminen"',
        'är ärendet i skedet "Innehållet bearbetas"',
        'the matter is in the state "contents"',
    )
    wrong = ('asia on vaiheessa "Voimassa"', 'är ärendet i skedet "in_force"', 'the matter is in the state "in_force"')

    assert in_three(so, wrong, MATTER, 'Oletetaan asia on vaiheessa "Sisällön työstäminen"') == {"state"}


def test_a_role_is_held_in_a_matter_of_the_region() -> None:
    """Whoever answers for the state puts a region's matter in order; a client is not looked for."""
    lead = (MATTER, 'Oletetaan tehtävään "sopimuksen vetäjä" on nimetty "Vetäjä 1"')
    play(*lead, 'Niin tehtävään "sopimuksen vetäjä" on nimetty "Vetäjä 1"')
    scene = play(*lead, 'Ja asia on vaiheessa "Allekirjoitettavana"', 'Kun tehtävä "sopimuksen vetäjä" päättyy')

    assert scene.case.named == {}
    assert fails(MATTER, 'Kun asiakas kirjaa tapaamisen "Konsensuksen rakentajat"') == "no-client"


# ── tasks ──────────────────────────────────────────────────────────────────────────────────────────────────────────

STARTED = (BASE, JOB_SEARCH, 'Kun "työhönvalmentaja" tekee siirtymän "Työsuhde alkoi tuettuna"')


def test_w1_a_task_remains() -> None:
    """What a fact lacked is left to be done, by the name of what is to be recorded; done, it is gone."""
    scene = play(*STARTED)
    fi, sv, en = (scene.labels.label("record", "job_start", each) for each in LANGUAGES)
    so = (f'tehtäväksi jää "{fi}"', f'kvarstår som uppgift "{sv}"', f'the task "{en}" remains')
    wrong = (
        'tehtäväksi jää "Asiakassuunnitelma"',
        'som uppgift kvarstår "Klientplan"',
        'the task "client_plan" remains',
    )

    assert in_three(so, wrong, *STARTED) == {"task"}
    assert fails(*STARTED, f'Ja "työhönvalmentaja" kirjaa lomakkeen "{fi}"', f"Niin {so[0]}") == "task"


def test_w2_no_task_remains() -> None:
    """Of a case without a fact nothing is left to do; a fact that lacked something leaves a task."""
    words = ("tehtäväksi ei jää mitään", "kvarstår ingen uppgift", "no task remains")
    for language, sentence in zip(LANGUAGES, words, strict=True):
        play(BASE, JOB_SEARCH, f"Niin {sentence}", language=language)

        assert fails(*STARTED, f"Niin {sentence}", language=language) == "tasks-left"


def test_w3_a_task_is_somebodys() -> None:
    """A task has an owner, and another role is not it."""
    scene = play(*STARTED)
    owner = next(iter(scene.case.tasks.values())).owner
    form = scene.label("record", "job_start")
    fi, sv, en = (scene.labels.label("role", owner, each) for each in LANGUAGES)
    so = (
        f'toimijalle "{fi}" jää tehtäväksi "{form}"',
        f'kvarstår för aktören "{sv}" uppgiften "{form}"',
        f'the task "{form}" remains for the "{en}"',
    )
    wrong = (
        f'toimijalle "Kelan asiantuntija" jää tehtäväksi "{form}"',
        f'för aktören "FPA:s sakkunnig" kvarstår uppgiften "{form}"',
        f'the task "{form}" remains for the "Kela expert"',
    )

    assert in_three(so, wrong, *STARTED) == {"task-of"}


def test_w4_a_task_does_not_remain() -> None:
    """What was supplied before the fact is no task after it; a name that nothing has is told."""
    so = (
        'tehtäväksi ei jää "Asiakassuunnitelma"',
        'kvarstår uppgiften "client_plan" inte',
        'the task "client_plan" does not remain',
    )
    wrong = (
        'tehtäväksi ei jää "job_start"',
        'kvarstår uppgiften "job_start" inte',
        'the task "job_start" does not remain',
    )

    assert in_three(so, wrong, *STARTED) == {"tasks-left"}
    assert fails(*STARTED, 'Niin tehtäväksi ei jää "Asiakassuunitelma"') == "unknown-near"


# ── marks, and what is over ────────────────────────────────────────────────────────────────────────────────────────


def test_f1_f2_a_mark() -> None:
    """A mark that a move has raised is set; one that nothing raised is not."""
    up = (
        'merkintä "asiakas on muuttanut" on voimassa',
        'gäller markeringen "klienten har flyttat"',
        'the mark "client has moved away" is set',
    )
    down = (
        'merkintä "asiakas on muuttanut" ei ole voimassa',
        'gäller markeringen "klienten har flyttat" inte',
        'the mark "client has moved away" is not set',
    )
    moved = (BASE, JOB_SEARCH, 'Kun asiakas tekee siirtymän "Asiakas on muuttanut"')

    assert in_three(up, down, *moved) == {"flag-up"}
    assert in_three(down, up, BASE, JOB_SEARCH) == {"flag-down"}
    assert fails(*moved, 'Niin merkintä "asiakas on muuttanu" on voimassa') == "unknown-near"


def test_f1_as_a_background_is_raised_by_a_move() -> None:
    """The mark is never set by hand: somebody makes the move that raises it, as background."""
    scene = play(BASE, JOB_SEARCH, 'Oletetaan merkintä "asiakas on muuttanut" on voimassa')

    assert "moved_away" in scene.case.flags
    assert any(event.body.type == "acted" for event in scene.journal)


def test_p9_a_service_is_over() -> None:
    """It was opened and has ended; one that runs is not over, and one that never began is not either."""
    so = ('palvelu "Työkokeilu" on päättynyt', 'har tjänsten "Arbetsprövning" avslutats')
    so3 = (*so, 'the service "Work trial" is over')
    for language, sentence in zip(LANGUAGES, so3, strict=True):
        ended = 'Kun "omatyöntekijä" lopettaa palvelun "Työkokeilu" syystä "own_wish"'
        play(*TRIAL, ended, f"Niin {sentence}", language=language)

        assert fails(*TRIAL, f"Niin {sentence}", language=language) == "service-open"
        assert fails(BASE, PLANNING, f"Niin {sentence}", language=language) == "service-never-open"


def test_p9_as_a_background_ends_the_service() -> None:
    """The service is opened and led to its end, as background; what follows may say that it is over."""
    over = (BASE, 'Oletetaan palvelu "Työkokeilu" on päättynyt')
    scene = play(*over, 'Niin palvelu "Työkokeilu" on päättynyt')

    assert {event.seq for event in scene.journal} == scene.background[scene.id]
    assert fails(*over, 'Niin asiakkaalla on käynnissä palvelu "Työkokeilu"') == "service-not-open"


# ── time limits ────────────────────────────────────────────────────────────────────────────────────────────────────

PROPOSED = (
    BASE,
    "Oletetaan tänään on 2.6.2025",
    'Ja asiakas on vaiheessa "Palvelut käynnissä"',
    'Kun asiakas ehdottaa siirtymää "Haluan työhönvalmennukseen" saattaen vaihtona vastaanottajalle "kunta"',
)
ACCEPTANCE = ("Saattaen vaihdon hyväksyminen", "Godkännande av överföringen", "Acceptance of the handover")
fi_, sv_, en_ = ACCEPTANCE


def test_d3_the_day_by_which_a_receiver_accepts() -> None:
    """Every warm handover has its own time limit, by the name that the events give it."""
    so = (
        f'määräaika "{fi_}" päättyy 16.6.2025',
        f'går tidsfristen "{sv_}" ut 16.6.2025',
        f'the deadline "{en_}" ends on 2025-06-16',
    )
    wrong = (
        f'määräaika "{fi_}" päättyy 17.6.2025',
        f'går tidsfristen "{sv_}" ut 17.6.2025',
        f'the deadline "{en_}" ends on 2025-06-17',
    )

    assert in_three(so, wrong, *PROPOSED) == {"deadline"}


def test_d4_d5_a_silent_receiver_is_told_on() -> None:
    """When nobody answers in time the receiver and the coordinator are told, nobody else, and not before."""
    late = (*PROPOSED, "Ja kuluu 3 viikkoa")
    play(*late, f'Niin määräaika "{fi_}" on ylittynyt')
    play(*late, f'Niin toimija "koordinaattori" saa tiedon määräajasta "{fi_}"')

    assert fails(*PROPOSED, f'Niin määräaika "{fi_}" on ylittynyt') == "deadline-not-passed"
    assert fails(*PROPOSED, f'Niin toimija "koordinaattori" saa tiedon määräajasta "{fi_}"') == "told"
    assert fails(*late, f'Niin toimija "Kelan asiantuntija" saa tiedon määräajasta "{fi_}"') == "told"


def test_d6_a_time_limit_that_does_not_run() -> None:
    """Never set, or met: it is not running; set, it is, and one that was missed is still open."""
    so = (
        f'määräaika "{fi_}" ei ole käynnissä',
        f'löper tidsfristen "{sv_}" inte',
        f'the deadline "{en_}" is not running',
    )
    for language, sentence in zip(LANGUAGES, so, strict=True):
        play(*PROPOSED[:-1], f"Niin {sentence}", language=language)

        assert fails(*PROPOSED, f"Niin {sentence}", language=language) == "deadline-runs"
    play(*PROPOSED, 'Ja vastaanottaja "kunta" hyväksyy saattaen vaihdon', f"Niin {so[0]}")

    assert fails(*PROPOSED, "Ja kuluu 3 viikkoa", f"Niin {so[0]}") == "deadline-runs"
    assert fails(*PROPOSED, 'Niin määräaika "Hyväksyntä" ei ole käynnissä').startswith("unknown")


# ── what is tried ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_k7_a_record_that_is_not_accepted() -> None:
    """The record is tried; that it was refused, why, and that nothing changed can be said."""
    tries = (
        BASE,
        PLANNING,
        (
            'Kun "omatyöntekijä" yrittää kirjata suunnitelman "Asiakassuunnitelma":',
            (("kohta", "sisältö"), ("seuranta", "ylihuomenna")),
        ),
    )
    for language, sentence in zip(LANGUAGES, ("se ei onnistu", "lyckas det inte", "it is refused"), strict=True):
        play(*tries, f"Niin {sentence}", "Ja mikään ei ole muuttunut", language=language)
    may = (BASE, PLANNING, 'Kun "omatyöntekijä" yrittää kirjata suunnitelman "Asiakassuunnitelma"')

    assert fails(*may, "Niin se ei onnistu") == "was-accepted"
    assert fails(*may[:-1], "Niin se ei onnistu") == "nothing-tried"


def test_p10_p11_a_move_of_a_service_is_tried() -> None:
    """A move of a service is tried in that service, with a reason or without one."""
    work = ('Oletetaan käytössä on palvelupolku "Siun sote"', "Ja tänään on 2.6.2025")
    opened = (*work, 'Ja asiakkaalla on käynnissä palvelu "Kuntouttava työtoiminta"')
    tries = 'Kun "sosiaaliohjaaja" yrittää palvelussa "Kuntouttava työtoiminta" siirtymää "Sovi työtoiminnasta"'
    play(*opened, tries, "Niin se ei onnistu", "Ja mikään ei ole muuttunut")
    found = 'Kun "sosiaaliohjaaja" yrittää palvelussa "Kuntouttava työtoiminta" siirtymää "Paikka löytyi"'

    assert fails(*opened, found, "Niin se ei onnistu") == "was-accepted"
    assert fails(*work, found) == "service-not-open"
    assert fails(*opened, tries.replace("Sovi", "Soviva")).startswith("unknown")


# ── a handover with a reason ───────────────────────────────────────────────────────────────────────────────────────


def test_v10_a_handover_with_a_reason() -> None:
    """Where the move asks for a reason, a handover without one is refused, and with one it waits for the receiver."""
    at_work = (BASE, 'Oletetaan asiakas on vaiheessa "Työssä, seuranta"')
    words = (
        (
            'asiakas ehdottaa siirtymää "Lisää tukea" syystä "työtehtävät muuttuvat" saattaen vaihtona '
            'vastaanottajalle "kunta"'
        ),
        (
            'klienten föreslår övergången "Öka stödet" av orsaken "arbetsuppgifterna ändras" som ledsagad överföring '
            'till mottagaren "kommun"'
        ),
        (
            'the client proposes the move "Add support" for the reason "tasks change" as a warm handover '
            'to the recipient "municipality"'
        ),
    )
    for language, sentence in zip(LANGUAGES, words, strict=True):
        proposed = play(*at_work, f"Kun {sentence}", language=language)
        assert [each.receiver for each in proposed.case.handovers.values()] == ["municipality"]

    bare = 'Kun asiakas ehdottaa siirtymää "Lisää tukea" saattaen vaihtona vastaanottajalle "kunta"'
    assert fails(*at_work, bare) == "refused"
    assert fails(*at_work, f"Kun {words[0].replace('muuttuvat', 'muuttuu')}") == "no-option"


# ── a service as a background ──────────────────────────────────────────────────────────────────────────────────────


def test_p5_as_a_background_leads_the_service_there() -> None:
    """The service is opened and led on by lawful steps, all of them background; nothing is set by hand."""
    there = (BASE, "Oletetaan tänään on 2.6.2025", 'Ja palvelu "Kuntouttava työtoiminta" on vaiheessa "Käynnissä"')
    scene = play(*there, 'Niin palvelu "Kuntouttava työtoiminta" on vaiheessa "Käynnissä"')
    moves = [event for event in scene.journal if event.body.type == "service_moved"]

    assert len(moves) >= 3
    assert {event.seq for event in moves} <= scene.background[scene.id]
    assert {"rehabilitative_work_agreement", "work_activity_decision"} <= scene.case.records.keys()
    assert fails(*there, 'Niin palvelu "Kuntouttava työtoiminta" on vaiheessa "Paikan etsintä"') == "state"
    assert fails(BASE, 'Oletetaan palvelu "Kuntouttava työtoiminta" on vaiheessa "Käynnis"').startswith("unknown")


# ── faults that were found ─────────────────────────────────────────────────────────────────────────────────────────


def test_clients_in_two_services_are_different_clients() -> None:
    """A second caseload of the same person takes none of the clients of the first."""
    both = (
        'Oletetaan käytössä on palvelupolku "Keski-Pohjanmaa"',
        'Ja henkilöllä "Valmentaja A" on 3 asiakasta palvelussa "Työhönvalmennus"',
        'Ja henkilöllä "Valmentaja A" on 2 asiakasta palvelussa "Kevyt työhönvalmennus"',
    )
    play(*both, 'Niin henkilöllä "Valmentaja A" on 3 asiakasta palvelussa "Työhönvalmennus"')
    play(*both, 'Niin henkilöllä "Valmentaja A" on 2 asiakasta palvelussa "Kevyt työhönvalmennus"')

    assert fails(*both, 'Niin henkilöllä "Valmentaja A" on 2 asiakasta palvelussa "Työhönvalmennus"') == "caseload"


@pytest.mark.parametrize(
    "name", ["Asiakkaita työhönvalmentajaa kohti", "Klienter per arbetstränare", "Clients per job coach"]
)
def test_a_limit_of_clients_is_named_by_its_title(name: str) -> None:
    """A warning that somebody has many clients is called by the limit's own name too, in any language."""
    named = 'Kun "omatyöntekijä" nimeää tehtävään "työhönvalmentaja" henkilön "Valmentaja B"'
    many, few = (
        (
            BASE,
            f'Oletetaan henkilöllä "Valmentaja B" on {count} asiakasta palvelussa "Työhönvalmennus"',
            JOB_SEARCH,
            named,
        )
        for count in (20, 2)
    )
    play(*many, f'Niin saadaan varoitus "{name}"')

    assert fails(*few, f'Niin saadaan varoitus "{name}"') == "warned"


def test_the_day_may_be_said_before_the_pathway() -> None:
    """A background may say the day while the scenario says which pathway is in use."""
    play("Oletetaan tänään on 2.6.2025", BASE, "Niin päivä on 2.6.2025", 'Ja asiakas on vaiheessa "Yhteydenotto"')

    assert fails("Oletetaan tänään on 2.6.2025", 'Niin asiakas on vaiheessa "Yhteydenotto"') == "no-pathway-said"


# ── the list and the lint ──────────────────────────────────────────────────────────────────────────────────────────

NEW = ("T6", "K7", "V10", "P9", "P10", "P11", "D6", "W1", "W2", "W3", "W4", "F1", "F2", "E6", "R4", "R5")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_an_example_of_each(language: str) -> None:
    """`pathway features steps` shows them with the labels of the national model."""
    found = {each.id: each for each in sentences(language)}

    assert set(NEW) <= found.keys()
    assert all("{" not in found[each].example and "<" not in found[each].example for each in NEW)


FEATURE = """\
# language: fi
Ominaisuus: Nimet

  Tapaus: Nimet
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"
    Ja asiakas on vaiheessa "Palvelut käynnissä"
"""


def _lint(folder: Path, sentence: str) -> list[str]:
    found = findings_of(f"{FEATURE}    Niin {sentence}\n", "a.feature", folder=folder)
    return [each.code for each in found]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('vaiheesta vastaa "omatyöntekijä"', 'vaiheesta vastaa "omatyöntekij"'),
        ('palvelun "Työkokeilu" vaiheesta vastaa "asiakas"', 'palvelun "Työkokelu" vaiheesta vastaa "asiakas"'),
        ('tehtäväksi jää "Asiakassuunnitelma"', 'tehtäväksi jää "Asiakasuunnitelma"'),
        ('tehtäväksi jää "syy"', 'tehtäväksi jää "sy"'),
        ('merkintä "asiakas on muuttanut" on voimassa', 'merkintä "asiakas on muuttanu" on voimassa'),
        ('palvelu "Työkokeilu" on päättynyt', 'palvelu "Työkokelu" on päättynyt'),
        (f'määräaika "{fi_}" on ylittynyt', 'määräaika "Saattaen vaihdon hyväksymine" on ylittynyt'),
        ('asia on vaiheessa "Yhteydenotto"', 'asia on vaiheessa "Yhteydenoto"'),
        (
            'asiakas on jonossa palveluun "Haluan työhönvalmennukseen" sijalla 1',
            'asiakas on jonossa palveluun "Haluan työhönvalmennuksee" sijalla 1',
        ),
    ],
)
def test_lint_knows_the_names(tmp_path: Path, right: str, wrong: str) -> None:
    """A name that is there is passed over, and one with a letter missing is found before anything runs."""
    assert _lint(tmp_path, right) == []
    assert {each.removesuffix("-only") for each in _lint(tmp_path, wrong)} == {"name"}
