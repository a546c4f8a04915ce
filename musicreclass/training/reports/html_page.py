"""Pages for a browser: elements that escape whatever is put into them, and how a page looks.

One file without scripts that fetches nothing: it can be mailed, printed, and read in ten years.
Titles come from strangers' files, so text becomes part of a page through `element` alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

VOID = frozenset({"meta", "br", "line", "rect", "circle", "path", "polyline"})
UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

STYLE = """
:root { color-scheme: light dark; --ground: #f5f6f8; --panel: #ffffff; --line: #dfe3e8;
  --text: #1b1f24; --dim: #68717d; --accent: #1769d2; --good: #1f8f57; --caution: #a86d00;
  --bad: #c0392b; }
@media (prefers-color-scheme: dark) { :root { --ground: #16181d; --panel: #1d2026;
  --line: #2b2f38; --text: #e6e8ec; --dim: #8d95a3; --accent: #4da3ff; --good: #3fbf7f;
  --caution: #e0a93b; --bad: #e0645b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 62rem; background: var(--ground);
  color: var(--text); font: 15px/1.5 system-ui, "Noto Sans CJK TC", "Noto Sans CJK SC",
  "PingFang TC", "Microsoft JhengHei", sans-serif; }
h1 { font-size: 1.7rem; margin: 0; } h2 { font-size: 1.1rem; margin: 0 0 .6rem; }
.dim, figcaption, th { color: var(--dim); } p { margin: .4rem 0; max-width: 46rem; }
section { background: var(--panel); border-radius: 10px; padding: 1.1rem 1.3rem;
  margin-top: 1rem; overflow-x: auto; break-inside: avoid; }
.figures { display: flex; flex-wrap: wrap; gap: 1.6rem 2.6rem; }
.figure b { display: block; font-size: 1.9rem; font-weight: 600; line-height: 1.2; }
.figure span { color: var(--dim); display: block; }
.columns { display: flex; flex-wrap: wrap; gap: 1rem; } .columns section { flex: 1 1 20rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { font-weight: 500; text-align: right; padding: .2rem .8rem .2rem 0; vertical-align: bottom; }
td { text-align: right; padding: .2rem .8rem .2rem 0; border-top: 1px solid var(--line); }
td, th { white-space: nowrap; } .words td { white-space: normal; }
th:first-child, td:first-child, .words td, .words th { text-align: left; }
.confusion td { position: relative; min-width: 3.4rem; text-align: center; padding: .45rem; }
.confusion td:first-child { text-align: left; } .confusion th { text-align: center; }
.confusion th:first-child { text-align: left; }
.confusion i { position: absolute; inset: 1px; border-radius: 5px; background: var(--bad); }
.confusion i.right { background: var(--accent); }
.confusion span { position: relative; }
.caution { color: var(--caution); } .good { color: var(--good); } .bad { color: var(--bad); }
ul { margin: .3rem 0; padding-left: 1.2rem; } svg { max-width: 100%; height: auto; }
svg text { fill: var(--dim); font: 12px system-ui, sans-serif; }
.path { overflow-wrap: anywhere; }
@media print { :root { --ground: #fff; --panel: #fff; --line: #ccc; --text: #000; --dim: #444;
  --accent: #1769d2; --good: #1f8f57; --caution: #a86d00; --bad: #c0392b; }
  body { padding: 0; max-width: none; font-size: 11px; } section { padding: .6rem 0; }
  .confusion i { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


class Markup(str):
    """Text that is part of a page as it stands, and not to be escaped again."""

    __slots__ = ()


Content = str | Iterable["Content"]


def element(name: str, /, *content: Content, **attributes: str | float) -> Markup:
    """Return an element of a page; all text in it, attributes included, is escaped.

    Args:
        attributes: an underscore at the end is dropped and others become dashes, as in `class_`
            and `stroke_width`.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_escaped(str(value))}"'
        for key, value in attributes.items()
    )
    if name in VOID and not content:
        return Markup(f"<{name}{said}/>")
    return Markup(f"<{name}{said}>{joined(*content)}</{name}>")


def joined(*content: Content) -> Markup:
    """Return all of `content` in a row, what is no markup escaped."""
    return Markup("".join(_pieces(content)))


def page(title: str, *content: Content) -> str:
    """Return a whole page, ready to be written to a file."""
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        element("style", Markup(STYLE)),
    )
    html = element("html", head, element("body", *content), lang="en")
    return f"<!DOCTYPE html>\n{html}\n"


def section(title: str, *content: Content) -> Markup:
    """Return a part of a page under a heading of its own."""
    return element("section", element("h2", title), *content)


def grid(header: Sequence[Content], rows: Iterable[Sequence[Content]], *, kind: str = "") -> Markup:
    """Return a table: the first column is words, the others numbers; all words with "words"."""
    head = element("tr", *(element("th", cell) for cell in header))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    return element("table", head, body, class_=kind)


def listing(items: Iterable[Content]) -> Markup:
    return element("ul", *(element("li", item) for item in items))


def name_of(text: str) -> Markup:
    """Return somebody's title or name; of its own direction, whichever script it is in."""
    return element("bdi", text)


def _pieces(content: Iterable[Content]) -> Iterable[str]:
    for part in content:
        if isinstance(part, Markup):
            yield part
        elif isinstance(part, str):
            yield _escaped(part)
        else:
            yield from _pieces(part)


def _escaped(text: str) -> str:
    return escape(UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text), quote=True)
