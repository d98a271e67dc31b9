"""Pictures: every region and service in three languages, the same each time, and nothing in them but the picture."""

import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from click.testing import CliRunner

from pathway_engine.cli import main
from pathway_engine.definition.labels import Labels
from pathway_engine.diagrams import as_png, picture
from pathway_engine.errors import MissingExtra
from pathway_engine.machine import compile_pathway
from pathway_engine.testing import varied
from pathway_engine.text import LANGUAGES, Text
from tests.workflows.shipped import MATTERS, NAMES, pathway

SVG = "{http://www.w3.org/2000/svg}"


def words(svg: str) -> str:
    """Give all the text of a picture, as it reads."""
    # The source is our own, and the drawing has neither entities nor a document type.
    root = ET.fromstring(svg)  # noqa: S314
    return " ".join(" ".join(each.text or "" for each in root.iter(f"{SVG}text")).split())


@pytest.mark.parametrize("name", [*NAMES, *MATTERS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_move_is_in_the_picture(name: str, language: str) -> None:
    """The whole label of every state and every move stands in it, in the reader's language."""
    of = pathway(name)
    shown, labels = words(picture(of, language)), Labels(of)

    assert all(" ".join(labels.label("state", each, language).split()) in shown for each in of.states)
    assert all(" ".join(labels.label("move", each, language).split()) in shown for each in of.transitions)


@pytest.mark.parametrize("name", NAMES)
def test_every_service_can_be_drawn(name: str) -> None:
    """A service's picture has its own states."""
    of = pathway(name)
    for service in of.services:
        shown = words(picture(of, "fi", service))
        states = compile_pathway(of).services[service].states
        assert all(Labels(of).label("state", f"{service}.{each}", "fi") in shown for each in states)


def test_a_service_s_end_stands_last_and_short_labels_need_little_room() -> None:
    """What a region puts into a service comes before its end; above short labels there is no empty half of a page."""
    media, path = picture(pathway("paijat-hame"), "fi", "media_skills"), picture(pathway("paijat-hame"), "fi")
    heads = [each for each in ("Sovittu", "Kanaviin", "Videoiden", "Päättynyt") if each in media]

    assert sorted(heads, key=media.index) == ["Sovittu", "Kanaviin", "Videoiden", "Päättynyt"]
    assert _first_line(media) < _first_line(path)


def _first_line(svg: str) -> int:
    """Give the height at which the columns begin."""
    return int(svg.split('<path d="M', 1)[1].split(" ", 1)[1].split("V", 1)[0])


def test_the_sign_of_a_section_stays_with_its_number() -> None:
    """No line of a label begins with it."""
    svg = picture(pathway("siun-sote"), "sv")

    assert "35\u00a0§" in svg
    assert ">§" not in svg


def test_the_same_definition_gives_the_same_bytes() -> None:
    """The picture depends on the definition and the language alone."""
    assert picture(pathway("siun-sote"), "fi") == picture(pathway("siun-sote"), "fi")
    assert picture(pathway("siun-sote"), "fi") != picture(pathway("siun-sote"), "sv")


@pytest.mark.parametrize("words_", ['"><script>alert(1)</script>', "a & b < c", "]]>"])
def test_no_label_changes_the_picture(words_: str) -> None:
    """Whatever a label says is text."""
    of, text = varied(), Text(fi=words_, sv=words_, en=words_)
    hostile = evolve(of, title=text, states={name: evolve(each, title=text) for name, each in of.states.items()})

    root = ET.fromstring(picture(hostile, "fi"))  # noqa: S314

    assert {each.tag for each in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "rect", "text", "path", "circle", "polygon", "g")
    }


def test_nothing_is_loaded_from_anywhere() -> None:
    """No address but the name of the format, no script, no style sheet."""
    svg = picture(pathway("oulu-palo"), "fi")

    assert svg.count("http") == 1
    assert "href" not in svg
    assert "<style" not in svg


def test_the_command_writes_svg_and_png(tmp_path: Path) -> None:
    """To the terminal or a file as SVG, to a file as PNG."""
    run = CliRunner().invoke
    svg, png = tmp_path / "rovaniemi.svg", tmp_path / "rovaniemi.png"

    assert run(main, ["show", "rovaniemi", "--format", "svg", "--lang", "sv"]).output.startswith("<svg ")
    assert run(main, ["show", "rovaniemi", "--format", "svg", "-o", str(svg)]).exit_code == 0
    assert run(main, ["show", "rovaniemi", "--format", "svg", "--service", "part_time_work"]).exit_code == 0
    assert run(main, ["show", "rovaniemi", "--format", "png", "-o", str(png)]).exit_code == 0
    assert run(main, ["show", "rovaniemi", "--format", "png"]).exit_code == 2
    assert svg.read_text(encoding="utf-8").startswith("<svg ")
    assert png.read_bytes().startswith(b"\x89PNG")


def test_without_the_extra_svg_is_drawn_and_png_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing needs nothing; PNG names the extra, in one line and in the reader's language."""
    monkeypatch.setitem(sys.modules, "mermaidx", None)

    with pytest.raises(MissingExtra, match="diagrams"):
        as_png(picture(varied(), "fi"))
    done = CliRunner().invoke(main, ["show", "rovaniemi", "--format", "png", "-o", "x.png", "--lang", "fi"])

    assert done.exit_code == 2
    assert "pathway-engine[diagrams]" in done.output
