"""Forms for sources: add one, change one, choose from a list of them."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from diplotui.errors import DiplotuiError, InputError
from diplotui.fetching.changes import Wish, WrongWish, change_source
from diplotui.model.sources import Keep, Source
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.correct import Field
from diplotui.tui.screens.form import FormScreen
from diplotui.tui.screens.source_offers import Said

YES = ("y", "yes", "on", "true", "1")
NO = ("n", "no", "off", "false", "0", "")


def read_yes(field: str, words: str) -> bool:
    """``yes`` or ``no``. Raises WrongWish."""
    if words.strip().lower() in YES:
        return True
    if words.strip().lower() in NO:
        return False
    raise WrongWish(field, "write yes or no")


class SourceForm(FormScreen[Said | None]):
    """Fields of a source, a line each, and what is wrong with one under it."""

    SCOPE = "source-form"
    BINDINGS = bindings_for("source-form")
    AUTO_FOCUS = "Field"
    TITLE_WORDS = ""
    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["../styles/modals.tcss", "../styles/sources.tcss"]

    def __init__(self, lanes: Lanes, about: str, fields: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self.lanes = lanes
        self.about = about
        self.fields = {
            name: Field(text, id=f"field-{name}", placeholder=hint, select_on_focus=False)
            for name, (text, hint) in fields.items()
        }
        self.faults = {name: Static("", classes="fault", markup=False) for name in fields}
        self.trouble = Static("", id="trouble", markup=False)
        self._saving = False

    def compose(self) -> ComposeResult:
        """What it is about, the fields, the reason of a failure, the buttons."""
        with VerticalScroll(id="source-form", can_focus=False) as form:
            form.border_title = Content(self.TITLE_WORDS)
            yield Static(Content(one_line(self.about)), id="about")
            for name, field in self.fields.items():
                with Horizontal(classes="field"):
                    yield Static(Content(name), classes="name")
                    yield field
                yield self.faults[name]
            yield self.trouble
            with Horizontal(id="buttons"):
                yield Button("Do it f2", id="save", variant="primary", compact=True)
                yield Button("Leave esc", id="leave", compact=True)

    def on_mount(self) -> None:
        """Nothing is wrong yet."""
        for field in self.fields.values():
            field.cursor_blink = False
        self.show_faults({})

    def insert_text(self, text: str) -> None:
        """Put text into the field that has the focus, else the first."""
        focused = self.focused
        field = focused if isinstance(focused, Field) else next(iter(self.fields.values()))
        if text:
            field.insert_text_at_cursor(text)

    def typed(self, name: str) -> str:
        """What stands in a field."""
        return one_line(self.fields[name].value)

    def show_faults(self, wrong: Mapping[str, str], trouble: str = "") -> None:
        """Say what is wrong: under its field, or under all of them."""
        self.trouble.update(Content(one_line(trouble)))
        for name, fault in self.faults.items():
            fault.update(Content(one_line(wrong.get(name, ""))))
            fault.display = name in wrong
        if wrong:
            self.fields[next(iter(wrong))].focus()

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Do it, unless it is being done."""
        if not self._saving:
            self._saving = True
            self.show_faults({})
            start(self, self._save, "write")

    async def _save(self) -> None:
        try:
            await self.save()
        except WrongWish as error:
            known = error.field if error.field in self.fields else next(iter(self.fields))
            self.show_faults({known: str(error)})
        except DiplotuiError as error:
            self.show_faults({}, str(error))
        except Exception as error:
            self.log.error(error)
            self.show_faults({}, f"that did not work: {type(error).__name__}: {error}")
        finally:
            self._saving = False

    async def save(self) -> None:
        """Do it. Raises WrongWish for one field, DiplotuiError for all."""
        raise NotImplementedError

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close; nothing was done."""
        self.dismiss(None)


class ChangeScreen(SourceForm):
    """What was chosen for a source."""

    TITLE_WORDS = "Change the source"

    def __init__(self, source: Source, lanes: Lanes) -> None:
        self.source = source
        every = str(source.minutes) if source.minutes else "auto"
        fields = {
            "name": (source.name, "what to call it"),
            "grade": (source.reliability or "", "A reliable to E unreliable, F cannot be judged, or none"),
            "every": (every, "20 (minutes), 2h, 1d, or auto: as its entries come"),
            "keep": (source.keep.value, ", ".join(Keep)),
            "topic": (source.topic or "any", "the topic that keep means: its id, or any"),
        }
        if not source.is_folder:
            fields |= {
                "pages": ("yes" if source.pages else "no", "yes: the pages of its articles are fetched too"),
                "private": ("yes" if source.allow_private else "no", "yes: it may be on this network"),
                "secret": (source.secret or "none", "env:NAME or file:PATH where its password is, or none"),
            }
        super().__init__(lanes, source.url, fields)

    async def save(self) -> None:
        """Write what was changed."""
        texts = {name: self.typed(name) for name in self.fields}
        changed = {name: text for name, text in texts.items() if text != self.fields_before[name]}
        if not changed:
            raise InputError("nothing is changed yet")
        flags = {
            field: read_yes(name, changed.pop(name))
            for name, field in (("pages", "pages"), ("private", "allow_private"))
            if name in changed
        }
        wish = Wish(**changed, **flags)  # type: ignore[arg-type]
        made = await self.lanes.writer.run(lambda store: change_source(store, self.source, wish))
        names = ", ".join([*changed, *flags])
        self.dismiss((f"{one_line(made.name)}: changed {names}", (made.id,) if "secret" in changed else ()))

    @property
    def fields_before(self) -> dict[str, str]:
        """What stood in the fields at first."""
        source = self.source
        return {
            "name": one_line(source.name),
            "grade": source.reliability or "",
            "every": str(source.minutes) if source.minutes else "auto",
            "keep": source.keep.value,
            "topic": source.topic or "any",
            "pages": "yes" if source.pages else "no",
            "private": "yes" if source.allow_private else "no",
            "secret": source.secret or "none",
        }


__all__ = ["ChangeScreen", "SourceForm", "read_yes"]
