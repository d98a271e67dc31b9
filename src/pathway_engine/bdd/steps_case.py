"""Sentences about the background, who acts, and what is recorded (T, A and K of the vocabulary)."""

from __future__ import annotations

__all__ = ["STEPS"]

from collections.abc import Callable, Mapping
from typing import Any

from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.filling import least, make_record
from pathway_engine.bdd.leading import lead
from pathway_engine.bdd.scene import Scene
from pathway_engine.bdd.vocabulary import KINDS
from pathway_engine.bdd.wording import Wording
from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Refused
from pathway_engine.definition.labels import likened
from pathway_engine.definition.model import Field
from pathway_engine.text import LANGUAGES, Ref

# ── background ─────────────────────────────────────────────────────────────────────────────────────────────────────


def use(scene: Scene, pathway: str) -> None:
    """T1: the pathway in use."""
    scene.use(pathway)


def today(scene: Scene, day: str) -> None:
    """T2: the day on which the scenario begins."""
    scene.day = scene.day_of(day)
    if scene.has_pathway:  # said before the pathway, it is kept until one is in use
        scene.desk.go_to(scene.day)


def pending(scene: Scene, day: str) -> None:
    """T3: the day the matter became pending; it chooses dated rules."""
    scene.pending_on = scene.day_of(day)
    if scene.id in scene.desk.cases and scene.case.pending_on != scene.pending_on:
        expected("pending", day=scene.case.pending_on.isoformat())


def in_state(scene: Scene, state: str) -> None:
    """T4, T6: as a background the case is led there by lawful steps; otherwise it has to be there."""
    wanted = scene.find("state", state)
    if scene.mode == "given":
        lead(scene, wanted)
    elif scene.case.state != wanted and not scene.case.state.startswith(f"{wanted}."):
        expected("state", wanted=Ref("state", wanted), found=Ref("state", scene.case.state))


def known(scene: Scene) -> None:
    """T5: things known of the client, by the labels of fields; each goes into the record it belongs to."""
    for row in scene.rows():
        homes = [
            record for record in scene.pathway.records if scene.naming.find_in("field", record, row["0"]) is not None
        ]
        if not homes:
            near = ", ".join(scene.labels.suggestions("field", row["0"], scene.language))
            expected("unknown-near" if near else "unknown", typed=row["0"], near=near)
        make_record(scene, homes[0], fields={row["0"]: row.get("1", "")}, supplements=homes[0] in scene.case.records)


# ── who acts ───────────────────────────────────────────────────────────────────────────────────────────────────────


def works_at(scene: Scene, role: str, organisation: str) -> None:
    """A1: the organisation in which a role is played."""
    scene.places[scene.find("role", role)] = scene.find("organisation", organisation)


def held_by(scene: Scene, role: str, person: str) -> None:
    """A2: as a background the person is named; otherwise the role has to be theirs."""
    key = scene.find("role", role)
    if scene.mode == "given":
        _name(scene, scene.orderly, key, person)
        return
    holder = scene.case.named.get(key)
    if holder is None or holder.worker != scene.desk.pseudonym(person):
        expected("held-by", role=Ref("role", key), person=person)


def names(scene: Scene, actor: str, role: str, person: str) -> None:
    """A3: somebody names a person in a role."""
    _name(scene, scene.played(actor), scene.find("role", role), person)


def role_ends(scene: Scene, role: str) -> None:
    """A5: nobody holds the role any more."""
    scene.must(c.EndRole(role=scene.find("role", role), **scene.base(scene.orderly)))


def represented(scene: Scene, role: str) -> None:
    """A4: somebody acts for the client from here on."""
    key = scene.find("role", role)
    _name(scene, scene.orderly, key, f"{key}-1")
    scene.places[key] = scene.home
    scene.representatives[scene.id] = key


def _name(scene: Scene, by: str, role: str, person: str) -> None:
    command = c.NameWorker(role=role, organisation=scene.place(role), worker=person, **scene.base(by))
    scene.must(command)
    scene.persons[scene.id, role] = person


# ── records ────────────────────────────────────────────────────────────────────────────────────────────────────────


def records(scene: Scene, actor: str, kind: str, record: str) -> None:
    """K1: somebody makes a record; with a table exactly these fields, without one as few as count."""
    scene.must(_recording(scene, actor, kind, record))


def tries_to_record(scene: Scene, actor: str, kind: str, record: str) -> None:
    """K7: somebody tries to make a record; the sentences that follow say what came of it."""
    scene.attempt(_recording(scene, actor, kind, record))


def _recording(scene: Scene, actor: str, kind: str, record: str) -> c.Record:
    key, role = _record(scene, record, kind), scene.played(actor)
    fields = scene.fields(key) if scene.table else least(scene, key, role)
    return c.Record(record=key, fields=fields, **scene.base(role))


def recorded(scene: Scene, kind: str, record: str) -> None:
    """K2: as a background the record is made by somebody who may; otherwise it has to be there, with these fields."""
    key = _record(scene, record, kind)
    if scene.mode == "given":
        decision = make_record(scene, key, fields=scene.fields(key) if scene.table else None)
        if isinstance(decision, Refused):
            expected("refused", decision.reasons)
        return
    held = scene.case.records.get(key)
    if held is None:
        expected("no-record", record=Ref("record", key))
    for typed, value in scene.fields(key).items():
        name = str(scene.naming.find_in("field", key, typed))
        field = scene.pathway.records[key].fields[name]
        found = held.coded.get(name, scene.words.get((scene.case.id, key, name), ""))
        if not held.holds(name) or not _is(scene, field, value, found):
            shown = Wording(scene.naming, scene.language).value(field, found) if found != "" else "–"
            expected("field", field=Ref("field", f"{key}.{name}"), wanted=value, found=shown)


def _is(scene: Scene, field: Field, typed: str, held: Any) -> bool:
    """Tell whether a cell says what a field holds: by id or label, by the day, or by the words for yes and no."""
    if isinstance(held, list | tuple):
        cells = [each.strip() for each in typed.split(",") if each.strip()]
        return len(cells) == len(held) and all(any(_is(scene, field, each, one) for one in held) for each in cells)
    words = {Wording(scene.naming, language).value(field, held) for language in LANGUAGES}
    return likened(typed) in {likened(each) for each in (*words, str(held))} or str(held) == _iso(scene, typed)


def _iso(scene: Scene, value: str) -> str:
    return scene.day_of(value).isoformat() if value.count(".") == 2 and value.replace(".", "").isdigit() else value


def lacks(scene: Scene, record: str, field: str) -> None:
    """K3: as a background the record is made without the field; otherwise the field has to be empty."""
    key = scene.find("record", record)
    name = scene.naming.find_in("field", key, field)
    if name is None:
        own = (scene.label("field", f"{key}.{each}") for each in scene.pathway.records[key].fields)
        expected("unknown-field", typed=field, record=Ref("record", key), known=", ".join(own))
    if scene.mode == "given":
        make_record(scene, key, without=name)
    elif (held := scene.case.records.get(key)) is not None and held.holds(name):
        expected("field-there", field=Ref("field", f"{key}.{name}"))


def accepts(scene: Scene, record: str) -> None:
    """K4: the client accepts what was written down."""
    _accept(scene, record, accepted=True)


def does_not_accept(scene: Scene, record: str) -> None:
    """K5: the client does not accept what was written down."""
    _accept(scene, record, accepted=False)


def _accept(scene: Scene, record: str, *, accepted: bool) -> None:
    key = scene.find("record", record)
    fields = scene.pathway.records[key].fields
    name = next((each for each, field in fields.items() if field.type == "boolean" and "accepted" in each), "")
    if not name:
        expected("not-acceptable", record=Ref("record", key))
    made = scene.case.records.get(key) is not None
    for role in (scene.client_role, *scene.pathway.records[key].by):
        command = c.Record(record=key, fields={name: accepted}, supplements=made, **scene.base(role))
        if isinstance(scene.attempt(command), Accepted):
            return
    if isinstance(scene.tried, Refused):
        expected("refused", scene.tried.reasons)


def meeting(scene: Scene, record: str) -> None:
    """K6: a meeting with these present; while a warm handover waits for its joint meeting, it is that meeting."""
    key = scene.find("record", record)
    present = tuple(scene.find("role", row["0"]) for row in scene.rows())
    waits = next((each for each in scene.case.handovers.values() if each.status == "accepted"), None)
    if waits is not None and key == "handover_meeting":
        actor = scene.actor(waits.receiver_role, waits.receiver)
        scene.must(c.MeetHandover(case=scene.case.id, actor=actor, handover=waits.id, present=frozenset(present)))
        return
    kind = scene.pathway.records[key]
    role = next((each for each in kind.by if each in present and each != scene.client_role), kind.by[0])
    scene.must(c.Record(record=key, fields=least(scene, key, role, present=present), **scene.base(role)))


def _record(scene: Scene, typed: str, word: str) -> str:
    """Give the record by its label; the word for its kind has to be right, or the general one."""
    key = scene.find("record", typed)
    kind = next(each for each, words in KINDS.items() if likened(word) in words)
    if kind not in {"note", scene.pathway.records[key].kind}:
        right = KINDS[scene.pathway.records[key].kind][KINDS[kind].index(likened(word))]
        expected("record-kind", record=Ref("record", key), word=word, right=right)
    return key


STEPS: Mapping[str, Callable[..., None]] = {
    "T1": use,
    "T2": today,
    "T3": pending,
    "T4": in_state,
    "T5": known,
    "T6": in_state,
    "A1": works_at,
    "A2": held_by,
    "A3": names,
    "A4": represented,
    "A5": role_ends,
    "K1": records,
    "K2": recorded,
    "K3": lacks,
    "K4": accepts,
    "K5": does_not_accept,
    "K6": meeting,
    "K7": tries_to_record,
}
