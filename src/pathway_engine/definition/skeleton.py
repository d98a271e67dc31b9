"""The first files of a region: a pathway that loads as it stands, and the schema its editor completes from."""

from __future__ import annotations

__all__ = ["SCHEMA_FILE", "region_files"]

import json
from collections.abc import Mapping

from pathway_engine.definition.model import Pathway
from pathway_engine.definition.schema import pathway_schema

SCHEMA_FILE = "pathway.schema.json"

_REGION = """\
# yaml-language-server: $schema={schema}
#
# What our region does otherwise than {base}. Only differences stand here: everything else is inherited.
# See what they are with `pathway diff {name}.yaml`, and check the file with `pathway check {name}.yaml`.
pathway: {name}
extends: {base}@{version}
# A released version never changes: give a change of the rules a new version.
version: "0.1"
title: {{fi: {title}, sv: {title}, en: {title}}}

organisations:
  # The parties that work here. Write one for each, with its kind.
  {organisation}:
    title: {{fi: Oma organisaatio, sv: Egen organisation, en: Own organisation}}
    kind: {kind}
    register: {organisation}

# roles:
#   own_role: {{fi: oma tehtävä, sv: egen uppgift, en: own role, relation: [named, coordinating]}}

# transitions:
#   some_move:
#     by: {{add: [own_role]}}
#     requires: {{remove: ["record:some_form"]}}
"""


def region_files(name: str, base: Pathway) -> Mapping[str, str]:
    """Give the files of a new region, by name.

    Args:
        name: Name of the region's pathway: small letters, digits and hyphens.
        base: What it extends.
    """
    kind = next((key for key, party in base.organisations.items() if not party.kind), "")
    text = _REGION.format(
        schema=SCHEMA_FILE,
        base=base.pathway,
        version=base.version,
        name=name,
        title=name.replace("-", " ").capitalize(),
        organisation=f"{name.replace('-', '_')}_organisation",
        kind=kind or '""',
    )
    schema = json.dumps(pathway_schema(), ensure_ascii=False, indent=1) + "\n"
    return {f"{name}.yaml": text, SCHEMA_FILE: schema}
