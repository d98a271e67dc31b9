"""The source's lists, forms and plans are whole, in order and in their own words."""

import pytest

from pathway_engine.definition.demands import (
    AnyOf,
    RecordRequirement,
    Where,
)
from tests.workflows.shipped import pathway

SIGNS = (
    "peruskoulu suoritettu mukautetusti",
    "poikkeava koulutushistoria",
    "kognitiiviset haasteet",
    "oppimisvaikeudet",
    "autismin kirjon diagnoosi",
    "terveydelliset ongelmat",
    "mielenterveyden haasteet",
    "toistuvat kuntoutusjaksot",
    "sosiaalisen toimintakyvyn ongelmat",
    "puutteellinen kielitaito",
    "poikkeava työhistoria",
    "pitkittynyt työttömyys",
    "vähäinen työkokemus",
    "taloudelliset vaikeudet",
    "asumisen haasteet",
)
LISTS: dict[str, tuple[str, ...]] = {
    "recognition_signs": SIGNS,
    # Named in the nominative: the source has them inside sentences.
    "recognition_places": (
        "kasvupalvelut (työllisyyspalvelut)",
        "aikuissosiaalityö",
        "terveydenhuolto (myös opiskeluterveydenhuolto)",
        "vammaispalvelut",
        "oppilaitokset",
        "työllistymistä edistävä monialainen yhteispalvelu",
        "nuorten Ohjaamot",
    ),
    "focus_areas": (
        "omat tavoitteet, ammattitaito ja osaaminen",
        "käytössä oleva työkyky",
        "hoidon ja kuntoutuksen tarve",
        "mahdollinen erityisen tuen tarve",
    ),
    "network_members": (
        "kasvupalvelut (työllisyyspalvelut)",
        "perusterveydenhuolto ja erikoissairaanhoito",
        "mielenterveys- ja päihdepalvelut",
        "sosiaalitoimi (aikuissosiaalityö, vammaispalvelut)",
        "Kela",
        "oppilaitokset",
        "työllistymistä edistävä monialainen yhteispalvelu",
        "Ohjaamo",
        "työnantajat",
        "palveluntuottajat",
        "järjestöt",
    ),
    "coordinator_kinds": (
        "työkykykoordinaattori",
        "sosiaalityöntekijä tai -ohjaaja",
        "palveluohjaaja",
        "kuntoutusohjaaja",
        "työhönvalmentaja",
    ),
    "plan_kinds": (
        "asiakassuunnitelma",
        "työllistymissuunnitelma",
        "aktivointisuunnitelma",
        "monialainen työllistymissuunnitelma",
    ),
    "participation_kinds": (
        "sosiaalipalvelut kuten sosiaalityö ja -ohjaus, sosiaalinen kuntoutus, työtoiminta ja päivätoiminta",
        "matalan kynnyksen kohtaamispaikat ja toiminta",
        "vapaaehtoistoiminta, vertaistuki ja kokemusasiantuntijuus",
    ),
    "employer_topics": (
        "työkokeilu",
        "palkkatuki",
        "työolosuhteiden järjestelyt, henkilökohtaisen työhönvalmentajan rooli ja muu tuki työnantajalle",
        "työntekijän osaamiset",
        "julkisten hankintojen avulla työllistäminen",
    ),
    "procurement_groups": (
        "osatyökykyiset",
        "nuoret",
        "maahanmuuttajat",
        "pitkään työttömänä olleet",
        "vammaiset henkilöt",
    ),
    "peer_tasks": (
        "asiakirjojen täyttäminen ja toimittaminen",
        "asiointi virastoissa tai muualla",
        "työmatkojen opettelu",
        "työtehtävien opettelu",
        "työyhteisöön liittyminen",
        "verkostotapaamiset",
        "muu apu",
    ),
}


@pytest.mark.parametrize("catalogue", LISTS)
def test_a_list_of_the_source_has_its_items_in_order(catalogue: str) -> None:
    """The source's lists are whole, in their order and in their own words."""
    items = pathway("fi-base").catalogues[catalogue].items

    assert tuple(item.fi for item in items.values()) == LISTS[catalogue]


def test_the_lists_have_the_sources_numbers() -> None:
    """Fifteen signs, seven places, four focus areas, eleven members, five kinds of coordinator."""
    sizes = [len(pathway("fi-base").catalogues[key].items) for key in list(LISTS)[:5]]

    assert sizes == [15, 7, 4, 11, 5]


def test_the_five_kinds_of_coordinator_may_coordinate() -> None:
    """Whoever belongs to one of the five kinds may act as the coordinator."""
    held_by = pathway("fi-base").roles["coordinator"].held_by

    assert held_by[:6] == (
        "work_ability_coordinator",
        "social_worker",
        "social_counsellor",
        "service_counsellor",
        "rehabilitation_counsellor",
        "job_coach",
    )


FORMS = (
    "referral",
    "cooperation_agreement",
    "vocational_profile",
    "employer_contact",
    "job_start",
    "job_end",
    "after_coaching",
)


def test_the_seven_forms_and_three_plans_of_coaching_exist() -> None:
    """Client work has its seven forms and its three plans."""
    records = pathway("fi-base").records

    assert {records[key].kind for key in FORMS} == {"form"}
    assert {records[key].kind for key in ("job_search_plan", "support_plan", "study_plan")} == {"plan"}


def test_each_client_plan_has_what_makes_a_good_plan() -> None:
    """Each of the four kinds of plan asks for goals, indicators, follow-up and who answers."""
    base = pathway("fi-base")

    for kind in base.catalogues["plan_kinds"].items:
        fields = base.records[kind].fields
        required = {key for key, field in fields.items() if field.required}
        # An activation plan has its day besides: what the law asks after two years is counted from it.
        dated = {"made_on"} if kind == "activation_plan" else set()
        assert required == {"goals", "indicators", "review_on", "responsible"} | dated, kind


def test_every_focus_area_may_be_left_undiscussed() -> None:
    """For each focus area the assessment asks for content, or for the client's wish to leave it."""
    base = pathway("fi-base")
    asked = base.transitions["complete_assessment"].requires

    for area in base.catalogues["focus_areas"].items:
        found = next(each for each in asked if each.id == f"area_{area}")
        assert isinstance(found, AnyOf)
        wheres = [each.where for each in found.any if isinstance(each, RecordRequirement)]
        assert wheres == [Where(present=(area,)), Where(contains={"not_discussed": area})]


def test_a_plan_without_indicators_says_who_can_supply_them() -> None:
    """Indicators come from the client or the own worker, the responsible party from the latter."""
    fields = pathway("fi-base").records["client_plan"].fields

    assert fields["indicators"].by == ("client", "own_worker")
    assert fields["responsible"].by == ("own_worker",)
