"""What a person decides and corrects: accept, throw out, put right.

Each call is one step. ``read_at`` is the cursor (``EventDetail.cursor``, ``Store.cursor()``) at which the
caller read what it is about to change: where another session has changed one of the rows since, ConflictError
says so and nothing is written. None: no such check.
"""

from collections.abc import Sequence

from diplotui.model import (
    KEEP,
    Actor,
    Basis,
    Claim,
    Coverage,
    DateBounds,
    Decision,
    EventKind,
    Keep,
    Stance,
    Statement,
)
from diplotui.store import decisions, rows, write
from diplotui.store.stepping import Stepping
from diplotui.store.typed import line_of, party_of


class Correcting(Stepping):
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
                values["party"] = None if party is None else party_of(party)
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
            values["text"] = line_of(text)
        if subjects is not KEEP:
            values["subjects"] = rows.to_json(tuple(dict.fromkeys(map(party_of, subjects))))
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
            values["title"] = line_of(title)
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
