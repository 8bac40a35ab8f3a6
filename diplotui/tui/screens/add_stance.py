"""The form that says what a statement does to a claim, where the rules found nothing."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from diplotui.errors import InputError
from diplotui.model import Claim, ClaimFilter, Coverage, EventDetail, Stance, StatementView
from diplotui.text import one_line
from diplotui.tui.corrections import read_coverage
from diplotui.tui.field_readers import by_corrections, known_of, optional, read_each
from diplotui.tui.keymap import TAKEN_BACK, keyed
from diplotui.tui.lines import cut, quoted
from diplotui.tui.screens.fields_form import FieldsForm

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen

SHOWN = 140
"""Cells of the passage that are shown above the fields."""


def find_claim(typed: str, claims: tuple[Claim, ...], store: "Store") -> Claim:
    """A claim by its number among ``claims``, else by words that only it has. Raises InputError."""
    words = typed.split()
    if not words:
        raise InputError("needed: the number of a claim in pane 4, or words of it")
    if typed.isdecimal():
        number = int(typed[:6])
        if not 1 <= number <= len(claims):
            raise InputError(f"the event's claims have the numbers 1 to {len(claims)}; or write words of one")
        return claims[number - 1]
    here = [claim for claim in claims if all(word.casefold() in claim.text.casefold() for word in words)]
    if len(here) == 1:
        return here[0]
    found = store.claim_page(ClaimFilter(words=tuple(words)), limit=2)
    if found.total == 1:
        return found.rows[0].claim
    if not found.total:
        raise InputError("no claim has these words")
    raise InputError(f"{found.total} claims have these words; write more of the one that is meant")


class AddStanceScreen(FieldsForm):
    """Which claim, what the statement does to it, within which scope, how plainly."""

    TITLE_WORDS = "What this statement does to a claim"

    def __init__(self, view: StatementView, detail: EventDetail, board: "MainScreen") -> None:
        self.view = view
        self.claims = tuple(row.claim for row in detail.claims)
        self.read_at = detail.cursor
        fields = {
            "claim": ("", "its number in pane 4, or words of it, in whichever event"),
            "stance": ("denies", "asserts, confirms, denies, partly-denies, declines ..."),
            "scope": ("", "the words that bound it; empty: none"),
            "coverage": (Coverage.EXPLICIT.value, "explicit, characterised, implied"),
        }
        super().__init__(board, cut(quoted(one_line(view.statement.exact)), SHOWN), fields)

    def read(
        self, store: "Store", typed: Mapping[str, str]
    ) -> "tuple[dict[str, str], Callable[[Store], str] | None]":
        """The fields as a stance."""
        known = known_of(store, self.board.clock())
        readers: dict[str, Callable[[str], object]] = {
            "claim": lambda words: find_claim(words, self.claims, store),
            "stance": by_corrections("stance", known),
            "scope": optional(one_line),
            "coverage": read_coverage,
        }
        values, wrong = read_each(typed, readers)
        return wrong, None if wrong else self._job(values)

    def _job(self, values: dict[str, Any]) -> "Callable[[Store], str]":
        taken_back = keyed(self, TAKEN_BACK)

        def job(store: "Store") -> str:
            stance: Stance = values["stance"]
            store.add_stance(
                self.view.statement.id,
                values["claim"].id,
                stance,
                scope=values["scope"],
                coverage=values["coverage"],
                read_at=self.read_at,
            )
            text = cut(one_line(values["claim"].text), 40)
            return f"{stance.value.replace('-', ' ')} {taken_back}: {text}"

        return job


def show_add_stance(board: "MainScreen") -> None:
    """Say what the statement shown does to a claim."""
    view, detail = board.statement.view, board.statement.detail
    if view is None or detail is None:
        board.hints.say("no statement is shown")
        return
    screen = AddStanceScreen(view, detail, board)
    board.app.push_screen(screen, lambda said: board.hints.say(said) if said else None)
