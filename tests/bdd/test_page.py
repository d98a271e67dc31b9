"""The page of features: one file, nothing loaded, nothing run, and nothing in a feature becomes markup."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from pathway_engine.bdd.reading import read_feature
from pathway_engine.cli import main

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>&amp;"
# Between angle brackets a sentence would ask for a column of examples, so the cell leaves the last one out.
CELL = '"><svg onload=alert(3)//'
FEATURE = f"""\
# language: fi
@tagi
Ominaisuus: Sivu {HOSTILE}
  Kuvaus {HOSTILE}

  Tausta:
    Oletetaan että käytössä on palvelupolku "Kansallinen perusmalli"

  Tapaus: Toteutuu {HOSTILE}
    Kun asiakas kirjaa kirjauksen "Asiakkaan oma pyyntö":
      | kohta  | sisältö |
      | pyyntö | {CELL} |
    Niin asiakas on vaiheessa "Yhteydenotto"

  Tapaus: Ei toteudu
    Niin asiakas on vaiheessa "Päättynyt"

  Tapausaihio: Rivit
    Niin asiakas on vaiheessa "<vaihe>"

    Tapaukset:
      | vaihe        |
      | Yhteydenotto |
      | Päättynyt    |
"""


class Elements(HTMLParser):
    """Notes every element and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the page of one run in which some scenarios hold and some do not."""
    folder = tmp_path_factory.mktemp("sivu")
    (folder / "a.feature").write_text(FEATURE, encoding="utf-8")
    (folder / "b.feature").write_text("# language: fi\nOminaisuus: Tyhjä\n", encoding="utf-8")
    output = folder / "sivu.html"
    arguments = ["features", "run", str(folder), "--report", "html", "-o", str(output), "--lang", "fi"]
    assert CliRunner().invoke(main, arguments).exit_code == 1
    return output.read_text(encoding="utf-8")


def test_nothing_in_a_feature_becomes_markup(written: str) -> None:
    """Names, descriptions and cells are text, whatever they say; there is no script and no handler."""
    page = Elements()
    page.feed(written)

    assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
    assert [name for name, _ in page.attributes if name.startswith("on")] == []
    assert written.count("&lt;/script&gt;&lt;script&gt;alert(1)") >= 3
    assert "&quot;&gt;&lt;svg onload=alert(3)" in written


def test_nothing_is_loaded(written: str) -> None:
    """The page can be read without a network: no address but its own places, and a policy that allows none."""
    page = Elements()
    page.feed(written)
    addresses = [value for name, value in page.attributes if name in {"href", "src", "action", "xlink:href"}]

    assert all(value.startswith("#") for value in addresses)
    assert re.findall(r"@import|url\(", written) == []
    assert "default-src 'none'" in written


def test_what_became_of_each_scenario_is_told(written: str) -> None:
    """A sign for each, for an outline row by row; the failure with its explanation; the file that was not run."""
    assert "Tapauksia 4: 2 toteutuu, 2 ei toteudu." in written
    assert written.count('<article class="holds">') == 1
    assert written.count('<article class="fails">') == 2
    assert written.count("Vaihe ei ole ”Päättynyt” vaan ”Yhteydenotto”.") == 2
    assert re.search(r"<td>Päättynyt</td><td><span class=\"mark fails\"", written)
    assert "Tiedostossa ei ole yhtään tapausta." in written


def test_the_pathway_is_drawn_with_what_is_shown_of_it(written: str) -> None:
    """The main path with its signs, every service, and the figures of each kind."""
    assert "<h2>Kansallinen perusmalli</h2>" in written
    assert written.count("<svg ") > 10
    assert 'class="untouched"' in written
    assert "Siirtymät – Osoittamatta: " in written


def test_a_feature_is_read_as_it_is_written(tmp_path: Path) -> None:
    """Rules, tags, tables and examples are kept; what Gherkin cannot read gives nothing."""
    path = tmp_path / "a.feature"
    path.write_text(
        "# language: fi\nOminaisuus: A\n  Rule: R\n    @t\n    Tapaus: T\n      Niin x\n        | a | b |\n",
        encoding="utf-8",
    )
    feature = read_feature(path)
    assert feature is not None
    (scenario,) = feature.scenarios

    assert (scenario.rule, scenario.tags, scenario.sentences[0].table) == ("R", ("@t",), (("a", "b"),))
    path.write_text("Ominaisuus: A\n", encoding="utf-8")
    assert read_feature(path) is None
