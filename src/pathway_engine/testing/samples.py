"""Small definitions made by hand, to start a test from.

`smallest` is the least that is a pathway. `varied` has one of everything: a group, a break with a way back, a fact, a
handover, parallel services, time limits of every anchor, values that change with the date, and both kinds of caseload
limit.
"""

# ruff: noqa: E501 - one thing of the definition stands on one line

from __future__ import annotations

__all__ = ["SMALLEST", "VARIED", "smallest", "varied"]

from functools import cache

from pathway_engine.definition import Pathway, load_text

SMALLEST = """\
pathway: smallest
version: "1"
title: {fi: Pienin polku, sv: Minsta stigen, en: Smallest path}
roles:
  client: {fi: asiakas, sv: klient, en: client, relation: client}
  worker: {fi: työntekijä, sv: handläggare, en: worker, relation: [anyone, coordinating]}
organisations:
  county: {fi: hyvinvointialue, sv: välfärdsområde, en: county}
states:
  start: {initial: true, responsible: worker, fi: Alku, sv: Början, en: Start}
  over: {kind: final, fi: Loppu, sv: Slut, en: Over}
transitions:
  finish: {fi: Päätä, sv: Avsluta, en: Finish, from: start, to: over, by: [worker, client]}
"""

_SEARCH = """\
fragment: search
title: {fi: Valmennus, sv: Arbetsträning, en: Coaching}
states:
  engagement: {initial: true, responsible: coach, fi: Sopiminen, sv: Avtal, en: Engagement}
  job_search: {responsible: coach, fi: Työnhaku, sv: Jobbsökning, en: Job search}
transitions:
  agree:
    title: {fi: Sovi valmennuksesta, sv: Kom överens, en: Agree on coaching}
    from: engagement
    to: job_search
    by: coach
    agreed_by: client
    requires: [{record: agreement}]
    advises: [{meeting: meeting, present: [client, coach]}]
"""

_ACTIVITY = """\
fragment: activity
title: {fi: Toiminta, sv: Verksamhet, en: Activity}
states:
  agreed: {initial: true, responsible: coach, fi: Sovittu, sv: Överenskommen, en: Agreed}
  under_way: {responsible: coach, fi: Käynnissä, sv: Pågår, en: Under way}
  ended: {kind: final, fi: Päättynyt, sv: Avslutad, en: Ended}
transitions:
  begin_activity: {fi: Toiminta alkoi, sv: Verksamheten började, en: Activity began, from: agreed, to: under_way, by: [coach, worker]}
  change_place:
    title: {fi: Paikka vaihtui, sv: Platsen byttes, en: The place changed}
    from: under_way
    by: [client, coach]
    fact: true
    requires: [{record: agreement, fresh: true}]
    sets: moved_place
  end_activity: {fi: Toiminta päättyi, sv: Verksamheten upphörde, en: Activity ended, from: [agreed, under_way], to: ended, by: [coach, worker, client], reasons: reasons}
deadlines:
  first_visit: {fi: Ensikäynti, sv: Första besöket, en: First visit, from: state_entered, in: under_way, within: P7D, met_by: meeting, kind: quality}
  before_end: {fi: Ennen loppua, sv: Före slutet, en: Before the end, from: record.agreement.ends_on, within: -P7D, met_by: meeting, kind: quality}
"""

VARIED = """\
pathway: varied
version: "1"
title: {fi: Monipuolinen polku, sv: Mångsidig stig, en: Varied path}
roles:
  client: {fi: asiakas, sv: klient, en: client, relation: client}
  recogniser: {fi: tunnistaja, sv: den som identifierar, en: recogniser, relation: anyone, held_by: [worker, coach]}
  coordinator: {fi: koordinaattori, sv: koordinator, en: coordinator, relation: [named, coordinating, receiver], held_by: [worker, coach]}
  worker: {fi: työntekijä, sv: handläggare, en: worker, relation: [named, coordinating, receiver]}
  coach: {fi: valmentaja, sv: tränare, en: coach, relation: [named, coordinating, receiver, provider]}
  decision_maker: {fi: viranhaltija, sv: tjänsteinnehavare, en: decision maker, relation: participant}
  guardian: {fi: edunvalvoja, sv: intressebevakare, en: guardian, relation: named}
  keeper: {fi: rekisterin vastuuhenkilö, sv: registeransvarig, en: keeper of the register, relation: [], keeps: true}
organisations:
  county: {fi: hyvinvointialue, sv: välfärdsområde, en: county}
  office: {fi: valmennuspaikka, sv: träningsplats, en: coaching office}
  north: {fi: Pohjoinen, sv: Norr, en: North, kind: county}
  south: {fi: Etelä, sv: Söder, en: South, kind: county}
  east: {fi: Itä, sv: Öst, en: East, kind: office}
  # Bought by the north: it writes to the north's register.
  purchased: {fi: Ostopalvelu, sv: Köptjänst, en: Purchased coach, kind: office, register: north}
flags:
  several_needs: {fi: useita tarpeita, sv: flera behov, en: several needs}
  moved_place: {fi: paikka vaihtunut, sv: platsen bytt, en: place changed}
permits:
  share: {fi: lupa antaa tietoja, sv: tillstånd att lämna uppgifter, en: permit to share}
catalogues:
  signs:
    title: {fi: Merkit, sv: Tecken, en: Signs}
    items:
      school: {fi: koulunkäynti, sv: skolgång, en: schooling}
      health: {fi: terveys, sv: hälsa, en: health}
  reasons:
    title: {fi: Syyt, sv: Orsaker, en: Reasons}
    items:
      own_wish: {fi: oma toive, sv: eget önskemål, en: own wish}
      moved_away: {fi: muutto, sv: flytt, en: moved away}
records:
  checklist:
    title: {fi: Tarkistuslista, sv: Checklista, en: Checklist}
    kind: form
    by: [recogniser, client]
    fields:
      signs: {type: choices, options: signs, class: special, fi: merkit, sv: tecken, en: signs}
      why: {type: text, class: special, fi: syy, sv: orsak, en: reason}
      seen_on: {type: date, class: coded, fi: päivä, sv: datum, en: day}
  assessment:
    title: {fi: Arviointi, sv: Bedömning, en: Assessment}
    kind: assessment
    by: [worker, client]
    fields:
      goals: {type: text, required: true, fi: tavoitteet, sv: mål, en: goals}
      hours: {type: integer, class: coded, min: 1, max: 40, fi: tunnit, sv: timmar, en: hours}
      areas: {type: choices, options: signs, class: coded, fi: alueet, sv: områden, en: areas}
      wants_work: {type: boolean, class: coded, fi: haluaa työhön, sv: vill arbeta, en: wants to work}
      answers: {type: role, class: coded, fi: vastaa, sv: ansvarar, en: answers}
      place: {type: organisation, class: coded, fi: paikka, sv: plats, en: place}
      main_sign: {type: choice, options: signs, class: coded, fi: tärkein merkki, sv: viktigaste tecknet, en: main sign}
      by_whom: {type: worker, class: coded, fi: tekijä, sv: upprättare, en: made by}
  meeting:
    title: {fi: Tapaaminen, sv: Möte, en: Meeting}
    kind: meeting
    by: [worker, coach]
    fields:
      held_on: {type: date, class: coded, required: true, fi: pidetty, sv: hållet, en: held on}
      present: {type: roles, class: coded, required: true, fi: läsnä, sv: närvarande, en: present}
      notes: {type: text, fi: muistiinpanot, sv: anteckningar, en: notes}
  agreement:
    title: {fi: Sopimus, sv: Avtal, en: Agreement}
    kind: agreement
    by: [coach, worker]
    fields:
      ends_on: {type: date, class: coded, fi: päättyy, sv: slutar, en: ends on}
  job_start:
    title: {fi: Työsuhde alkaa, sv: Anställningen börjar, en: Job starts}
    kind: form
    by: [coach, client, worker]
    fields:
      started_on: {type: date, class: coded, required: true, fi: alkaa, sv: börjar, en: starts on}
states:
  contact: {initial: true, responsible: recogniser, fi: Yhteydenotto, sv: Kontakt, en: Contact}
  assessment: {responsible: worker, fi: Arviointi, sv: Bedömning, en: Assessment}
  planning:
    title: {fi: Suunnittelu, sv: Planering, en: Planning}
    responsible: {dated: [{to: 2025-12-31, value: worker}, {from: 2026-01-01, value: coordinator}], by: pending}
  coaching: {use: search, title: {fi: Valmennus, sv: Arbetsträning, en: Coaching}}
  employment: {kind: outcome, responsible: coordinator, counts_as: employed, fi: Työssä, sv: I arbete, en: At work}
  on_hold: {kind: hold, responsible: coordinator, fi: Tauolla, sv: På paus, en: On hold}
  closed: {kind: final, fi: Päättynyt, sv: Avslutad, en: Closed}
transitions:
  begin:
    title: {fi: Aloita, sv: Börja, en: Begin}
    from: contact
    to: assessment
    by: [recogniser, client]
    requires: [{record: checklist, where: {any_of: [signs, why]}}]
  note_needs: {fi: Totea tarpeet, sv: Konstatera behoven, en: Note the needs, from: assessment, by: worker, sets: several_needs}
  complete:
    title: {fi: Arviointi valmis, sv: Bedömningen klar, en: Complete the assessment}
    from: assessment
    to: planning
    by: worker
    requires:
      - {record: assessment}
      - {id: two_areas, record: assessment, where: {at_least: {areas: 2}}, when: {flag: several_needs}}
      - {role_named: worker}
  refer:
    title: {fi: Ohjaa valmennukseen, sv: Hänvisa till träning, en: Refer to coaching}
    from: planning
    to: coaching
    by: [worker, client]
    requires: [{record: assessment}, {capacity: caseload}]
    handover: {to: coach, organisation: office, when: always, extract: [assessment, checklist], basis: share, accept_within: P14D, escalate_to: coordinator}
  ask_coaching: {fi: Haluan valmennukseen, sv: Jag vill ha träning, en: I want coaching, from: planning, to: coaching, by: client, requires: [{capacity: caseload}]}
  start_job:
    title: {fi: Työ alkoi, sv: Arbetet började, en: A job started}
    from: [planning, coaching, on_hold]
    to: employment
    by: [coach, client]
    fact: true
    requires: [{record: job_start, fresh: true}, {role_named: coach}]
    tasks_within: P10D
  end_job: {fi: Työ päättyi, sv: Arbetet upphörde, en: The job ended, from: employment, to: coaching.job_search, by: [coach, client], fact: true, reasons: reasons}
  leave: {fi: Lopeta valmennus, sv: Avsluta träningen, en: Leave coaching, from: coaching, to: planning, by: [coach, client], agreed_by: client}
  # In job search leaving leads elsewhere: a member's move stands before its group's.
  leave_search: {trigger: leave, fi: Lopeta valmennus, sv: Avsluta träningen, en: Leave coaching, from: coaching.job_search, to: assessment, by: [coach, client], agreed_by: client}
  look_again:
    title: {fi: Katso uudelleen, sv: Se på nytt, en: Look again}
    from: planning
    to: assessment
    by: {dated: [{to: 2025-12-31, value: [worker]}, {from: 2026-01-01, value: [worker, coach]}], by: event}
  change_coordinator: {fi: Vaihda koordinaattori, sv: Byt koordinator, en: Change the coordinator, from: any, by: coordinator, agreed_by: client, handover: {to: coordinator, when: always, accept_within: P14D}}
  pause: {fi: Tauko, sv: Paus, en: Take a break, from: [assessment, planning, coaching], to: on_hold, by: [coordinator, client], reasons: reasons}
  resume: {fi: Jatka, sv: Fortsätt, en: Continue, from: on_hold, to: previous, by: [coordinator, client]}
  close: {fi: Päätä polku, sv: Avsluta stigen, en: Close the path, from: any, to: closed, by: coordinator, reasons: reasons}
  reopen: {fi: Avaa uudelleen, sv: Öppna på nytt, en: Reopen, from: closed, to: assessment, by: [client, recogniser]}
deadlines:
  decision_due: {fi: Päätös, sv: Beslut, en: Decision, from: pending, within: P3M, met_by: complete, kind: statutory, law: L5, shift: true, on_miss: escalate, escalate_to: decision_maker}
  agree_soon: {fi: Sovi pian, sv: Kom överens snart, en: Agree soon, from: state_entered, in: coaching.engagement, within: P5D, calendar: working_day, met_by: agree, kind: quality}
  coaching_talk: {fi: Valmennuskeskustelu, sv: Träningssamtal, en: Coaching talk, from: state_entered, in: coaching, every: P1M, for: P3M, met_by: meeting, kind: regional, notify: coach}
  contact_after_job: {fi: Yhteys työn alettua, sv: Kontakt efter start, en: Contact after the job, from: event:start_job, within: P3D, met_by: meeting, kind: quality}
  before_end: {fi: Ennen loppua, sv: Före slutet, en: Before the end, from: record.agreement.ends_on, within: -P7D, met_by: meeting, kind: quality}
  first_call:
    title: {fi: Ensipuhelu, sv: Första samtalet, en: First call}
    from: event:begin
    within: {dated: [{to: 2025-12-31, value: P5D}, {from: 2026-01-01, value: P10D}], by: event}
    met_by: meeting
    kind: quality
services:
  activity:
    use: activity
    by: [worker, coach]
    requires: [{record: assessment}]
    organiser: {dated: [{to: 2022-12-31, value: office}, {from: 2023-01-01, value: county}], by: event}
    review: {every: P3M, met_by: meeting, kind: regional}
  day_activity: {use: activity, title: {fi: Päivätoiminta, sv: Dagverksamhet, en: Day activity}, by: [worker, client]}
capacities:
  caseload: {fi: Asiakasmäärä, sv: Klientantal, en: Caseload, per: coach, limit: 2, over: block, counts: coaching}
  plans: {fi: Suunnitelmat, sv: Planer, en: Plans, per: worker, limit: 2, over: warn, counts: planning}
"""


@cache
def smallest() -> Pathway:
    """Give a pathway of one move: from the start to the end."""
    return load_text(SMALLEST)


@cache
def varied() -> Pathway:
    """Give a pathway with one of everything."""
    return load_text(VARIED, sources={"fragments/search": _SEARCH, "fragments/activity": _ACTIVITY})
