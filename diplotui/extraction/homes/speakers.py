"""The home of an office by who spoke right before it."""

from diplotui.extraction.cues import CUE_FORMS
from diplotui.extraction.homes.earlier import EarlierHomes
from diplotui.extraction.homes.phrases import Phrase
from diplotui.extraction.homes.rules import RULERS, SPOKES
from diplotui.extraction.spans import Mention
from diplotui.extraction.tokens import word_set
from diplotui.model import ActorKind

_NAMED_TELLS = word_set("said told wrote added says tweeted")


class SpeakerHomes(EarlierHomes):
    """The rules that look at the speakers of the sentences before."""

    def spokes_near(self, phrase: Phrase) -> str | None:
        """``A spokesman said`` right after a state, its office or its leader spoke: theirs."""
        for index in range(phrase.index - 1, max(-1, phrase.index - 6), -1):
            mention = self.mentions[index]
            if self._blocks_apart(mention, phrase.mention) > 1:
                return None
            if mention.start < self.home.dateline[1] or self.is_quoted(mention):
                continue
            step, here = self.home.sentence_at(mention.start), self.home.sentence_at(phrase.mention.start)
            source = self.source(mention)
            if step == here or here - step > 2 or source.kind is ActorKind.ANONYMOUS:
                continue
            opener = next(
                (m for m in self.mentions[max(0, index - 8) : index] if self._opens(m, step)), mention
            )
            owner = self.source(opener)
            return owner.party if owner.speaks_for else None
        return None

    def _opens(self, mention: Mention, sentence: int) -> bool:
        """Whether a mention stands in a sentence, behind the dateline."""
        return mention.start >= self.home.dateline[1] and self.home.sentence_at(mention.start) == sentence

    def _blocks_apart(self, one: Mention, other: Mention) -> int:
        low, high = self.home.sentence_at(one.start), self.home.sentence_at(other.start)
        if low < 0 or high < 0:
            return 99
        return self.home.sentences[high].block - self.home.sentences[low].block

    def named_next(self, phrase: Phrase) -> str | None:
        """A bare name that talks to reporters right after an unnamed spokesman: the same person."""
        source = phrase.mention.source
        here = self.home.sentence_at(phrase.mention.start)
        named = source.kind is ActorKind.PERSON and " " in source.name and source.name[:1].isupper()
        if source.office is not None or here < 1 or not named or phrase.index == 0:
            return None
        lower = self.tokens.lower
        follows = lower[phrase.after : phrase.after + 1]
        low, _ = self.home.sentence_tokens(here)
        opens = phrase.first == low and bool(follows) and follows[0] in CUE_FORMS
        if (
            not opens
            and not (follows and follows[0] in _NAMED_TELLS)
            and lower[phrase.first - 1] not in {"said", "wrote"}
        ):
            return None
        before = self.bearer_before(phrase)
        old = None if before is None else self.source(before)
        return old.party if old is not None and old.speaks_for else None

    def bearer_before(self, phrase: Phrase) -> Mention | None:
        """The unnamed spokesman or minister who opened the sentence before a bare name."""
        here = self.home.sentence_at(phrase.mention.start)
        for index in range(phrase.index - 1, max(-1, phrase.index - 6), -1):
            mention = self.mentions[index]
            if self.is_quoted(mention):
                continue
            step = self.home.sentence_at(mention.start)
            if here - step > 2 or self._blocks_apart(mention, phrase.mention) > 1:
                return None
            source = mention.source
            unnamed = (
                source.kind is ActorKind.ANONYMOUS
                or source.name[:1].islower()
                or source.name == source.office
            )
            words = set(source.name.lower().split())
            last = SPOKES & words and index == phrase.index - 1
            if step < here and (last or self._opens_sentence(mention, step) or self._said(mention)):
                office = (SPOKES | RULERS) & words
                return mention if unnamed and office and source.heads in {1, None} else None
        return None

    def apposed(self, phrase: Phrase) -> str | None:
        """``The aide of the Thai minister, Ambassador X,``: the party of the role right before a titled name."""
        if phrase.mention.source.kind is not ActorKind.PERSON or phrase.index == 0:
            return None
        before = self.mentions[phrase.index - 1]
        source = self.source(before)
        if self.tokens.at(before.end) != phrase.first - 1 or self.tokens.lower[phrase.first - 1] != ",":
            return None
        closes = self.tokens.lower[phrase.after : phrase.after + 1] in ([","], ["."], [";"])
        one = source.kind is ActorKind.ANONYMOUS and source.heads in {1, None}
        return source.party if closes and one and source.speaks_for else None

    def _said(self, mention: Mention) -> bool:
        """Whether a verb of saying follows a mention: Lithuania's president said."""
        after = self.tokens.at(mention.end)
        return self.tokens.lower[after : after + 1] in (["said"], ["says"])

    def _opens_sentence(self, mention: Mention, sentence: int) -> bool:
        """Whether a mention opens its sentence: the first words of it."""
        low, _ = self.home.sentence_tokens(sentence)
        return self.tokens.at(mention.start) - low <= 1


__all__ = ["SpeakerHomes"]
