"""Where texts come from: only from their folder, only by name, only regular files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pathway_engine.definition import DefinitionError, load
from pathway_engine.definition.reader import LIMITS
from pathway_engine.definition.sources import (
    Folder,
    NotRegular,
    Several,
    Texts,
    _open_by_path,
    installed,
    is_safe_name,
    is_safe_version,
)
from tests.definitions.examples import COACHING, GROUPED, SMALL, region


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder of definitions, beside a file that is no business of theirs."""
    root = tmp_path / "workflows"
    (root / "fragments").mkdir(parents=True)
    (root / "superseded").mkdir()
    (root / "small.yaml").write_text(SMALL, encoding="utf-8")
    (root / "grouped.yaml").write_text(GROUPED.replace("small", "grouped", 1), encoding="utf-8")
    (root / "fragments" / "coaching.yaml").write_text(COACHING, encoding="utf-8")
    (tmp_path / "secret.yaml").write_text(SMALL, encoding="utf-8")
    return root


def codes(path: Path) -> list[str]:
    """Load a file and give the codes of what is wrong."""
    with pytest.raises(DefinitionError) as raised:
        load(path)
    return [each.code for each in raised.value.problems]


def test_a_path_finds_its_bases_and_fragments_beside_it(folder: Path) -> None:
    """A region's folder is looked in before the installed definitions."""
    (folder / "oulu.yaml").write_text(
        region(base="grouped").replace("pathway: region", "pathway: oulu"), encoding="utf-8"
    )

    made = load(folder / "oulu.yaml")

    assert "coaching.engagement" in made.states


def test_the_folder_itself_may_be_reached_through_a_link(folder: Path, tmp_path: Path) -> None:
    """The package's own folder is a link; what counts is what lies inside."""
    (tmp_path / "link").symlink_to(folder)

    assert load(tmp_path / "link" / "grouped.yaml").pathway == "grouped"


@pytest.mark.parametrize("kind", ["link", "outer link", "folder", "pipe", "device link"])
def test_only_regular_files_are_read(folder: Path, kind: str) -> None:
    """Links, folders, pipes and devices are refused at once, without waiting for them."""
    target = folder / "bad.yaml"
    make: dict[str, Callable[[], object]] = {
        "link": lambda: target.symlink_to("small.yaml"),
        "outer link": lambda: target.symlink_to("../secret.yaml"),
        "folder": target.mkdir,
        "pipe": lambda: os.mkfifo(target),
        "device link": lambda: target.symlink_to("/dev/zero"),
    }
    make[kind]()

    assert codes(target) == ["not-a-file"]
    with pytest.raises(NotRegular):
        Folder(folder).find("", "bad")


def test_a_folder_of_fragments_that_is_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    """Not even the folders inside may lead elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    (folder / "fragments").rename(elsewhere)
    (folder / "fragments").symlink_to(elsewhere)

    assert "not-a-file" in codes(folder / "grouped.yaml")


def test_the_way_without_directory_descriptors_is_as_strict(folder: Path) -> None:
    """Where the platform has no such calls, links and pipes are refused as well."""
    (folder / "bad.yaml").symlink_to("small.yaml")
    os.mkfifo(folder / "pipe.yaml")

    descriptor = _open_by_path(folder, "small.yaml")

    assert os.read(descriptor, 8) == b"pathway:"
    os.close(descriptor)
    for name in ("bad.yaml", "pipe.yaml"):
        with pytest.raises(NotRegular):
            _open_by_path(folder, name)


def test_no_more_than_the_limit_is_read(folder: Path) -> None:
    """A file that is too large is cut off while reading, before anybody looks at it."""
    with (folder / "large.yaml").open("wb") as file:
        file.truncate(10**9)

    document = Folder(folder).find("", "large")

    assert document is not None
    assert len(document.data) == LIMITS.size + 1
    assert codes(folder / "large.yaml") == ["too-large"]


def test_files_are_closed(folder: Path) -> None:
    """Reading leaves no descriptor open, whether it works or not."""
    (folder / "bad.yaml").symlink_to("small.yaml")
    before = len(list(Path("/proc/self/fd").iterdir()))

    for _ in range(20):
        load(folder / "grouped.yaml")
        codes(folder / "bad.yaml")

    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.parametrize(
    "name",
    [
        *["", ".", "..", "../a", "a/b", "/a", "a\\b", "A", "ä", "a.b", "-a", "a-", "a--b", "a b"],
        *["a\n", "a\x00", "x" * 65, "~a", "con:", "%2e", "\uff41"],
    ],
)
def test_names_that_could_be_paths_are_not_safe(name: str) -> None:
    """A name is small letters, digits and single dashes or underscores."""
    assert not is_safe_name(name)


@pytest.mark.parametrize("name", ["a", "fi-base", "oulu_palo", "siun-sote2", "x" * 64])
def test_names_of_definitions_are_safe(name: str) -> None:
    """What regions are called is allowed."""
    assert is_safe_name(name)


@pytest.mark.parametrize("version", ["", "..", "1..2", "../1", "1/2", ".1", "1.", "1@2", "1" * 33])
def test_versions_that_could_be_paths_are_not_safe(version: str) -> None:
    """A version is letters and digits with single dots, dashes or pluses between them."""
    assert not is_safe_version(version)
    assert is_safe_version("2025.1-rc1+b2")


def test_several_sources_are_asked_in_order(folder: Path) -> None:
    """The first that has a name gives it; the names of all are known."""
    own = SMALL.replace("Pieni polku", "Oma polku")
    sources = Several(Texts({"small": own}), Folder(folder))

    assert load("small", sources=sources).title.fi == "Oma polku"
    assert sources.names("") == ("grouped", "small")
    assert sources.names("fragments") == ("coaching",)
    assert Folder(folder / "none").names("") == ()


def test_the_installed_definitions_are_there() -> None:
    """The package brings the national model and its fragments."""
    assert "fi-base" in installed().names("")
    assert "supported_coaching" in installed().names("fragments")
