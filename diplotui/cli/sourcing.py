"""Commands that change watched sources, list what they left out, and keep the ledger small."""

import argparse

from diplotui.cli.ledger import ledger_path
from diplotui.cli.output import print_json, print_table, say
from diplotui.errors import DiplotuiError, InputError
from diplotui.fetching.changes import GRADE_WORDS, Wish, WrongWish, change_source
from diplotui.fetching.entries import take_in as take_entry_in
from diplotui.fetching.rounds import tidy as tidy_ledger
from diplotui.fetching.words import fate_words
from diplotui.model.sources import Retention, ShownEntry, Source, Tidied
from diplotui.store import open_store

MOST_DAYS = 36_500
MOST_MEGABYTES = 1_000_000
WISHES = ("name", "grade", "every", "topic", "keep", "secret")


def change(chosen: argparse.Namespace) -> int:
    """Change a watched source: name, grade, interval, topic, what is kept, password, pages, paused."""
    wish = Wish(
        **{field: getattr(chosen, field) for field in WISHES},
        pages=chosen.pages,
        allow_private=chosen.allow_private,
    )
    if wish == Wish():
        raise InputError("nothing to change; 'diplotui change --help' names what can be")
    with open_store(ledger_path(chosen), create=False) as store:
        source = store.sources.find(chosen.source)
        try:
            made = change_source(store, source, wish)
        except WrongWish as error:
            raise InputError(f"--{error.field.replace('_', '-')}: {error}") from None
    print(f"{made.id}: {standing_words(made)}")
    return 0


def pause(chosen: argparse.Namespace) -> int:
    """Do not ask a source until it is resumed."""
    return _pause(chosen, True)


def resume(chosen: argparse.Namespace) -> int:
    """Ask a source again."""
    return _pause(chosen, False)


def _pause(chosen: argparse.Namespace, paused: bool) -> int:
    with open_store(ledger_path(chosen), create=False) as store:
        source = store.sources.find(chosen.source)
        change_source(store, source, Wish(paused=paused))
    print(f"{source.name} is {'paused; resume asks it again' if paused else 'asked again, at once'}")
    return 0


def standing_words(source: Source) -> str:
    """What was chosen for a source, in a line."""
    grade = GRADE_WORDS.get(source.reliability or "")
    parts = [
        source.name,
        f"grade {source.reliability} ({grade})" if grade else "no grade",
        f"every {source.minutes} minutes" if source.minutes else "asked as its entries come",
        f"keeps {source.keep.value}" + (f" of {source.topic}" if source.topic else ""),
    ]
    for holds, words in (
        (source.pages, "its pages are fetched"),
        (source.allow_private, "may be on this network"),
        (bool(source.secret), f"password in {source.secret}"),
        (source.paused, "paused"),
    ):
        if holds:
            parts.append(words)
    return ", ".join(parts)


def left_out(chosen: argparse.Namespace) -> int:
    """List what came in and says nothing: left out by a filter, not readable, or without a statement."""
    with open_store(ledger_path(chosen), create=False) as store:
        source = store.sources.find(chosen.source).id if chosen.source else None
        names = {each.source.id: each.source.name for each in store.sources.listed()}
        found = store.sources.entries(source, bare=True, limit=chosen.limit)
    if chosen.json:
        print_json([_entry_json(entry, names) for entry in found])
    elif not found:
        say("nothing was left out")
    else:
        rows = [
            (entry.number, names.get(entry.source, ""), (entry.published or entry.first_seen)[:10],
             entry.title, fate_words(entry)[0])
            for entry in found
        ]  # fmt: skip
        print_table(("entry", "source", "day", "title", "why"), rows, wide=(3, 4))
        if any(entry.can_be_taken_in for entry in found):
            say("'diplotui take-in ENTRY' takes one in after all")
    return 0


def _entry_json(entry: ShownEntry, names: dict[str, str]) -> dict[str, object]:
    return {
        "entry": entry.number,
        "source": names.get(entry.source),
        "title": entry.title,
        "url": entry.link,
        "published": entry.published,
        "first_seen": entry.first_seen,
        "document": entry.document,
        "language": entry.language,
        "why": fate_words(entry)[0],
        "can_be_taken_in": entry.can_be_taken_in,
    }


def take_in(chosen: argparse.Namespace) -> int:
    """Read entries that were left out into the ledger after all."""
    failed = 0
    with open_store(ledger_path(chosen), create=False) as store:
        for number in chosen.entries:
            try:
                report = take_entry_in(store, number)
                print(f"entry {number}: {report.document_id}, {report.statements} statements")
            except DiplotuiError as error:
                failed += 1
                say(f"diplotui: {error}")
    return 1 if failed else 0


def tidy(chosen: argparse.Namespace) -> int:
    """Take away old texts of sources on which nothing rests; without --yes only say what would go."""
    if chosen.always and chosen.never:
        raise InputError("--always and --never do not go together")
    wanted = Retention(
        _within(chosen.older_than, MOST_DAYS, "--older-than"),
        _within(chosen.larger_than, MOST_MEGABYTES, "--larger-than"),
    )
    with open_store(ledger_path(chosen), create=False) as store:
        if chosen.never:
            store.sources.set_retention(Retention())
            print("nothing is taken away by itself any more")
            return 0
        if wanted == Retention():
            wanted = store.sources.retention()
        if wanted == Retention():
            raise InputError(
                "say what may go: --older-than DAYS, --larger-than MB, or both; nothing is taken on which"
                " a statement, a decision or a note rests"
            )
        done = chosen.yes or chosen.always
        found = tidy_ledger(store, wanted, preview=not done)
        if chosen.always:
            store.sources.set_retention(wanted)
    print(_tidied_words(found, done))
    for title in () if done else found.titles:
        print(f"  {title or 'without a title'}")
    if chosen.always:
        print("the same is done after every round of fetching; 'diplotui tidy --never' ends that")
    elif not done and (found.documents or found.left_out_texts):
        say("nothing was taken away; add --yes to do it")
    return 0


def _within(value: int | None, most: int, option: str) -> int | None:
    if value is not None and not 0 < value <= most:
        raise InputError(f"{option}: write a number from 1 to {most:,}")
    return value


def _tidied_words(found: Tidied, done: bool) -> str:
    if not found.documents and not found.left_out_texts:
        return "there is nothing to take away"
    verb = "taken away" if done else "would go"
    return (
        f"{verb}: {found.documents} documents without a statement and {found.left_out_texts} texts that were"
        f" left out, {found.characters:,} characters, that came in from {found.oldest} to {found.newest}"
    )
