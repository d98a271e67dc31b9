"""Small figures are hidden, and cannot be worked out from those that are shown."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.reports.tables import HIDDEN, LEAST, added_up, counted, middle, share

FIGURES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30), min_size=1)


@given(FIGURES)
def test_no_figure_below_five_is_shown(figures: dict[str, int]) -> None:
    """Of one to four clients nothing is shown; nought and five are."""
    shown, total = added_up(figures)

    assert all(cell is HIDDEN or cell == figures[key] for key, cell in shown.items())
    assert all(shown[key] is HIDDEN for key, value in figures.items() if 0 < value < LEAST)
    assert total is HIDDEN or total == sum(figures.values())
    assert all(shown[key] == 0 for key, value in figures.items() if value == 0)


@given(FIGURES)
def test_whoever_subtracts_learns_no_small_figure(figures: dict[str, int]) -> None:
    """Wherever the total is shown, every hidden figure could be another one."""
    shown, total = added_up(figures)
    hidden = [key for key, cell in shown.items() if cell is HIDDEN]
    if total is HIDDEN or not hidden or len(hidden) > 3:
        return

    rest = sum(figures.values()) - sum(cell for cell in shown.values() if isinstance(cell, int))
    possible = [each for each in product(range(1, rest + 1), repeat=len(hidden)) if sum(each) == rest]
    assert all(len({each[at] for each in possible}) > 1 for at in range(len(hidden)))


@given(FIGURES)
def test_nothing_is_hidden_without_need(figures: dict[str, int]) -> None:
    """Where no figure is small, all are shown."""
    if not any(0 < value < LEAST for value in figures.values()):
        assert added_up(figures) == (figures, sum(figures.values()))


def test_a_share_tells_of_five_on_both_sides_or_is_hidden() -> None:
    """A share of few, or one whose other part is few, gives them away."""
    assert share(0, 0) is None
    assert share(2, 4) is HIDDEN
    assert share(4, 100) is HIDDEN
    assert share(97, 100) is HIDDEN
    assert share(0, 20) == 0
    assert share(20, 20) == 100
    assert share(32, 64) == 50


def test_a_middle_value_rests_on_five() -> None:
    """The median of four people's waiting could be one person's."""
    assert middle([]) is None
    assert middle([1, 2, 3, 40]) is HIDDEN
    assert middle([1, 2, 3, 40, 50]) == 3
    assert [counted(value) for value in (0, 1, 4, 5)] == [0, HIDDEN, HIDDEN, 5]
