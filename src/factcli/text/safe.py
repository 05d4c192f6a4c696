"""Showing text: nothing that came from outside may act on a terminal or hide from a reader."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# Zero-width characters that some scripts need: joiners and breaks inside words of Arabic, Indic and South-East Asian
# ones and between emoji, marks of direction beside right-to-left letters. Elsewhere they only hide.
_JOINED = "\u0590-\u061b\u061d-\u180d\u180f-\u1fff\u2600-\u27bf\u2c00-\ud7ff\uf900-\ufdff\ufe0f\U00010000-\U0001faff"
_RIGHT_TO_LEFT = "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# C0 and C1 controls, DEL, bidirectional overrides, line separators, lone surrogates, tag and zero-width characters.
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\u180e\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
    f"|(?<![{_JOINED}])[\u200b-\u200d]"
    f"|(?<![{_RIGHT_TO_LEFT}])[\u061c\u200e\u200f](?![{_RIGHT_TO_LEFT}])"
)
# Space that looks like other space, and characters that show nothing at all.
_UNSEEN = "[\xa0\xad\u034f\u061c\u1680\u2000-\u200f\u202f\u205f-\u2065\u3000\ufe00-\ufe0f\ufeff]"
_BREAK = r"[ \t]*(?:\r\n|[\r\n])[ \t]*|\t"
# JSON leaves these raw; a terminal or a reader of right-to-left text would act on them.
_RAW_IN_JSON = (
    "[\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def safe(text: str) -> str:
    r"""Return `text` on one line, each character that could act on a terminal spelled out as `\x1b` or `\u202e`."""
    if text.isprintable():  # which none of them is; most text needs no regular expression
        return text
    import re

    return re.sub(_UNSAFE, _spell, re.sub(_BREAK, " ", text))


def safe_lines(text: str) -> str:
    """Return `text` as `safe` does, but with its line ends and tabs as they are."""
    if text.isprintable():
        return text
    import re

    return re.sub(_UNSAFE, lambda match: match[0] if match[0] in "\t\r\n" else _spell(match), text)


def safe_json(value: object, *, compact: bool, encoding: str | None = None) -> str:
    """Write a value as JSON, on one line if `compact`, else indented; control characters are escaped either way.

    What `encoding` may lack is escaped.
    """
    import json
    import re

    text = json.dumps(
        value,
        ensure_ascii=not (encoding or "").lower().startswith("utf"),
        indent=None if compact else 2,
        separators=(",", ":") if compact else None,
    )
    return re.sub(_RAW_IN_JSON, lambda match: json.dumps(match[0])[1:-1], text)


def spelled(text: str) -> str:
    """Return `text` as `safe` does, with everything else that can't be seen or told apart spelled out too."""
    import re

    return re.sub(_UNSEEN, _spell, safe(text))


def unsafe_characters(text: str) -> list[str]:
    """Spell out the characters of `text` that `safe` neutralises; tabs and line ends are not among them."""
    import re

    return sorted({_spell(m) for m in re.finditer(_UNSAFE, text) if m[0] not in "\t\r\n"})


def _spell(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
