"""What a person makes: statements and claims that the rules passed over, one record of two, two of one.

Each call is one step; ``read_at`` is as in ``correcting``.
"""

from collections.abc import Sequence

from diplotui.errors import ConflictError
from diplotui.ids import record_id
from diplotui.model import (
    Act,
    Basis,
    Claim,
    Coverage,
    DateBounds,
    Decision,
    Event,
    Passage,
    Stance,
    StanceRow,
    Statement,
)
from diplotui.store import decisions, rows
from diplotui.store.stepping import Stepping, shortened
from diplotui.store.tables import TABLES
from diplotui.store.typed import line_of, party_of


class Making(Stepping):
    """New records by hand, mergers and partings."""

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
        read_at: str | None = None,
    ) -> Statement:
        """Make a statement of a marked passage that the rules passed over.

        Its chain is the speaker and the document's publisher. Raises ConflictError where the passage does
        not stand in its document, or the statement is there already; NotFound.
        """
        with self._changing(f"statement made of: {shortened(passage.exact)}", (f"event/{event}",), read_at):
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
                party=None if party is None else party_of(party),
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
        read_at: str | None = None,
    ) -> Claim:
        """Make a claim of a statement's passage, with the stance that the statement takes on it.

        ``event``: where it belongs, else the event in which the statement stands. Raises NotFound where
        there is none, InputError for an empty text or a party that is no code, ConflictError where the same
        claim was made of this statement before.
        """
        line = line_of(text)
        with self._changing(f"claim made: {shortened(line)}", (f"statement/{statement_id}",), read_at):
            connection = self._connection
            decisions.found(connection, "statement", statement_id)
            where = event or decisions.event_of_statement(connection, statement_id) or ""
            made = Claim(
                id=record_id("c", decisions.BY_HAND, statement_id, line),
                event=where,
                text=line,
                kind=kind,
                subjects=tuple(map(party_of, subjects)),
                rule=decisions.BY_HAND,
                decision=Decision.ACCEPTED,
            )
            reaching = StanceRow(statement_id, made.id, stance, scope=scope)
            return decisions.new_claim(connection, statement_id, made, reaching)

    def add_stance(
        self,
        statement_id: str,
        claim_id: str,
        stance: Stance,
        *,
        scope: str | None = None,
        coverage: Coverage = Coverage.EXPLICIT,
        read_at: str | None = None,
    ) -> None:
        """Say that a statement does this to a claim, too, as for a denial whose claim the rules did not find.

        A stance of the statement on that claim is corrected, a thrown-out one comes back. Raises NotFound,
        ConflictError for a claim that was thrown out.
        """
        values = {"stance": stance.value, "scope": scope, "coverage": coverage.value}
        reference = f"stance/{statement_id}/{claim_id}"
        touched = (reference, f"statement/{statement_id}", f"claim/{claim_id}")
        with self._changing(f"{reference} added", touched, read_at):
            decisions.require_standing(self._connection, "claim", claim_id)
            decisions.put_stance(self._connection, statement_id, claim_id, values)

    def merge(self, kind: str, survivor: str, *merged: str, read_at: str | None = None) -> str:
        """Say that events, claims or actors are one; ``survivor`` stands for all of them from now on.

        Writes a row for each, which ``split`` or an undo takes back; later runs follow it. Returns the id
        that stands for all, another than ``survivor`` where that one was merged before. Raises NotFound,
        ConflictError where they are one already.
        """
        touched = tuple(f"{kind}/{one}" for one in (survivor, *merged))
        with self._changing(f"{', '.join(touched[1:])} merged into {touched[0]}", touched, read_at):
            for one in merged:
                survivor = decisions.merge(self._connection, kind, survivor, one)
            return survivor

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
            values["title"] = line_of(title)
        touched = [f"event/{event_id}", *(f"claim/{one}" for one in claims)]
        touched += [f"statement/{one}" for one in statements]
        with self._changing(f"event/{event_id} parted", touched, read_at):
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
        line = line_of(text)
        touched = [f"claim/{claim_id}", *(f"stance/{one}/{claim_id}" for one in statements)]
        with self._changing(f"claim/{claim_id} parted", touched, read_at):
            return decisions.split_claim(self._connection, claim_id, statements, line, subjects)
