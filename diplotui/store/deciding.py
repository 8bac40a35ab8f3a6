"""What a person does to the ledger: decide, correct, make, merge, split, and take it back.

Each call is one transaction and one action that can be undone and redone. ``read_at`` is the cursor
(``EventDetail.cursor``, ``Store.cursor()``) at which the caller read what it is about to change: where
another session has changed one of the rows since, ConflictError says so and nothing is written. None: no such
check.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from diplotui.errors import ConflictError, InputError
from diplotui.ids import record_id
from diplotui.model import (
    KEEP,
    Act,
    Actor,
    Basis,
    Claim,
    Coverage,
    DateBounds,
    Decision,
    Event,
    EventKind,
    Keep,
    Passage,
    Stance,
    StanceRow,
    Statement,
)
from diplotui.store import actions, decisions, journal, rows, undo, write
from diplotui.store.reading import Reading
from diplotui.store.tables import TABLES


class Deciding(Reading):
    """A person's decisions; what they touch is accepted, and no later run overwrites it."""

    def decide(self, reference: str, decision: Decision, *, read_at: str | None = None) -> None:
        """Record a person's decision on ``statement/s1``, ``stance/s1/c1`` and the like. Raises NotFound."""
        self.decide_all((reference,), decision, read_at=read_at)

    def decide_all(
        self, references: Sequence[str], decision: Decision, *, read_at: str | None = None
    ) -> None:
        """Accept or throw out several rows at once, as a statement with its stances: one action."""
        more = f" and {len(references) - 1} more" if len(references) > 1 else ""
        with self._changing(f"{references[0]}{more} {decision.value}", references, read_at):
            for reference in references:
                write.decide(self._connection, reference, decision)

    def correct_statement(
        self,
        statement_id: str,
        *,
        speaker: str | Actor | Keep | None = KEEP,
        office: str | Keep | None = KEEP,
        party: str | Keep | None = KEEP,
        said: DateBounds | Keep = KEEP,
        basis: Basis | Keep = KEEP,
        event: str | Keep = KEEP,
        topic: str | Keep = KEEP,
        read_at: str | None = None,
    ) -> Statement:
        """Change what is given of a statement, accept it, and return it as it is now.

        ``speaker``: an actor's id, or a new ``Actor``, which is filed; takes the old one's place in the
        chain. ``party``: a code, None for one who speaks for nobody. ``event``: the statement moves there
        with the claims that it alone speaks of. ``topic``: the topic of the event in which it stands, and so
        of all that stands there. Raises NotFound, InputError for a party that is no code.
        """
        with self._changing(f"statement/{statement_id} corrected", (f"statement/{statement_id}",), read_at):
            connection = self._connection
            before = rows.statement_of(decisions.found(connection, "statement", statement_id))
            values: dict[str, object] = {}
            if speaker is not KEEP:
                who = decisions.file_actor(connection, speaker) if isinstance(speaker, Actor) else speaker
                if who is not None:
                    decisions.found(connection, "actor", who)
                values |= decisions.speaker_change(before, who)
            if office is not KEEP:
                values["office"] = office
            if party is not KEEP:
                values["party"] = None if party is None else _party(party)
            if said is not KEEP:
                values |= {
                    "said": said.edtf,
                    "earliest": rows.day_text(said.earliest),
                    "latest": rows.day_text(said.latest),
                }
            if basis is not KEEP:
                values["basis"] = basis.value
            decisions.change(connection, "statement", [statement_id], **values)
            if event is not KEEP:
                decisions.move_statement(connection, statement_id, event)
            if topic is not KEEP:
                where = decisions.event_of_statement(connection, statement_id)
                decisions.found(connection, "topic", topic)
                if where is not None:
                    decisions.change(connection, "event", [where], topic=topic)
            return rows.statement_of(decisions.found(connection, "statement", statement_id))

    def correct_stance(
        self,
        statement_id: str,
        claim_id: str,
        *,
        stance: Stance | Keep = KEEP,
        scope: str | Keep | None = KEEP,
        coverage: Coverage | Keep = KEEP,
        to_claim: str | Keep = KEEP,
        read_at: str | None = None,
    ) -> None:
        """Change what a statement does to a claim, or let it reach another claim; the stance is accepted.

        With ``to_claim`` the old stance stays as thrown out, so that no later run brings it back, and a claim
        that was only proposed and that nobody speaks of any more is thrown out, too. Raises NotFound.
        """
        reference = f"stance/{statement_id}/{claim_id}"
        values: dict[str, object] = {}
        if stance is not KEEP:
            values["stance"] = stance.value
        if scope is not KEEP:
            values["scope"] = scope
        if coverage is not KEEP:
            values["coverage"] = coverage.value
        with self._changing(f"{reference} corrected", (reference,), read_at):
            if to_claim is KEEP or to_claim == claim_id:
                decisions.change(self._connection, "stance", [statement_id, claim_id], **values)
            else:
                decisions.move_stance(self._connection, statement_id, claim_id, to_claim, values)

    def add_stance(
        self,
        statement_id: str,
        claim_id: str,
        stance: Stance,
        *,
        scope: str | None = None,
        coverage: Coverage = Coverage.EXPLICIT,
    ) -> None:
        """Say that a statement does this to a claim, as for a denial whose claim the rules did not find."""
        values = {"stance": stance.value, "scope": scope, "coverage": coverage.value}
        with self._changing(f"stance/{statement_id}/{claim_id} added"):
            decisions.put_stance(self._connection, statement_id, claim_id, values)

    def new_statement(
        self,
        passage: Passage,
        *,
        speaker: str | None,
        party: str | None,
        event: str,
        basis: Basis = Basis.ON_RECORD,
        said: DateBounds | None = None,
        office: str | None = None,
        act: Act | None = None,
    ) -> Statement:
        """Make a statement of a marked passage that the rules passed over.

        Its chain is the speaker and the document's publisher. Raises ConflictError where the passage does
        not stand in its document, or the statement is there already; NotFound.
        """
        with self._changing(f"statement made of: {shortened(passage.exact)}"):
            connection = self._connection
            decisions.found(connection, "event", event)
            publisher = decisions.found(connection, "document", passage.document)["publisher"]
            links = dict.fromkeys(link for link in (speaker, publisher) if link is not None)
            made = Statement(
                id=record_id("s", passage.document, passage.start, passage.end, speaker or "", party or ""),
                document=passage.document,
                start=passage.start,
                end=passage.end,
                exact=passage.exact,
                speaker=speaker,
                party=None if party is None else _party(party),
                chain=tuple(links),
                basis=basis,
                said=said or DateBounds(),
                office=office,
                act=act,
                event=event,
                rule=decisions.BY_HAND,
                decision=Decision.ACCEPTED,
            )
            for link in links:
                decisions.found(connection, "actor", link)
            if TABLES["statement"].find(connection, (made.id,)) is not None:
                raise ConflictError(f"statement/{made.id} says this already; correct that one")
            TABLES["statement"].insert(connection, rows.statement_row(made))
            return made

    def new_claim(
        self,
        statement_id: str,
        text: str,
        *,
        subjects: Sequence[str] = (),
        event: str | None = None,
        stance: Stance = Stance.ASSERTS,
        scope: str | None = None,
        kind: str = "fact",
    ) -> Claim:
        """Make a claim of a statement's passage, with the stance that the statement takes on it.

        ``event``: where it belongs, else the event in which the statement stands. Raises NotFound where
        there is none, InputError for an empty text or a party that is no code, ConflictError where the same
        claim was made of this statement before.
        """
        line = _sentence(text)
        with self._changing(f"claim made: {shortened(line)}"):
            connection = self._connection
            decisions.found(connection, "statement", statement_id)
            where = event or decisions.event_of_statement(connection, statement_id) or ""
            made = Claim(
                id=record_id("c", decisions.BY_HAND, statement_id, line),
                event=where,
                text=line,
                kind=kind,
                subjects=tuple(map(_party, subjects)),
                rule=decisions.BY_HAND,
                decision=Decision.ACCEPTED,
            )
            reaching = StanceRow(statement_id, made.id, stance, scope=scope)
            return decisions.new_claim(connection, statement_id, made, reaching)

    def correct_claim(
        self,
        claim_id: str,
        *,
        text: str | Keep = KEEP,
        subjects: Sequence[str] | Keep = KEEP,
        event: str | Keep = KEEP,
        read_at: str | None = None,
    ) -> Claim:
        """Change what is given of a claim, accept it, and return it as it is now. Raises NotFound."""
        values: dict[str, object] = {}
        if text is not KEEP:
            values["text"] = _sentence(text)
        if subjects is not KEEP:
            values["subjects"] = rows.to_json(tuple(dict.fromkeys(map(_party, subjects))))
        with self._changing(f"claim/{claim_id} corrected", (f"claim/{claim_id}",), read_at):
            if event is not KEEP:
                decisions.found(self._connection, "event", event)
                values["event"] = event
            decisions.change(self._connection, "claim", [claim_id], **values)
            return rows.claim_of(decisions.found(self._connection, "claim", claim_id))

    def set_subjects(self, claim_id: str, parties: Sequence[str], *, read_at: str | None = None) -> Claim:
        """Say which parties a claim is about: those whose positions make its status."""
        return self.correct_claim(claim_id, subjects=parties, read_at=read_at)

    def correct_event(
        self,
        event_id: str,
        *,
        title: str | Keep = KEEP,
        topic: str | Keep = KEEP,
        kind: EventKind | Keep = KEEP,
        date: DateBounds | Keep = KEEP,
        read_at: str | None = None,
    ) -> None:
        """Change what is given of an event, and accept it. Raises NotFound, InputError for an empty title."""
        values: dict[str, object] = {}
        if title is not KEEP:
            values["title"] = _sentence(title)
        if kind is not KEEP:
            values["kind"] = kind.value
        if date is not KEEP:
            values |= {
                "date": date.edtf,
                "earliest": rows.day_text(date.earliest),
                "latest": rows.day_text(date.latest),
            }
        with self._changing(f"event/{event_id} corrected", (f"event/{event_id}",), read_at):
            if topic is not KEEP:
                decisions.found(self._connection, "topic", topic)
                values["topic"] = topic
            decisions.change(self._connection, "event", [event_id], **values)

    def merge(self, kind: str, survivor: str, merged: str, *, read_at: str | None = None) -> str:
        """Say that two events, claims or actors are one; ``survivor`` stands for both from now on.

        Writes one row, which ``split`` or an undo takes back; later runs follow it. Returns the id that
        stands for both, another than ``survivor`` where that one was merged before. Raises NotFound,
        ConflictError where they are one already.
        """
        touched = (f"{kind}/{survivor}", f"{kind}/{merged}")
        with self._changing(f"{kind}/{merged} merged into {kind}/{survivor}", touched, read_at):
            return decisions.merge(self._connection, kind, survivor, merged)

    def split(self, kind: str, record: str, *, read_at: str | None = None) -> None:
        """Let an event, claim or actor that was merged stand for itself. Raises NotFound, ConflictError."""
        with self._changing(f"{kind}/{record} split off", (f"{kind}/{record}",), read_at):
            decisions.split(self._connection, kind, record)

    def split_event(
        self,
        event_id: str,
        *,
        claims: Sequence[str] = (),
        statements: Sequence[str] = (),
        title: str | None = None,
        topic: str | None = None,
        read_at: str | None = None,
    ) -> Event:
        """Make a new event of some claims and statements of one that holds two developments.

        Statements that speak of these claims alone go along. Raises NotFound, ConflictError.
        """
        values: dict[str, object] = {}
        if title is not None:
            values["title"] = _sentence(title)
        with self._changing(f"event/{event_id} parted", (f"event/{event_id}",), read_at):
            if topic is not None:
                decisions.found(self._connection, "topic", topic)
                values["topic"] = topic
            return decisions.split_event(self._connection, event_id, claims, statements, **values)

    def split_claim(
        self,
        claim_id: str,
        statements: Sequence[str],
        text: str,
        *,
        subjects: Sequence[str] | None = None,
        read_at: str | None = None,
    ) -> Claim:
        """Make a new claim for those statements that speak of another matter than this claim.

        ``subjects``: None, those of the old claim. Raises NotFound, ConflictError, InputError.
        """
        line = _sentence(text)
        with self._changing(f"claim/{claim_id} parted", (f"claim/{claim_id}",), read_at):
            return decisions.split_claim(self._connection, claim_id, statements, line, subjects)

    # Taking back.

    def undo(self) -> str | None:
        """Take back my last action that stands; says what was taken back, None where there is nothing.

        Mine are this session's and, after a restart, a person's from before it. As often as there are
        actions. Raises ConflictError, and changes nothing, where a later action touched the same rows.
        """
        action = self._read(lambda connection: actions.last_done(connection, self._session, self._began))
        return self._go_over(action, "undone", lambda one: (one.first, one.last), actions.mark_undone)

    def redo(self) -> str | None:
        """Do again what was undone last; None where there is nothing, or something was done since.

        Raises ConflictError, and changes nothing, where the rows were changed meanwhile.
        """
        action = self._read(lambda connection: actions.last_undone(connection, self._session, self._began))
        return self._go_over(
            action, "redone", lambda one: (one.undone_first or 0, one.undone_last or 0), actions.mark_redone
        )

    def _go_over(
        self,
        action: actions.Action | None,
        what: str,
        lines: Callable[[actions.Action], tuple[int, int]],
        mark: Callable[[sqlite3.Connection, actions.Action, int, int], None],
    ) -> str | None:
        """Take back some journal lines of an action, and note that it was done."""
        if action is None:
            return None
        try:
            with self._writing():
                first = journal.newest(self._connection) + 1
                undo.take_back(self._connection, *lines(action), what=what)
                last = journal.newest(self._connection)
                mark(self._connection, action, first, max(first, last))
        except ConflictError as error:
            if isinstance(error.__cause__, sqlite3.IntegrityError):
                raise ConflictError(f"not {what}: something newer refers to what it added") from error
            raise
        return f"{what.capitalize()}: {action.sentence}"

    @contextmanager
    def _changing(
        self, sentence: str, references: Sequence[str] = (), read_at: str | None = None
    ) -> Iterator[None]:
        """A person's action on rows that nobody else changed since ``read_at``."""
        with self._action(sentence):
            decisions.require_unchanged(self._connection, references, read_at, self._session)
            yield


def shortened(text: str) -> str:
    """A text as one line of at most 40 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise InputError("a text of at least one word is needed; nothing was written")
    return line


def _party(code: str) -> str:
    """A party's code in capitals. Raises InputError for what is none."""
    party = code.strip().upper()
    if not party or not party.replace("-", "").isalnum():
        raise InputError(f"{code!r} is no party's code, as in US, GB or NATO")
    return party
