"""The form that makes the ledger forget a document or an actor: its id must be typed first."""

from collections import Counter
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from diplotui.errors import DiplotuiError
from diplotui.model import Actor, DocumentView
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.keymap import keyed
from diplotui.tui.lanes import Lanes
from diplotui.tui.lines import cut
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.widgets.line_field import LineField
from diplotui.words import plural

TITLE_CELLS = 60


def document_words(view: DocumentView) -> tuple[str, str]:
    """What a document is called, and what goes with it."""
    document = view.document
    name = cut(one_line(document.title or document.text[:200]), TITLE_CELLS)
    gone = f"its text of {len(document.text):,} characters, {plural(len(view.statements), 'statement')}"
    return name, f"{gone}, and the events, claims and people that nothing else in the ledger speaks of"


def actor_words(actor: Actor) -> tuple[str, str]:
    """What an actor is called, and what goes with it."""
    return one_line(actor.name), "the name everywhere in the ledger; the statements stay, without a speaker"


class PurgeScreen(FormScreen[str | None]):
    """Says what will be gone and asks for the id; gives a line that says what was forgotten."""

    SCOPE = "purge"
    BINDINGS = bindings_for("purge")

    def __init__(self, view: DocumentView, speaker: Actor | None, lanes: Lanes) -> None:
        super().__init__()
        self.lanes = lanes
        self.choices = [(f"document/{view.document.id}", *document_words(view))]
        if speaker is not None:
            self.choices.append((f"actor/{speaker.id}", *actor_words(speaker)))
        self.index = 0
        self.what = Static("", id="what", markup=False)
        self.field = LineField("", id="purge-field", select_on_focus=False)
        self.trouble = Static("", id="trouble", markup=False)
        self._writing = False

    def compose(self) -> ComposeResult:
        """What will be gone, the field for the id, why it was not done."""
        with Vertical(id="purge") as form:
            form.border_title = Content("Forget for good")
            form.border_subtitle = Content(keyed(self, "enter forgets, {purge.leave} leaves"))
            yield self.what
            yield self.field
            yield self.trouble

    def on_mount(self) -> None:
        """Nothing blinks."""
        self.field.cursor_blink = False
        self._show()

    @property
    def reference(self) -> str:
        """What would be forgotten."""
        return self.choices[self.index][0]

    def _show(self) -> None:
        reference, name, gone = self.choices[self.index]
        other = (
            f"\nf3: the {'speaker' if self.index == 0 else 'document'} instead."
            if len(self.choices) > 1
            else ""
        )
        self.what.update(
            Content(
                f"{name}\n\nGone will be {gone}. It is taken out of the journal, too. This cannot be undone,"
                " and neither can anything done before it. Copies and backups keep it.\n"
                f"{other}\nTo forget it, type its id: {reference.partition('/')[2]}"
            )
        )
        self.trouble.update("")

    def insert_text(self, text: str) -> None:
        """Put text into the field."""
        if text:
            self.field.insert_text_at_cursor(text)

    def action_other(self) -> None:
        """The speaker in place of the document, and back."""
        self.index = (self.index + 1) % len(self.choices)
        self._show()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        typed = one_line(self.field.value)
        if typed not in (self.reference, self.reference.partition("/")[2]):
            self.trouble.update("that is not its id; nothing was forgotten")
        elif not self._writing:
            self._writing = True
            self.trouble.update("forgetting …")
            start(self, partial(self._purge, self.reference), "write")

    async def _purge(self, reference: str) -> None:
        try:
            gone = await self.lanes.writer.run(lambda store: store.purge(reference))
        except DiplotuiError as error:
            self.trouble.update(Content(one_line(str(error))))
        else:
            kinds = Counter(one.partition("/")[0].replace("_", " ") for one in gone)
            words = ", ".join(plural(count, kind) for kind, count in kinds.items())
            self.dismiss(f"forgotten for good: {words}")
        finally:
            self._writing = False

    def action_leave(self) -> None:
        """Close; nothing is forgotten."""
        self.dismiss(None)
