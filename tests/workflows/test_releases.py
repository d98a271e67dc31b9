"""Released versions never change, and the mechanism that sees to it does see."""

import shutil
from pathlib import Path

import pytest

from pathway_engine.definition import load
from pathway_engine.definition.releases import broken_pins, read_pins, written_pins
from pathway_engine.definition.sources import Folder, installed

WORKFLOWS = installed().root


def test_no_released_version_has_changed() -> None:
    """Every version in `workflows/digests.txt` still has the rules it was released with."""
    pins = read_pins((WORKFLOWS / "digests.txt").read_text(encoding="utf-8"))

    assert broken_pins(pins, installed()) == ()


@pytest.fixture
def released(tmp_path: Path) -> tuple[Folder, dict[str, str]]:
    """Give a copy of the shipped definitions in which fi-base and rovaniemi are released."""
    shutil.copytree(WORKFLOWS, tmp_path, dirs_exist_ok=True)
    folder = Folder(tmp_path)
    made = [load(name, sources=folder) for name in ("fi-base", "rovaniemi")]
    return folder, {f"{each.pathway}@{each.version}": each.digest for each in made}


def edit(folder: Folder, name: str, old: str, new: str) -> None:
    """Change a definition."""
    path = folder.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_changed_rule_is_found(released: tuple[Folder, dict[str, str]]) -> None:
    """A change of the base is a change of every region that extends it, and both are told."""
    folder, pins = released
    edit(folder, "fi-base.yaml", "limit: 20", "limit: 21")

    assert [line.partition("@")[0] for line in broken_pins(pins, folder)] == ["fi-base", "rovaniemi"]


def test_a_changed_fragment_is_found(released: tuple[Folder, dict[str, str]]) -> None:
    """What a definition uses is part of it."""
    folder, pins = released
    edit(folder, "fragments/supported_coaching.yaml", "within: P30D", "within: P31D")

    assert len(broken_pins(pins, folder)) == 2


def test_a_better_wording_needs_no_new_version(released: tuple[Folder, dict[str, str]]) -> None:
    """Texts are no rules."""
    folder, pins = released
    edit(folder, "fi-base.yaml", "en: job coach", "en: employment coach")

    assert broken_pins(pins, folder) == ()


def test_a_new_version_beside_the_kept_old_one_is_fine(released: tuple[Folder, dict[str, str]]) -> None:
    """The old file goes to `superseded/`; the new one has a version of its own. Without the old file it is told."""
    folder, pins = released
    kept = (folder.root / "rovaniemi.yaml").read_bytes()
    version = load("rovaniemi", sources=folder).version
    edit(folder, "rovaniemi.yaml", f'version: "{version}"', 'version: "2099.1"')

    assert [line.partition(":")[0] for line in broken_pins(pins, folder)] == [f"rovaniemi@{version}"]

    (folder.root / "superseded" / f"rovaniemi@{version}.yaml").write_bytes(kept)

    assert broken_pins(pins, folder) == ()


def test_a_superseded_file_is_pinned(released: tuple[Folder, dict[str, str]]) -> None:
    """A file among the superseded that was never pinned would be free to change."""
    folder, _ = released
    shutil.copy(folder.root / "fi-base.yaml", folder.root / "superseded" / "fi-base@2024.1.yaml")

    assert broken_pins({}, folder) == ("fi-base@2024.1: superseded but not pinned",)


def test_pins_are_read_as_they_are_written() -> None:
    """Comments aside, reading and writing are inverse; what is no pin is refused."""
    pins = {"b@1": "0" * 64, "a@2025.1": "f" * 64}

    assert read_pins("# comment\n\n" + written_pins(pins)) == pins
    for text in ("fi-base 12\n", f"a {'0' * 64}\n", written_pins(pins) * 2):
        with pytest.raises(ValueError, match="no pin"):
            read_pins(text)
