"""Whether a sentence is the note taker's own view, mood or doubt and not something the paper says."""

from __future__ import annotations

import re

_FIRST_PERSON = (
    r"\bI (?:also |still |really |personally |just |do not |don't |did not |didn't |am |was |have |had |would |"
    r"could |can |cannot |can't )*"
    r"(?:think|thought|believe|guess|suspect|wonder|feel|felt|find|found|like|liked|love|loved|enjoy|enjoyed|"
    r"hope|assume|"
    r"doubt|expect|expected|imagine|suppose|agree|disagree|prefer|recommend|understand|understood|know|knew|see|"
    r"want|wish|"
    r"need|mean|remember|recall|notice|noticed|read|refer|sure|aware|confused|curious|surprised|impressed|unsure|not|"
    r"look|say|argue|admit|consider|worry|struggle|exclaimed|realised|realized|get|got|try|tried|plan|use|used|"
    r"go|went|give|am|was|would|will|"
    r"might|may|must|should)\b"
    r"|\b(?:I'm|I’m|I'd|I’d|I've|I’ve|I'll|I’ll)\b"
    r"|\b[Mm]y (?:own|main|personal|understanding|opinion|view|guess|thoughts?|questions?|concerns?|biggest|only|"
    r"impressions?|"
    r"favou?rite|take|interpretation|intuition|experience|mind|knowledge|lack|heroes|brand|colleague|critique|"
    r"summary|notes?)\b"
    r"|\b(?:to|for|let|remind|reminds|confuses|confused|surprised|bothers|strikes|struck|makes|made|gave|"
    r"convince|convinces) me\b"
)
_HEDGE = (
    r"\bIMH?O\b|\bin my (?:opinion|view|humble)\b|\b(?:[Nn]ot|n't) (?:really |quite |entirely |totally |fully |very "
    r"|too |so )?(?:sure|clear|obvious|convinced|convincing)\b"
    r"|\bunsure\b|\bun(?:clear|convincing)\b|\bseems? to me\b|\b[Ii]t (?:seems|sounds|feels|looks) (?:like|that|"
    r"as if|to me)\b|\bseems? (?:really|very|quite|rather|pretty|a bit|a little|too|like)\b"
    r"|^(?:Seems|Sounds|Looks|Feels) \w+|\b[Aa]pparently\b|\b[Pp]resumably\b|^Maybe\b|^Perhaps\b|^Probably\b|"
    r"\bhard to (?:tell|say|believe|follow|understand|read|judge)\b"
    r"|\bdifficult to (?:tell|follow|understand|read|judge)\b|\bno idea\b|\b[Pp]ersonally\b|\b(?:[Tt]o be "
    r")?(?:honest|fair),|\b[Hh]onestly\b|\bwonder(?:ing)? (?:if|how|why|what|whether)\b|\bhopefully\b|\bcurious\b"
    r"|\(\?+\)|\?\?+"
)
_WISH = (
    r"\b(?:would|could) (?:have |also |still |really )*(?:be|been) (?:very |really |quite |more |also "
    r"|even |so )*"
    r"(?:nice|interesting|great|good|cool|fun|exciting|worth|helpful|useful|curious|better|illuminating|"
    r"informative|valuable|fascinating|appreciated)\b"
    r"|\bwould have (?:liked|loved|preferred|appreciated)\b"
    r"|\b(?:should|could) have (?:been )?(?:mentioned|compared|included|discussed|shown|explained|tested|tried|"
    r"used|reported|cited|done|made|given|provided|added|spent|run)\b"
    r"|\b(?:[Ii]nteresting|[Nn]ice|[Gg]ood|[Cc]ool|[Gg]reat|[Ff]un|[Ii]mportant) to (?:see|note|know|think|read|"
    r"have|try|revisit|look|hear|explore|compare)\b|\bworth (?:reading|a read|noting|mentioning|trying|checking|"
    r"exploring)\b"
)
_PRAISE = (
    r"\b(?:[Nn]ice|[Nn]eat|[Aa]wesome|[Ii]mpressive|[Ii]mpressively|[Cc]ool|[Ff]antastic|[Aa]mazing|"
    r"[Ff]ascinating|[Cc]lever|[Ee]legant|[Ww]eird|[Dd]isappointing|"
    r"[Aa]nnoying|[Ss]ketchy|[Hh]acky|[Bb]oring|[Uu]nderwhelming|[Tt]hought-provoking|[Bb]rilliant|"
    r"[Ii]ntriguing)\b(?! (?:property|properties|down|ly))"
    r"|\b(?:really|very|quite|pretty|super|so|extremely|rather|kind of|a bit|a little) (?:\w+ )?(?:interesting|"
    r"promising|good|nice|neat|cool|well(?! (?:on|in|with|at|for|across|under|when)\b)|"
    r"convincing|confusing|hard to|vague|incremental|limited|dense|strange|"
    r"odd|naive|hand-wavy|clean|exciting|unclear|obvious|complete)\b(?!-)"
    r"|\b(?:[Ii]nteresting|[Gg]reat|[Gg]ood|[Ss]olid|[Ss]trong|[Ww]eak|[Ee]xcellent|[Ff]un|[Ss]imple and "
    r"effective|[Dd]ecent|[Uu]seful|[Ee]asy|[Ww]ell-written) (?:paper|read|idea|ideas|work|write-up|article|"
    r"experiments?|analysis|question|point)\b"
    r"|\b(?:well|poorly|clearly|nicely|badly) (?:written|explained|presented|motivated|organi[sz]ed|executed)\b"
    r"|\b(?:paper|article|section|writing|presentation|exposition|authors?|work|figures?|explanations?) (?:is|"
    r"are|was|were|does|do|did|has|could|should|lacks?|fails?|feels?|seems?|needs?)"
    r"(?: not|n't)? (?:be |to )?(?:a bit |a little |very |really |quite |rather |too |so |more |also )*"
    r"(?:well|poorly|clear|unclear|hard|easy|difficult|interesting|confusing|convincing|nice|good|great|vague|"
    r"dense|impressive|rigorous|mention|compare|discuss|explain|provide|include|clarity|novelty|incremental|"
    r"limited|complicated)\b"
    r"|\b(?:results|experiments|evaluation|analysis|comparisons?|arguments?) (?:is|are|was|were|seems?|looks?) "
    r"(?:also )?(?:not )?(?:very |really |quite |rather |so |pretty )*(?:impressive|convincing|unconvincing|weak|"
    r"thorough|solid|promising|interesting|lacking|missing|good|great|nice|limited)\b"
)
_MOOD = (
    r"\b(?:TODO|FIXME|TBD)\b|[:;]-?[)(](?=\s|$)|\b(?:lol|haha|wow|meh|yay|ugh|hmm+|yep|nope|blablabla|blah)\b|!!+"
    r"|\b(?:[Ss]adly|[Tt]hankfully|[Ll]uckily|[Ff]rankly)\b|\b[Mm]akes (?:intuitive )?sense\b|\b[Aa]s far as I\b|"
    r"\bthat I(?:'m| am)\b|\bone of my\b"
    r"|\bdid (?:they|the authors) (?:not |really )?\b|\b(?:reviewers?|graders?|this review)\b"
)
_OPINION = re.compile("|".join((_FIRST_PERSON, _HEDGE, _WISH, _PRAISE, _MOOD)))
_CLAIM = re.compile(
    r"^(?:(?:In )?[Tt]his (?:paper|work|article|study)|The (?:paper|work|authors?|article|study)|"
    r"(?:The )?[Aa]uthors|They|We|Here)\b(?![^.;]{0,20}\b(?:should|could|would|"
    r"might)\b)[^.;]{0,40}?\b(?:present|propose|introduce|"
    r"develop|describe|show|demonstrate|suggest|use|apply|extend|combine|find|found|prove|provide|report|"
    r"evaluate|investigate|compare)(?:s|d|ed)?\b"
)
_PERSONAL = re.compile("|".join((_FIRST_PERSON, _HEDGE, _MOOD)))
_QUOTED = re.compile(r"\"[^\"]*\"|“.*(?:”|$)|^[^“]*”")


def opinionated(sentence: str) -> bool:
    """Whether a sentence gives an opinion, a feeling, a doubt or a wish of the writer.

    Args:
        sentence: one sentence of masked text. What it quotes is another's voice and does not count.

    Example:
        >>> opinionated("I think the baseline is too weak."), opinionated("The baseline reaches 71 %.")
        (True, False)
    """
    own = _QUOTED.sub("", sentence)
    signs = _PERSONAL if _CLAIM.match(own) else _OPINION  # "They propose an elegant trick" praises, and still tells
    return bool(signs.search(own))
