"""Raised and lowered characters never run into what they follow; what is hidden is known as that."""

from __future__ import annotations

import pytest

from factcli.intake import inline


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("10", "24", "²⁴"),
        ("10", "−3", "⁻³"),
        ("2024", "1", "¹"),
        ("note", "a", "^a"),
        ("10", "2n", "^2n"),
        ("1", "st", "st"),
        ("note", "st", "^st"),
        ("x", "", ""),
    ],
)
def test_raised(before: str, text: str, expected: str) -> None:
    assert inline.raised(text, before) == expected


def test_lowered() -> None:
    assert (inline.lowered("2"), inline.lowered("i")) == ("₂", "_i")


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("s", {}),
        ("del", {}),
        ("strike", {}),
        ("p", {"hidden": None}),
        ("p", {"aria-hidden": "true"}),
        ("p", {"style": "color: red; DISPLAY : none"}),
        ("p", {"style": "visibility:hidden"}),
    ],
)
def test_unseen(tag: str, attributes: dict[str, str | None]) -> None:
    assert inline.is_unseen(tag, attributes)


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [("p", {}), ("span", {"aria-hidden": "false"}), ("p", {"style": "display: block"}), ("body", {"hidden": None})],
)
def test_seen(tag: str, attributes: dict[str, str | None]) -> None:
    assert not inline.is_unseen(tag, attributes)
