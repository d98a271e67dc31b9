"""From several files to one tree: overlays laid over their bases, fragments opened up.

The files come in order, bases first. Each is taken in three steps: the fragments it is the first to
use are opened and joined beneath what is there; its own words are laid over that; and what it says
of a group (its title, its removal) is carried out on the group's parts. The values of a fragment's
parameters are gathered from all files beforehand, so that a region can set a parameter of a
fragment its base uses.
"""

from __future__ import annotations

__all__ = ["compose"]

from attrs import define, field, frozen

from pathway_engine.definition.extends import Layer, Library
from pathway_engine.definition.findings import Findings, Word
from pathway_engine.definition.fragments import Group, as_group, as_service, filled
from pathway_engine.definition.overlay import Removals, merge
from pathway_engine.definition.tree import (
    Entry,
    Items,
    Mark,
    Node,
    Scalar,
    Table,
    items_of,
    scalar_text,
    with_entries,
)

# A region has its own name, version and title, or none.
_NOT_INHERITED = ("pathway", "version", "title", "extends")
_OF_A_USE = ("use", "with")
_OF_A_GROUP = (*_OF_A_USE, "title")


@define
class _Use:
    """One use of a fragment, with the parameters that all files together give it."""

    layer: int
    fragment: str
    mark: Mark
    key: Mark
    given: dict[str, Entry] = field(factory=dict)


def compose(layers: list[Layer], library: Library, findings: Findings) -> tuple[Table, Removals]:
    """Make one tree of the files of a pathway.

    Args:
        layers: The files, each after all it extends.
        library: Reads the fragments.
        findings: Takes what does not fit together.

    Returns:
        The tree, in which every node knows its file and line, and where things were removed.
    """
    removals = Removals()
    uses = {section: _gather_uses(layers, section, findings) for section in ("states", "services")}
    composer = _Composer(library, findings, removals, uses)
    top = layers[-1].tree
    tree = composer.base(layers[0]) if len(layers) > 1 else composer.lay(Table({}, top.mark), layers[0], 0)
    for number, layer in enumerate(layers[1:], start=1):
        tree = composer.lay(tree, layer, number)
    own = {key: top.entries[key] for key in _NOT_INHERITED[:3] if key in top.entries}
    tree = Table({**own, **with_entries(tree, **dict.fromkeys(_NOT_INHERITED)).entries}, top.mark)
    return _settled(tree, findings), removals


def _gather_uses(layers: list[Layer], section: str, findings: Findings) -> dict[str, list[_Use]]:
    uses: dict[str, list[_Use]] = {}
    for number, layer in enumerate(layers):
        for name, entry in layer.tree.table(section).entries.items():
            if not isinstance(entry.node, Table):
                continue
            use, given = (entry.node.entries.get(key) for key in _OF_A_USE)
            if use:
                if fragment := scalar_text(use.node):
                    uses.setdefault(name, []).append(_Use(number, fragment, use.node.mark, entry.mark))
                else:
                    findings.add(use.node.mark, "wrong-type", wanted=Word("name"), found=Word("other"))
            if given and not use and name not in uses:
                findings.add(given.mark, "with-without-use", name=name)
            elif given and isinstance(given.node, Table) and name in uses:
                uses[name][-1].given.update(given.node.entries)
            elif given and not isinstance(given.node, Table):
                findings.add(given.mark, "wrong-type", wanted=Word("map"), found=Word("other"))
    return uses


@frozen
class _Base:
    """What the first file came to, and the trees it was made of."""

    tree: Table
    groups: dict[str, Group]
    as_it_stands: dict[str, Table]
    parts: tuple[object, ...]


_MOST_BASES = 8
_BASES: dict[tuple[object, ...], _Base] = {}


@define
class _Composer:
    library: Library
    findings: Findings
    removals: Removals
    uses: dict[str, dict[str, list[_Use]]]
    groups: dict[str, Group] = field(factory=dict)
    as_it_stands: dict[str, Table] = field(factory=dict)

    def base(self, layer: Layer) -> Table:
        """Lay the first of several files, or give what it came to before: regions share their base.

        It comes to the same when the file, its fragments and the parameters given to them are the very same trees.
        """
        key: list[object] = [id(layer.tree)]
        parts: list[object] = [layer.tree]
        for section, by_name in self.uses.items():
            for name, uses in by_name.items():
                for use in (each for each in uses if each.layer == 0):
                    fragment = self.library.fragment(use.fragment, use.mark)
                    given = [entry.node for entry in use.given.values()]
                    key += [section, name, id(fragment), *use.given, *map(id, given)]
                    parts += [fragment, *given]
        known = _BASES.get(tuple(key))
        if known is None:
            before = len(self.findings)
            tree = self.lay(Table({}, layer.tree.mark), layer, 0)
            if len(self.findings) > before or self.removals.marks:
                return tree  # What was found has to be told to every region.
            if len(_BASES) >= _MOST_BASES:
                _BASES.clear()
            # The trees are kept along: an id means the same tree for as long as that lives.
            known = _BASES[tuple(key)] = _Base(tree, dict(self.groups), dict(self.as_it_stands), tuple(parts))
        self.groups.update(known.groups)
        self.as_it_stands.update(known.as_it_stands)
        return known.tree

    def lay(self, tree: Table, layer: Layer, number: int) -> Table:
        """Lay one file over the tree so far."""
        order = list(tree.table("states").entries)
        for name in layer.tree.table("states").entries:
            group = self._open(tree, layer, number, name)
            if group:
                tree = self._without_group(tree, name)
                tree = _joined(tree, group.parts)
                self.groups[name] = group
                order.extend(group.parts.table("states").entries)
            else:
                order.append(name)
        for name in self.uses["services"]:
            if fragment := self._fragment("services", name, number):
                used = next(use.key for use in self.uses["services"][name] if use.layer == number)
                tree = _joined(tree, as_service(name, fragment, used))
        merged = merge(tree, self._own_words(layer.tree), self.findings, self.removals)
        tree = self._without_removed_groups(merged if isinstance(merged, Table) else tree, layer)
        return _in_order(tree, order)

    def _fragment(self, section: str, name: str, number: int) -> Table | None:
        """Give the fragment that `name` begins to use in this file, its parameters filled in."""
        use = next((use for use in self.uses[section].get(name, ()) if use.layer == number), None)
        found = use and self.library.fragment(use.fragment, use.mark)
        if use is None or not found:
            return None
        if use.given:
            return filled(found, Table(use.given, use.mark), use.mark, self.findings)
        # Many services use one small fragment as it stands; it is filled in once, and what it lacks is told once.
        if use.fragment not in self.as_it_stands:
            self.as_it_stands[use.fragment] = filled(found, Table({}, use.mark), use.mark, self.findings)
        return self.as_it_stands[use.fragment]

    def _open(self, tree: Table, layer: Layer, number: int, name: str) -> Group | None:
        fragment = self._fragment("states", name, number)
        if fragment is None:
            return None
        old = self.groups.get(name)
        taken = {
            section: {
                *(key for key in tree.table(section).entries if old is None or key not in owned),
                *_complete(layer.tree.table(section)),
            }
            for section, owned in (
                ("transitions", old.moves if old else frozenset()),
                ("deadlines", old.deadlines if old else frozenset()),
            )
        }
        return as_group(name, fragment, taken["transitions"], taken["deadlines"])

    def _own_words(self, words: Table) -> Table:
        """Give a file's tree with what it says of fragments' use taken out."""
        states, titles = {}, dict(words.table("groups").entries)
        for name, entry in words.table("states").entries.items():
            if name in self.groups and isinstance(entry.node, Table):
                titles |= self._group_title(name, entry.node)
            elif name == "remove":
                states[name] = Entry(entry.mark, self._names_but_groups(entry.node))
            elif name not in self.uses["states"]:
                states[name] = _without_use(entry)
        services = {name: _without_use(entry) for name, entry in words.table("services").entries.items()}
        sections = {"states": states, "groups": titles, "services": services}
        changed: dict[str, Entry | None] = {}
        for key, entries in sections.items():
            known = words.entries.get(key)
            if (known is None or isinstance(known.node, Table)) and (known or entries):
                mark = known.mark if known else words.mark
                changed[key] = Entry(mark, Table(entries, mark))
        return with_entries(words, extends=None, **changed)

    def _group_title(self, name: str, words: Table) -> dict[str, Entry]:
        for key, entry in words.entries.items():
            if key not in _OF_A_GROUP:
                self.findings.unknown(entry.mark, "unknown-key", key, _OF_A_GROUP)
        title = words.entries.get("title")
        return {name: title} if title else {}

    def _names_but_groups(self, names: Node) -> Node:
        kept = tuple(node for node in items_of(names) if scalar_text(node) not in self.groups)
        return Items(kept, names.mark)

    def _without_removed_groups(self, tree: Table, layer: Layer) -> Table:
        for node in items_of(layer.tree.table("states").get("remove")):
            name = scalar_text(node)
            if name in self.groups:
                for state in self.groups[name].parts.table("states").entries:
                    self.removals.marks["states", state] = node.mark
                for move in self.groups[name].moves:
                    self.removals.marks["transitions", move] = node.mark
                self.removals.marks["states", name] = node.mark
                tree = self._without_group(tree, name)
        return tree

    def _without_group(self, tree: Table, name: str) -> Table:
        """Take out a group's states, moves and deadlines; records and roles may serve others."""
        group = self.groups.pop(name, None)
        if group is None:
            return tree
        gone = {
            "states": {each for each in tree.table("states").entries if each.startswith(f"{name}.")},
            "transitions": group.moves,
            "deadlines": group.deadlines,
            "groups": {name},
        }
        for section, names in gone.items():
            entry = tree.entries.get(section)
            if entry and isinstance(entry.node, Table):
                kept = with_entries(entry.node, **dict.fromkeys(names))
                tree = with_entries(tree, **{section: Entry(entry.mark, kept)})
        return tree


def _without_use(entry: Entry) -> Entry:
    if not isinstance(entry.node, Table) or not entry.node.entries.keys() & set(_OF_A_USE):
        return entry
    return Entry(entry.mark, with_entries(entry.node, **dict.fromkeys(_OF_A_USE)))


def _complete(section: Table) -> set[str]:
    """Give the names that a file defines by itself, rather than changes what a fragment brings."""
    return {
        name
        for name, entry in section.entries.items()
        if isinstance(entry.node, Table) and {"title", "from"} <= entry.node.entries.keys()
    }


def _joined(tree: Table, parts: Table) -> Table:
    """Put a fragment's parts beneath what the tree says already, which stands."""
    entries = dict(tree.entries)
    for key, part in parts.entries.items():
        known = entries.get(key)
        if known is None:
            entries[key] = part
        elif isinstance(known.node, Table) and isinstance(part.node, Table):
            entries[key] = Entry(known.mark, _joined(known.node, part.node))
    return Table(entries, tree.mark)


def _in_order(tree: Table, order: list[str]) -> Table:
    """Put the states in the order in which the files name them, groups opened in their place."""
    entry = tree.entries.get("states")
    if entry is None or not isinstance(entry.node, Table):
        return tree
    states = entry.node.entries
    first = {key: states[key] for key in order if key in states}
    return with_entries(tree, states=Entry(entry.mark, Table({**first, **states}, entry.node.mark)))


def _settled(tree: Table, findings: Findings) -> Table:
    """Lead every move to a group on to the group's first state, which opens no case itself."""
    states = dict(tree.table("states").entries)
    first: dict[str, str] = {}
    for group in tree.table("groups").entries:
        members = [name for name in states if name.startswith(f"{group}.")]
        initial = [name for name in members if _is_initial(states[name].node)]
        for name in initial[1:]:
            findings.add(states[name].mark, "initial-count", name=f"{initial[0]}, {name}")
        if members:
            first[group] = (initial or members)[0]
        for name in initial:
            node = states[name].node
            if isinstance(node, Table):
                states[name] = Entry(states[name].mark, with_entries(node, initial=None))
    moves = {
        name: Entry(entry.mark, _led_on(entry.node, first)) for name, entry in tree.table("transitions").entries.items()
    }
    for key, entries in (("states", states), ("transitions", moves)):
        known = tree.entries.get(key)
        if known and isinstance(known.node, Table):
            tree = with_entries(tree, **{key: Entry(known.mark, Table(entries, known.node.mark))})
    return tree


def _is_initial(node: Node) -> bool:
    initial = node.get("initial") if isinstance(node, Table) else None
    return isinstance(initial, Scalar) and initial.value is True


def _led_on(node: Node, first: dict[str, str]) -> Node:
    to = node.get("to") if isinstance(node, Table) else None
    target = scalar_text(to)
    if not isinstance(node, Table) or to is None or target not in first:
        return node
    led = Scalar(first[target], to.mark)
    return with_entries(node, to=Entry(node.entries["to"].mark, led))
