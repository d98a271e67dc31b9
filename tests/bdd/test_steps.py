"""Sentences that few features use: each does what it says, and fails when what it says is not so."""

import pytest

from pathway_engine.bdd.acting import speak
from pathway_engine.bdd.failing import StepFailed
from pathway_engine.bdd.phrases import Phrases
from pathway_engine.bdd.scene import Scene

Rows = tuple[tuple[str, ...], ...]
Line = str | tuple[str, Rows]

USE = 'käytössä on palvelupolku "Kansallinen perusmalli"'
KEYWORDS = {"Oletetaan": "given", "Kun": "when", "Niin": "then"}


def play(*lines: Line) -> Scene:
    """Act out sentences; `Ja` goes on as the sentence before."""
    scene, mode = Scene(), "given"
    speak(scene, Phrases(), USE, mode)
    for line in lines:
        sentence, table = line if isinstance(line, tuple) else (line, ())
        keyword, _, rest = sentence.partition(" ")
        mode = KEYWORDS.get(keyword, mode)
        speak(scene, Phrases(), rest, mode, table)
    return scene


def fails(*lines: Line) -> str:
    """Act out sentences of which the last must fail; give the code of what it says."""
    play(*lines[:-1])
    with pytest.raises(StepFailed) as failed:
        play(*lines)
    return failed.value.what.code.removeprefix("bdd-")


def rows(*cells: str) -> Rows:
    """Make a table of one column with a header."""
    return (("otsikko",), *((cell,) for cell in cells))


PAIRS = (("kohta", "sisältö"),)
PLANNING = 'Oletetaan asiakas on vaiheessa "Suunnitelma ja palvelukokonaisuus"'
ASSESSMENT = 'Oletetaan asiakas on vaiheessa "Palvelutarpeen arviointi"'
SERVICES = 'Oletetaan asiakas on vaiheessa "Palvelut käynnissä"'
PLAN = 'Oletetaan on kirjattu suunnitelma "Asiakassuunnitelma"'


# ── T ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_t3_pending() -> None:
    """The day the matter became pending is that of the opening, and cannot be another afterwards."""
    scene = play("Oletetaan tänään on 2.6.2025", "Ja asia on tullut vireille 1.4.2025", "Niin päivä on 2.6.2025")

    assert scene.case.pending_on.isoformat() == "2025-04-01"
    day = (
        "Oletetaan tänään on 2.6.2025",
        "Ja asia on tullut vireille 1.4.2025",
        'Niin asiakas on vaiheessa "Yhteydenotto"',
    )
    play(*day, "Niin asia on tullut vireille 1.4.2025")
    assert fails(*day, "Niin asia on tullut vireille 2.4.2025") == "pending"


def test_t5_known_of_the_client() -> None:
    """What is known goes into the record it belongs to; an unknown item is told."""
    known = (*PAIRS, ("tavoitteet", "osa-aikatyö"))
    scene = play(PLANNING, ("Oletetaan asiakkaasta tiedetään:", known))

    assert any(held.holds("goals") for held in scene.case.records.values())
    assert fails(("Oletetaan asiakkaasta tiedetään:", (*PAIRS, ("tavoiteet", "x")))) == "unknown-near"


# ── A ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a1_where_a_role_is_played() -> None:
    """Whoever plays a role acts for the organisation that was named, and is bound by it."""
    there = 'Oletetaan "työhönvalmentaja" toimii organisaatiossa "työvoimaviranomainen"'
    scene = play(ASSESSMENT, there, 'Kun "omatyöntekijä" nimeää tehtävään "työhönvalmentaja" henkilön "Valmentaja B"')

    assert scene.case.named["job_coach"].organisation == "employment_authority"
    assert fails('Oletetaan "työhönvalmentaja" toimii organisaatiossa "työvoimaviranomaine"') == "unknown-near"


def test_a3_somebody_names_somebody() -> None:
    """The person holds the role then, and nobody else does."""
    named = (ASSESSMENT, 'Kun "omatyöntekijä" nimeää tehtävään "työhönvalmentaja" henkilön "Valmentaja B"')
    play(*named, 'Niin tehtävään "työhönvalmentaja" on nimetty "Valmentaja B"')

    assert fails(*named, 'Niin tehtävään "työhönvalmentaja" on nimetty "Valmentaja C"') == "held-by"
    assert fails(*named, 'Niin tehtävään "sosiaalityöntekijä" on nimetty "Valmentaja B"') == "held-by"


def test_a4_somebody_acts_for_the_client() -> None:
    """What the client does from then on is done by the representative, and the journal says for whom."""
    scene = play(
        SERVICES,
        'Oletetaan asiakkaan puolesta asioi "edunvalvoja"',
        'Kun asiakas tekee siirtymän "Haluan työhönvalmennukseen"',
    )
    last = next(event for event in reversed(scene.journal) if event.body.type == "moved")

    assert last.actor.role == "client"
    assert last.actor.acting_for
    assert fails('Oletetaan asiakkaan puolesta asioi "edunvalvoj"') == "unknown-near"


def test_a5_a_role_ends() -> None:
    """Nobody holds it any more; a role that nobody holds cannot end."""
    held = (ASSESSMENT, 'Oletetaan tehtävään "omatyöntekijä" on nimetty "Työntekijä 1"')
    scene = play(*held, 'Kun tehtävä "omatyöntekijä" päättyy')

    assert "own_worker" not in scene.case.named
    assert fails(ASSESSMENT, 'Kun tehtävä "työhönvalmentaja" päättyy') == "refused"


# ── K ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_k2_what_was_written_is_compared_in_words_too() -> None:
    """Text is sealed in the case, so the scene keeps what was written; a wrong word fails the sentence."""
    made = (
        PLANNING,
        ('Kun "omatyöntekijä" kirjaa suunnitelman "Asiakassuunnitelma":', (*PAIRS, ("tavoitteet", "työ"))),
    )
    sentence = 'Niin on kirjattu suunnitelma "Asiakassuunnitelma":'
    play(*made, (sentence, (*PAIRS, ("tavoitteet", "työ"))))

    assert fails(*made, (sentence, (*PAIRS, ("tavoitteet", "opinnot")))) == "field"
    assert fails(*made, (sentence, (*PAIRS, ("mittarit", "työ")))) == "field"


def test_k3_what_a_record_lacks() -> None:
    """As a background the item is left out; as an outcome it has to be empty."""
    lacking = (PLANNING, 'Oletetaan kirjauksesta "Asiakassuunnitelma" puuttuu kohta "mittarit"')
    play(*lacking, 'Niin kirjauksesta "Asiakassuunnitelma" puuttuu kohta "mittarit"')

    assert fails(PLANNING, PLAN, 'Niin kirjauksesta "Asiakassuunnitelma" puuttuu kohta "mittarit"') == "field-there"
    assert fails(*lacking, 'Niin kirjauksesta "Asiakassuunnitelma" puuttuu kohta "mitarit"') == "unknown-field"


AGREEMENT = "Työhönvalmennuksen aloittaminen (yhteistyösopimus)"
ENGAGEMENT = 'Oletetaan asiakas on vaiheessa "Palveluun hakeutuminen ja sopiminen asiakkaan kanssa"'
WRITTEN = f'Oletetaan kirjauksesta "{AGREEMENT}" puuttuu kohta "asiakas hyväksyy sopimuksen"'


def test_k4_k5_the_client_accepts_or_not() -> None:
    """What the client says stands in the record, whoever holds the pen."""
    accepted, declined = (
        f'Kun asiakas hyväksyy kirjauksen "{AGREEMENT}"',
        f'Kun asiakas ei hyväksy kirjausta "{AGREEMENT}"',
    )
    yes, no = (
        (f'Niin on kirjattu lomake "{AGREEMENT}":', (*PAIRS, ("asiakas hyväksyy sopimuksen", answer)))
        for answer in ("kyllä", "ei")
    )
    play(ENGAGEMENT, WRITTEN, accepted, yes)
    play(ENGAGEMENT, WRITTEN, declined, no)

    assert fails(ENGAGEMENT, WRITTEN, accepted, no) == "field"
    assert fails(ENGAGEMENT, WRITTEN, declined, yes) == "field"
    assert fails(PLANNING, PLAN, 'Kun asiakas hyväksyy kirjauksen "Tarkistuslista"') == "not-acceptable"


# ── L, S, N ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_l3_the_client_withdraws_a_permit() -> None:
    """A permit that was withdrawn is no basis any more; what was not given cannot be withdrawn."""
    given = (
        SERVICES,
        'Oletetaan asiakas on antanut luvan "Tietojen antaminen" vastaanottajalle "työvoimaviranomainen"',
    )
    scene = play(*given, 'Kun asiakas peruu luvan "Tietojen antaminen"')

    assert scene.case.permits == {}
    assert fails(SERVICES, 'Kun asiakas peruu luvan "Tietojen antaminen"') == "refused"


def test_s5_the_moves_possible_next() -> None:
    """The list is the whole list: one too many and one too few fail as well."""
    start = 'Oletetaan asiakas on vaiheessa "Keskeytynyt"'
    found = _possible(start, "seuraavaksi mahdollisia siirtymiä ovat:")
    play(start, ("Niin seuraavaksi mahdollisia siirtymiä ovat:", rows(*found)))

    assert fails(start, ("Niin seuraavaksi mahdollisia siirtymiä ovat:", rows(*found[1:]))) == "list"
    assert fails(start, ("Niin seuraavaksi mahdollisia siirtymiä ovat:", rows(*found, "Aloita opinnot"))) == "list"


def test_n4_what_the_client_can_do() -> None:
    """Only what the client may do alone counts."""
    start = 'Oletetaan asiakas on vaiheessa "Keskeytynyt"'
    found = _possible(start, "asiakas voi itse:")
    play(start, ("Niin asiakas voi itse:", rows(*found)))

    assert "Jatka tauolta" in found
    assert set(found) < set(_possible(start, "seuraavaksi mahdollisia siirtymiä ovat:"))
    assert fails(start, ("Niin asiakas voi itse:", rows(*found[1:]))) == "list"


def _possible(start: str, sentence: str) -> list[str]:
    """Ask for a wrong list, and read the right one from the failure."""
    with pytest.raises(StepFailed) as failed:
        play(start, (f"Niin {sentence}", rows("Aloita opinnot")))
    return [each for each in str(failed.value.what.param("extra")).split(", ") if each != "–"]


def test_n2_the_client_sees_each_of_these() -> None:
    """Every row has to be on the client's page."""
    seen = ("Sinä päätät itse, mitä kerrot.",)
    start = 'Oletetaan asiakas on vaiheessa "Tuen tarpeen tunnistaminen"'
    play(start, ("Niin asiakas näkee:", (seen, ("Mietimme, tarvitsetko tukea",))))

    assert fails(start, ("Niin asiakas näkee:", (seen, ("Teemme suunnitelman",)))) == "sees"


def test_n3_the_client_does_not_see() -> None:
    """What is on the client's page fails the sentence."""
    start = 'Oletetaan asiakas on vaiheessa "Tuen tarpeen tunnistaminen"'
    play(start, 'Niin asiakas ei näe kohtaa "Teemme suunnitelman"')

    assert fails(start, 'Niin asiakas ei näe kohtaa "Mietimme, tarvitsetko tukea"') == "sees-not"


# ── C ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

COACHING = "Työhönvalmennus"


def test_c1_how_many_clients_somebody_has() -> None:
    """As a background they are brought there; as an outcome they are counted."""
    full = f'Oletetaan henkilöllä "Valmentaja B" on 3 asiakasta palvelussa "{COACHING}"'
    play(full, f'Niin henkilöllä "Valmentaja B" on 3 asiakasta palvelussa "{COACHING}"')

    assert fails(full, f'Niin henkilöllä "Valmentaja B" on 2 asiakasta palvelussa "{COACHING}"') == "caseload"
    assert fails(full, f'Niin henkilöllä "Valmentaja C" on 3 asiakasta palvelussa "{COACHING}"') == "caseload"


def test_c2_a_warning_is_given() -> None:
    """A coach with too many clients brings a warning, and one with few does not."""
    named = ('Kun "omatyöntekijä" nimeää tehtävään "työhönvalmentaja" henkilön "Valmentaja B"',)
    start = 'Ja asiakas on vaiheessa "Nopea työnetsintä avoimilta työmarkkinoilta"'
    full = (f'Oletetaan henkilöllä "Valmentaja B" on 20 asiakasta palvelussa "{COACHING}"', start, *named)
    few = (f'Oletetaan henkilöllä "Valmentaja B" on 2 asiakasta palvelussa "{COACHING}"', start, *named)
    play(*full, 'Niin saadaan varoitus "työhönvalmentaja"')

    assert fails(*few, 'Niin saadaan varoitus "työhönvalmentaja"') == "warned"


def test_c3_c4_the_queue() -> None:
    """Whoever joins stands behind those who joined before."""
    joined = (SERVICES, f'Kun asiakas jää jonoon palveluun "{"Työkokeilu"}"')
    play(*joined, 'Niin asiakas on jonossa palveluun "Työkokeilu" sijalla 1')
    third = (SERVICES, 'Oletetaan asiakas on jonossa palveluun "Työkokeilu" sijalla 3')
    play(*third, 'Niin asiakas on jonossa palveluun "Työkokeilu" sijalla 3')

    assert fails(*third, 'Niin asiakas on jonossa palveluun "Työkokeilu" sijalla 1') == "queue"
    assert fails(SERVICES, 'Niin asiakas on jonossa palveluun "Työkokeilu" sijalla 1') == "queue"
    assert fails(SERVICES, 'Kun asiakas jää jonoon palveluun "Työkokelu"') == "unknown"
