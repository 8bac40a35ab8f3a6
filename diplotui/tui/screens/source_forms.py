"""Forms for sources: add one, change one, choose from a list of them."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.widgets import Button, Input

from diplotui.errors import DiplotuiError, InputError
from diplotui.fetching.changes import Wish, WrongWish, change_source
from diplotui.model.sources import Keep, Source
from diplotui.text import one_line
from diplotui.tui.background import start
from diplotui.tui.commands import bindings_for
from diplotui.tui.lanes import Lanes
from diplotui.tui.screens.field_rows import FieldRows
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


class SourceForm(FieldRows[Said | None]):
    """Fields of a source, a line each, and what is wrong with one under it."""

    SCOPE = "source-form"
    BINDINGS = bindings_for("source-form")
    FORM_ID = "source-form"
    DO_WORDS = "Do it"
    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["../styles/modals.tcss", "../styles/sources.tcss"]

    def __init__(self, lanes: Lanes, about: str, fields: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(about, fields)
        self.lanes = lanes
        self._saving = False

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
        changed = {name: text for name, text in self.typed.items() if text != self.at_first[name]}
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


__all__ = ["ChangeScreen", "SourceForm", "read_yes"]
