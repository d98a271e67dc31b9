"""What the doctor finds, as data."""

from __future__ import annotations

__all__ = ["Finding", "Severity", "finding"]

from typing import Literal

from attrs import frozen

from pathway_engine.text import Message, Param, message, render

Severity = Literal["error", "warning", "info"]


@frozen
class Finding:
    """A thing about an installation that endangers a promise.

    Args:
        severity: `error` breaks a promise now, or will on a bad day; `warning` does so under conditions that the
            finding names; `info` is a choice that the host should have made knowingly.
        code: Stable code, such as `sqlite-synchronous`.
        promises: Numbers of the promises that are endangered, the chief one first.
        what: What was found.
        remedy: What to do about it.
        register: The register, when it concerns one.
        case: The case, when it concerns one.
    """

    severity: Severity
    code: str
    promises: tuple[int, ...]
    what: Message
    remedy: Message
    register: str = ""
    case: str = ""

    def text(self, language: str) -> str:
        """Give what was found, in `fi`, `sv` or `en`."""
        return render(self.what, language)

    def why(self, language: str) -> tuple[str, ...]:
        """Give the promises that are endangered, each as a sentence."""
        return tuple(
            render(message("doctor-endangers", number=each, promise=message(f"promise-{each}")), language)
            for each in self.promises
        )

    def advice(self, language: str) -> str:
        """Give what to do about it."""
        return render(self.remedy, language)


def finding(
    severity: Severity, code: str, *promises: int, register: str = "", case: str = "", **params: Param
) -> Finding:
    """Make a finding of a code of the catalogue; `case` is both where it belongs and a word of its sentences."""
    words: dict[str, Param] = {**({"case": case} if case else {}), **params}
    told, remedy = message(f"doctor-{code}", **words), message(f"doctor-{code}-do", **words)
    return Finding(severity, code, promises, told, remedy, register, case)
