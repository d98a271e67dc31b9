"""What a terminal may be shown: text, and nothing that commands it.

Notes, labels and what somebody typed are written by others. A terminal obeys some characters: it moves its cursor,
changes its title, or writes a line from right to left, so that one reads something else than stands there.
"""

from __future__ import annotations

__all__ = ["visible"]

import re

# Control characters but tab and line feed; line and paragraph separators; what turns the direction of writing.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""Write what would command a terminal as the escape of the character, such as `\x1b`."""
    return _COMMANDS.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
