"""A field of one line, for words that a person types or pastes."""

from textual import events
from textual.widgets import Input

from diplotui.text import one_line


class LineField(Input):
    """A field of one line; what is pasted into it is cleaned like any text from outside.

    Keys that edit act here at once, as letters do. Left to the bindings they would go round by way of the
    app, and letters typed fast behind them would come first: a backspace would then take the wrong one.
    """

    async def _on_key(self, event: events.Key) -> None:
        own = () if event.is_printable else self._bindings.key_to_bindings.get(event.key, ())
        if own:
            event.stop()
            event.prevent_default()
            await self.run_action(own[0].action)
        else:
            await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        event.text = one_line(event.text)
