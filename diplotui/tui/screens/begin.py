"""The first minute: an empty ledger is filled with the sample, so that there is something to look at."""

from functools import partial

from diplotui.tui.background import start
from diplotui.tui.screens.main import MainScreen


def read_sample(board: MainScreen) -> None:
    """Read the sample into this ledger, one text after the other; only where there is nothing in it yet."""
    if any(topic.events for topic in board.topics.topics):
        board.hints.say("only an empty ledger takes the sample; diplotui demo shows it in one of its own")
    else:
        start(board, partial(_read_sample, board), "write")


async def _read_sample(board: MainScreen) -> None:
    """Each text is a job of its own, so that notes and decisions need not wait for all of them."""
    from diplotui.ingest import ensure_topics
    from diplotui.sample import ingest_sample, sample_texts

    with board.told():
        await board.lanes.writer.run(ensure_topics)
        texts = sample_texts()
        for number, text in enumerate(texts, 1):
            board.hints.say(f"reading the sample: {number} of {len(texts)} texts ...")
            await board.lanes.writer.run(partial(ingest_sample, texts=[text]))
        board.timeline.action_first()
        board.hints.say(
            f"the sample is read: {len(texts)} texts; it is a week of February 2024, in our own words"
        )
