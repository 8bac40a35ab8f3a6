"""The form that makes a statement, and a claim with it, of a passage that was marked in its document."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from diplotui.model import DocumentView, Passage, Stance
from diplotui.text import one_line
from diplotui.tui.field_readers import by_corrections, known_of, optional, read_basis, read_each
from diplotui.tui.keymap import keyed
from diplotui.tui.lines import cut, quoted
from diplotui.tui.screens.fields_form import FieldsForm

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen

SHOWN = 140
"""Cells of the passage that are shown above the fields."""


class NewStatementScreen(FieldsForm):
    """Who said the passage, for whom, when, on what basis; the claim that it puts forward or denies."""

    TITLE_WORDS = "New statement of the marked passage"

    def __init__(self, view: DocumentView, passage: Passage, event: str, board: "MainScreen") -> None:
        self.passage = passage
        self.event = event
        self.read_at = view.cursor
        day = view.document.published
        fields = {
            "speaker": ("", "a name; + before it adds a person"),
            "office": ("", "as in foreign ministry spokesperson"),
            "party": ("", "code of the party it speaks for; empty: for nobody"),
            "said": (day.isoformat() if day else "", "day: 13 Feb 2024, 3 days ago; empty: unknown"),
            "basis": ("on the record", "on the record, on background, unnamed"),
            "claim": ("", "a sentence that can be affirmed or denied; empty: none"),
            "stance": (Stance.ASSERTS.value, "asserts, denies, declines ..."),
            "about": ("", "codes of the parties that the claim is about"),
        }
        super().__init__(board, cut(quoted(one_line(passage.exact)), SHOWN), fields)

    def read(
        self, store: "Store", typed: Mapping[str, str]
    ) -> "tuple[dict[str, str], Callable[[Store], str] | None]":
        """The fields as a statement and a claim."""
        known = known_of(store, self.board.clock())
        readers: dict[str, Callable[[str], object]] = {
            "speaker": by_corrections("speaker", known),
            "office": optional(one_line),
            "party": by_corrections("party", known),
            "said": by_corrections("said", known),
            "basis": read_basis,
            "claim": optional(one_line),
            "stance": by_corrections("stance", known),
            "about": by_corrections("about", known),
        }
        values, wrong = read_each(typed, readers)
        return wrong, None if wrong else self._job(values)

    def _job(self, values: dict[str, Any]) -> "Callable[[Store], str]":
        done = keyed(self, "statement made ({document.undo} takes it back)")

        def job(store: "Store") -> str:
            what = cut(one_line(self.passage.exact), 40)
            with store.together(f"statement made of: {what}"):
                made = store.new_statement(
                    self.passage,
                    speaker=_speaker_id(store, values["speaker"]),
                    party=values["party"],
                    event=self.event,
                    basis=values["basis"],
                    said=values["said"],
                    office=values["office"],
                    read_at=self.read_at,
                )
                if values["claim"]:
                    store.new_claim(
                        made.id, values["claim"], subjects=values["about"], stance=values["stance"]
                    )
            return done

        return job


def _speaker_id(store: "Store", speaker: object) -> str | None:
    """The id of the speaker; a new person is filed first."""
    from diplotui.model import Actor, Filing

    if isinstance(speaker, Actor):
        store.file(Filing(actors=(speaker,)))
        return speaker.id
    return speaker if isinstance(speaker, str) else None
