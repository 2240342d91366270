"""Addresses lead to the same page in the language of each version, or to another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.structure.addresses import address_key, is_same_address

EN_FR = ("en", "fr")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("https://a.example/en/guide.html#start", "http://www.a.example/fr/guide#debut"),
        ("/docs/guide/", "/fr/docs/guide/index.md"),
        ("/en-US/docs/Web", "/fr/docs/Web"),
        ("guide.md#a", "guide.fr.md#b"),
        ("img/map_en.png", "img/map_fr.png"),
        ("img/map.png", "../img/map.fr-CA.png"),
        ("#before", "#avant"),
        ("https://en.wiki.example/Bridge", "https://fr.wiki.example/Pont"),
        ("https://a.example/docs/guide", "../guide.md"),
        ("https://a.example/x?lang=en&p=2", "https://a.example/x?p=2&lang=fr"),
        ("a%20b.md", "a b.md"),
        ("README.md", "README.fr.md"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_the_same_page_in_each_language(source: str, target: str) -> None:
    """Marks of a language, anchors, forms of a page, and local for full addresses."""
    assert is_same_address(source, target, EN_FR)
    assert is_same_address(target, source, EN_FR)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("https://a.example/guide", "https://b.example/guide"),
        ("https://a.example/guide", "https://a.example/offers"),
        ("https://a.example/x?p=2", "https://a.example/x?p=3"),
        ("guide.md", "rules.md"),
        ("/docs/guide", "https://a.example/offers"),
        ("mailto:a@b.example", "mailto:c@b.example"),
        ("https://a.example/", "https://b.example/"),
        ("guide.md", ""),
    ],
)
def test_another_page(source: str, target: str) -> None:
    """Another host, path, query or person."""
    assert not is_same_address(source, target, EN_FR)


@given(st.text(max_size=60))
def test_any_address_is_the_same_as_itself(address: str) -> None:
    """Whatever it holds."""
    assert is_same_address(address, address, EN_FR)
    assert address_key(address, EN_FR) == address_key(address, EN_FR)
