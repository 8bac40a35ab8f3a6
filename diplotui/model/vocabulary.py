"""The closed lists of the field: acts, stances, positions, statuses and the like.

Every value is the word that stands in the store, in JSON and on the screen.
"""

from enum import StrEnum


class Act(StrEnum):
    """What a speaker does in a statement (one main act each)."""

    CLAIM = "claim"
    CONFIRMATION = "confirmation"
    DENIAL = "denial"
    NO_COMMENT = "no_comment"
    REJECTION = "rejection"
    ACCUSATION = "accusation"
    ANNOUNCEMENT = "announcement"
    AGREEMENT = "agreement"
    VOTE = "vote"
    DEMAND = "demand"
    THREAT = "threat"
    APPEAL = "appeal"
    ASSESSMENT = "assessment"


class Certainty(StrEnum):
    """How sure the wording is that its content is so (after FactBank's axes)."""

    CERTAIN = "certain"
    REPORTED = "reported"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Stance(StrEnum):
    """What a statement does to a claim."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    PARTLY_CONFIRMS = "partly-confirms"
    DENIES = "denies"
    PARTLY_DENIES = "partly-denies"
    NON_DENIAL = "non-denial"
    DECLINES = "declines"
    NEITHER = "neither"
    REFERS = "refers"
    UNAWARE = "unaware"
    WALKS_BACK = "walks-back"
    RETRACTS = "retracts"
    ASKED = "asked"


class Coverage(StrEnum):
    """How directly a stance reaches its claim."""

    EXPLICIT = "explicit"
    CHARACTERISED = "characterised"
    IMPLIED = "implied"


class Basis(StrEnum):
    """On what footing a statement was made."""

    ON_RECORD = "on-record"
    BACKGROUND = "background"
    ANONYMOUS = "anonymous"
    AUTHOR = "author"
    CHARACTERISED = "characterised"
    UNATTRIBUTED = "unattributed"


class Mode(StrEnum):
    """In whose wording a statement reaches the reader."""

    PARAPHRASE = "paraphrase"
    QUOTE = "quote"
    PARTIAL_QUOTE = "partial-quote"
    NESTED_QUOTE = "nested-quote"


class PositionKind(StrEnum):
    """Where a party stands on a claim."""

    NOTHING = "nothing"
    ASKED = "asked"
    SILENT = "silent"
    EVADES = "evades"
    AFFIRMS = "affirms"
    DENIES = "denies"
    WITHDREW = "withdrew"


class ClaimStatus(StrEnum):
    """How a claim stands, by the positions of its subjects; most contested first."""

    DISPUTED = "disputed"
    DENIED = "denied"
    DENIED_IN_PART = "denied-in-part"
    DENIED_BY_SOME = "denied-by-some"
    WITHDRAWN = "withdrawn"
    EVADED = "evaded"
    SILENT = "silent"
    ASKED = "asked"
    AFFIRMED = "affirmed"
    UNADDRESSED = "unaddressed"


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    OFFICE = "office"
    PERSON = "person"
    OUTLET = "outlet"
    BODY = "body"
    ANONYMOUS = "anonymous"


class EventKind(StrEnum):
    """How a development stands to the world: done, said to be done, to come ..."""

    HAPPENED = "happened"
    ALLEGED = "alleged"
    PLANNED = "planned"
    PENDING = "pending"
    POSITION = "position"
    COMMENTARY = "commentary"


class Decision(StrEnum):
    """Who stands behind a row: the rules alone, or a person."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    THROWN_OUT = "thrown-out"


class NoteKind(StrEnum):
    """What a note is for."""

    NOTE = "note"
    QUESTION = "question"
    JUDGEMENT = "judgement"
