"""Tags as they lie in a file: text where the encoding is known, bytes where nobody can say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

RawText = str | bytes
Texts = tuple[RawText, ...]


@dataclass(frozen=True, slots=True)
class RawTags:
    """All values of each field of `Tags`, before anyone has decided what its bytes mean."""

    kind: str = ""
    texts: Mapping[str, Texts] = field(default_factory=dict)

    @classmethod
    def of(
        cls, kind: str, found: Mapping[str, Texts], names: Mapping[str, Sequence[str]]
    ) -> RawTags:
        """Return the texts of `found` under our names.

        Args:
            names: for each field, the names under which it may be found, best first.
        """
        texts = {
            ours: next((found[name] for name in theirs if found.get(name)), ())
            for ours, theirs in names.items()
        }
        return cls(kind, {ours: values for ours, values in texts.items() if values})
