"""Which texts the rules read."""

import pytest

from diplotui.extraction.language import is_english


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ecuador offered Peru a ceasefire through Brazil, Reuters reported, citing two officers.", True),
        ("Peru denies it.", True),
        ("Das Auswärtige Amt in Berlin wies den Bericht am Mittwoch zurück und sprach von Erfindung.", False),
        ("Le ministère a démenti mercredi les informations de la presse sur une offre de trêve.", False),
        ("De regering ontkende woensdag dat er een aanbod was gedaan en sprak van een verzinsel.", False),
        ("El gobierno de Lima negó el miércoles que hubiera una oferta y habló de una invención.", False),
        ("A kormány szóvivője szerdán cáfolta, hogy a két fél a tűzszünetről tárgyalt volna.", False),
        ("Rzecznik rządu zaprzeczył w środę, że strony rozmawiały o zawieszeniu broni i jeńcach.", False),
        ("Talsmannen förnekade på onsdagen att parterna hade talat om vapenvila och fångar.", False),
        ("МИД России опроверг сообщение о перемирии. Reuters said so.", False),
        ("外交部发言人否认了这一报道", False),
        ("12 34 ?!", False),
    ],
)  # fmt: skip
def test_only_english_is_read(text: str, read: bool) -> None:
    assert is_english(text) is read
