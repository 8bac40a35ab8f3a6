"""The ledger's words and records, shared by every room. Nothing here reads or writes anything.

A name's module is loaded when the name is first asked for: who reads one text needs few of the records.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diplotui.model.arranging import SavedView, TopicMove
    from diplotui.model.corrections import KEEP, Keep
    from diplotui.model.extracted import (
        ExtractedDate,
        ExtractedQuote,
        ExtractedStance,
        ExtractedStatement,
        Extraction,
        Source,
    )
    from diplotui.model.filters import ClaimFilter, ClaimOrder, Lookback, TimelineFilter
    from diplotui.model.judged import ClaimPage, ClaimRow, NewestStance, OriginCount, Position, StatusChange
    from diplotui.model.keeping import LIKELIHOODS, DocumentView, Likelihood, NoteRow
    from diplotui.model.news import (
        CatchUp,
        DenialView,
        Difference,
        OpenQuestion,
        QuestionKind,
        Revision,
        StatusMove,
        Watch,
    )
    from diplotui.model.queries import Condition, Field, Found, NoteHit, Query, SpeakerHit, Word
    from diplotui.model.records import (
        OTHER_TOPIC,
        Actor,
        Change,
        Claim,
        DateBounds,
        DateMention,
        Document,
        Event,
        ExcludedPassage,
        Filing,
        Note,
        Passage,
        Quote,
        StanceRow,
        Statement,
        Topic,
    )
    from diplotui.model.views import (
        DocumentRow,
        EventDetail,
        FoundPart,
        LedgerInfo,
        SearchHit,
        StanceView,
        StatementView,
        TimelinePage,
        TimelinePlace,
        TimelineRow,
        TopicCount,
        Withdrawal,
    )
    from diplotui.model.vocabulary import (
        Act,
        ActorKind,
        Basis,
        Certainty,
        ClaimStatus,
        Coverage,
        Decision,
        EventKind,
        Mode,
        NoteKind,
        PositionKind,
        Stance,
    )

__all__ = [
    "KEEP",
    "LIKELIHOODS",
    "OTHER_TOPIC",
    "Act",
    "Actor",
    "ActorKind",
    "Basis",
    "CatchUp",
    "Certainty",
    "Change",
    "Claim",
    "ClaimFilter",
    "ClaimOrder",
    "ClaimPage",
    "ClaimRow",
    "ClaimStatus",
    "Condition",
    "Coverage",
    "DateBounds",
    "DateMention",
    "Decision",
    "DenialView",
    "Difference",
    "Document",
    "DocumentRow",
    "DocumentView",
    "Event",
    "EventDetail",
    "EventKind",
    "ExcludedPassage",
    "ExtractedDate",
    "ExtractedQuote",
    "ExtractedStance",
    "ExtractedStatement",
    "Extraction",
    "Field",
    "Filing",
    "Found",
    "FoundPart",
    "Keep",
    "LedgerInfo",
    "Likelihood",
    "Lookback",
    "Mode",
    "NewestStance",
    "Note",
    "NoteHit",
    "NoteKind",
    "NoteRow",
    "OpenQuestion",
    "OriginCount",
    "Passage",
    "Position",
    "PositionKind",
    "Query",
    "QuestionKind",
    "Quote",
    "Revision",
    "SavedView",
    "SearchHit",
    "Source",
    "SpeakerHit",
    "Stance",
    "StanceRow",
    "StanceView",
    "Statement",
    "StatementView",
    "StatusChange",
    "StatusMove",
    "TimelineFilter",
    "TimelinePage",
    "TimelinePlace",
    "TimelineRow",
    "Topic",
    "TopicCount",
    "TopicMove",
    "Watch",
    "Withdrawal",
    "Word",
]

_MODULES = (
    "vocabulary",
    "records",
    "extracted",
    "judged",
    "views",
    "queries",
    "filters",
    "keeping",
    "news",
    "arranging",
    "corrections",
)
"""Those that need no other stand first; a name is sought in this order."""


def __getattr__(name: str) -> Any:
    """A name of ``__all__`` from the first module that holds it; kept, so that it is sought once."""
    if name in __all__:
        for module in _MODULES:
            found = getattr(import_module(f"{__name__}.{module}"), name, None)
            if found is not None:
                globals()[name] = found
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
