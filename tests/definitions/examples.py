"""Small definitions that the tests of this folder start from."""

from collections.abc import Mapping

TITLE = "fi: Nimi, sv: Namn, en: Name"

SMALL = """\
pathway: small
version: "1"
title: {fi: Pieni polku, sv: Liten stig, en: Small path}
roles:
  worker: {fi: työntekijä, sv: handläggare, en: worker}
  client: {fi: asiakas, sv: klient, en: client, relation: client}
flags:
  urgent: {fi: kiireellinen, sv: brådskande, en: urgent}
permits:
  share: {fi: lupa, sv: tillstånd, en: permit}
organisations:
  county: {fi: hyvinvointialue, sv: välfärdsområde, en: county}
catalogues:
  signs:
    title: {fi: Merkit, sv: Tecken, en: Signs}
    items:
      school: {fi: koulu, sv: skola, en: school}
      health: {fi: terveys, sv: hälsa, en: health}
records:
  note:
    title: {fi: Muistio, sv: Anteckning, en: Note}
    kind: note
    by: worker
    fields:
      why: {type: text, fi: miksi, sv: varför, en: why}
      signs: {type: choices, options: signs, class: coded, fi: merkit, sv: tecken, en: signs}
      "on": {type: date, class: coded, fi: pvm, sv: datum, en: date}
      hours: {type: integer, class: coded, fi: tunnit, sv: timmar, en: hours}
states:
  start: {initial: true, responsible: worker, fi: Alku, sv: Början, en: Start}
  middle: {responsible: worker, fi: Keskellä, sv: Mitten, en: Middle}
  waiting: {kind: hold, responsible: worker, fi: Tauko, sv: Paus, en: On hold}
  over: {kind: final, fi: Loppu, sv: Slut, en: Over}
transitions:
  begin:
    title: {fi: Aloita, sv: Börja, en: Begin}
    from: start
    to: middle
    by: worker
    requires: [{record: note}]
  pause:
    title: {fi: Keskeytä, sv: Avbryt, en: Pause}
    from: middle
    to: waiting
    by: [worker, client]
  resume:
    title: {fi: Jatka, sv: Fortsätt, en: Resume}
    from: waiting
    to: previous
    by: [worker, client]
  finish:
    title: {fi: Päätä, sv: Avsluta, en: Finish}
    from: [start, middle]
    to: over
    by: worker
deadlines:
  soon:
    title: {fi: Pian, sv: Snart, en: Soon}
    from: pending
    within: P7D
    kind: regional
    met_by: begin
"""

COACHING = """\
fragment: coaching
title: {fi: Valmennus, sv: Arbetsträning, en: Coaching}
parameters:
  contact: {default: P14D, title: {fi: yhteys, sv: kontakt, en: contact}}
  coach: {title: {fi: valmentaja, sv: tränare, en: coach}}
states:
  engagement: {initial: true, responsible: "${coach}", fi: Sopiminen, sv: Avtal, en: Engagement}
  job_search: {responsible: "${coach}", fi: Työnhaku, sv: Jobbsökning, en: Job search}
transitions:
  agree:
    title: {fi: Sovi, sv: Kom överens, en: Agree}
    from: engagement
    to: job_search
    by: "${coach}"
    requires: [{record: agreement}]
  begin:
    title: {fi: Aloita alusta, sv: Börja om, en: Begin anew}
    from: job_search
    to: engagement
    by: ["${coach}", worker]
records:
  agreement: {kind: agreement, by: "${coach}", fi: Sopimus, sv: Avtal, en: Agreement}
deadlines:
  contact:
    title: {fi: Yhteydenotto, sv: Kontakt, en: Contact}
    from: event:begin
    in: engagement
    within: "${contact}"
    kind: quality
    met_by: [agree, begin]
"""

GROUPED = (
    SMALL.replace("  waiting:", "  coaching: {use: coaching, with: {coach: worker}}\n  waiting:").replace(
        "    to: over\n", "    to: coaching\n", 1
    )
    + """\
services:
  activity: {use: coaching, with: {coach: worker}, by: worker}
"""
)


def region(*lines: str, base: str = "small") -> str:
    """Give the text of a region that extends `base` and says `lines` besides."""
    head = ["pathway: region", 'version: "1"', f"title: {{{TITLE}}}", f"extends: {base}"]
    return "\n".join((*head, *lines, ""))


def shelf(**more: str) -> Mapping[str, str]:
    """Give the texts of this module by name, and more; `__` in a keyword stands for `/`."""
    texts = {name.replace("__", "/"): text for name, text in more.items()}
    return {"small": SMALL, "grouped": GROUPED.replace("pathway: small", "pathway: grouped")} | {
        "fragments/coaching": COACHING,
        **texts,
    }
