"""The form for something heard, as on the telephone: it becomes a document like any other."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from diplotui.clock import read_when
from diplotui.errors import InputError
from diplotui.model import Basis, Stance
from diplotui.text import one_line
from diplotui.tui.field_readers import by_corrections, known_of, optional, read_basis, read_each
from diplotui.tui.keymap import TAKEN_BACK, keyed
from diplotui.tui.screens.fields_form import FieldsForm
from diplotui.words import long_day, plural

if TYPE_CHECKING:
    from diplotui.store import Store
    from diplotui.tui.screens.main import MainScreen

FIELDS: dict[str, tuple[str, str]] = {
    "who": ("", "a name; unnamed: the agreed description, a senior official"),
    "office": ("", "as in foreign ministry spokesperson"),
    "party": ("", "code of the party it speaks for, as US, GB or NATO; empty: for nobody"),
    "when": ("now", "now, 20 minutes ago, yesterday 14:05"),
    "basis": ("on the record", "on the record, on background, unnamed"),
    "words": ("", "what was said, in its words"),
    "topic": ("", "empty: by the words"),
}
STANCE_HINT = "on that claim: denies, confirms, declines ...; empty: by the words"


class TelephoneScreen(FieldsForm):
    """Who, on what basis, when, the words."""

    TITLE_WORDS = "Heard, by hand"
    DRAFT = "heard"

    def __init__(self, board: "MainScreen") -> None:
        marked = board.denials.claim if board.current == "denials" else None
        self.claim = marked.claim if marked is not None else None
        fields = dict(FIELDS)
        about = "Something you heard, as on the telephone: filed as a document with its statement, accepted."
        if self.claim is not None:
            fields["stance"] = ("", STANCE_HINT)
            about = f"Heard on the claim: {self.claim.text}"
        super().__init__(board, about, fields)

    def read(
        self, store: "Store", typed: Mapping[str, str]
    ) -> "tuple[dict[str, str], Callable[[Store], str] | None]":
        """The fields as what was heard."""
        now = self.board.clock()
        known = known_of(store, now)

        def needed(what: str) -> Callable[[str], str]:
            def read(word: str) -> str:
                if not word:
                    raise InputError(f"needed: {what}")
                return word

            return read

        def day(word: str) -> date:
            instant = now if word.casefold() in ("", "now") else read_when(word, base=now)
            if instant > now and instant.astimezone().date() > now.astimezone().date():
                raise InputError("that lies ahead; what was heard is of now or earlier")
            return instant.astimezone().date()

        readers: dict[str, Callable[[str], object]] = {
            "who": needed("a name, or a description such as a senior official"),
            "office": optional(one_line),
            "party": by_corrections("party", known),
            "when": day,
            "basis": read_basis,
            "words": needed("the words that were said"),
            "topic": optional(by_corrections("topic", known)),
        }
        if self.claim is not None:
            readers["stance"] = optional(by_corrections("stance", known))
        values, wrong = read_each(typed, readers)
        return wrong, None if wrong else self._job(values)

    def _job(self, values: dict[str, Any]) -> "Callable[[Store], str]":
        from diplotui.heard import Heard, file_heard

        basis: Basis = values["basis"]
        heard = Heard(
            values["who"],
            values["words"],
            values["when"],
            basis,
            values["office"],
            values["party"],
            values["topic"],
        )
        stance: Stance | None = values.get("stance")
        answers = ((self.claim.id, stance),) if self.claim is not None and stance is not None else ()

        taken_back = keyed(self, TAKEN_BACK)

        def job(store: "Store") -> str:
            report = file_heard(store, heard, answers)
            count = plural(max(1, report.statements), "statement")
            return f"filed as of {long_day(heard.said)}: {count} {taken_back}"

        return job


def show_telephone(board: "MainScreen") -> None:
    """Open the form for something heard."""
    if board.refused_in_the_past():
        return
    board.app.push_screen(TelephoneScreen(board), lambda said: board.hints.say(said) if said else None)
