"""A screen over the dashboard goes once, and never takes another one with it."""

from textual.app import App

from diplotui.tui.screens.answering import AnsweringScreen


class Asked(AnsweringScreen[str]):
    """Nothing to see."""


async def test_the_second_answer_takes_nothing_else_away() -> None:
    answers: list[str | None] = []
    app = App[None]()
    async with app.run_test() as pilot:
        below, above = Asked(), Asked()
        await app.push_screen(below, answers.append)
        await app.push_screen(above, answers.append)
        above.dismiss("first")
        above.dismiss("second")
        await pilot.pause()
        assert app.screen is below and answers == ["first"]


async def test_an_answer_from_below_waits_until_the_screen_above_is_gone() -> None:
    answers: list[str | None] = []
    app = App[None]()
    async with app.run_test() as pilot:
        below, above = Asked(), Asked()
        await app.push_screen(below, answers.append)
        await app.push_screen(above)
        below.dismiss("saved")
        await pilot.pause()
        assert app.screen is above and answers == []
        above.dismiss(None)
        await pilot.pause()
        await pilot.pause()
        assert app.screen is app.screen_stack[0] and answers == ["saved"]
