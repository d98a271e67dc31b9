from __future__ import annotations
def check_names(pathway, data, origins, findings):
    return None
