"""One line of a health report: what was looked at, how it is, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    subject: str
    state: str
    advice: str = ""  # what to do; empty where all is well

    @property
    def is_fine(self) -> bool:
        return not self.advice
