"""Headings that are no Markdown headings: a bold line, a `Word:` line, a head that runs into its paragraph.

In goes raw inline Markdown, out come the words of the head. Deliberately not heads: a bold sentence (a thesis), a
bold term before a definition, a line that introduces a list ("The losses are:").
"""

from __future__ import annotations

import re
from typing import Final

_KNOWN: Final = frozenset(
    """
    abstract; summary; tl;dr; tldr; tl dr; introduction; background; context; motivation; problem; problem statement;
    goal; goals; aim; aims; objective; objectives; purpose; question; research question; hypothesis; hypotheses; idea;
    main idea; main ideas; key idea; key ideas; core idea; key point; key points; key insight; key insights; key
    takeaway; key takeaways; takeaway; takeaways; take-aways; take away; take home message; main takeaways;
    contribution; contributions; main contribution; main contributions; key contributions; novelty; approach; method;
    methods; methodology; materials and methods; model; models; architecture; algorithm; algorithms; design;
    implementation; implementation details; technical details; details; setup; experimental setup; training; training
    details; training procedure; inference; loss; loss function; losses; data; dataset; datasets; data sets; data set;
    baselines; metrics; evaluation; evaluations; experiment; experiments; result; results; main results; key results;
    findings; key findings; main findings; finding; observation; observations; analysis; ablation; ablations; ablation
    study; discussion; interpretation; interpretations; conclusion; conclusions; strength; strengths; pros;
    advantages; weakness; weaknesses; cons; disadvantages; limitation; limitations; drawbacks; challenges; future
    work; related work; prior work; previous work; overview; outline; notes; note; my notes; thoughts; my thoughts;
    comments; comment; remarks; opinion; critique; review; questions; open questions; notes / questions; references;
    links; further reading; tags; applications; application; use cases; significance; importance; implications;
    clinical implications; assumptions; theory; theorem; proof; definition; definitions; key terms; terms; notation;
    glossary; new vocabulary; what; why; how; patients; participants; subjects; intervention; interventions; outcome;
    outcomes; primary outcome; measurements; setting; study design; main outcome measures; trial registration;
    funding; statistics
    """.replace("\n", " ")
    .replace("  ", " ")
    .strip()
    .split(";")
)
_OPENERS: Final = frozenset(
    "abstract summary background motivation problem idea approach method methods results conclusion conclusions "
    "contribution contributions experiments limitations strengths weaknesses findings objective objectives "
    "introduction".split()
) | {"main idea", "key idea", "key points", "main contribution", "main contributions"}
_NAMES: Final = frozenset(" ".join(name.split()) for name in _KNOWN) | {"tl;dr"}
_BOLD_LINE: Final = re.compile(r"(\*\*\*|\*\*|__)\s*([^*_\s](?:[^*]|\*(?!\*)){0,200}?)\s*\1\s*:?\s*")
_BOLD_START: Final = re.compile(r"(?:\*\*|__)\s*([^*_]{1,80}?)\s*(?:\*\*|__)(\s*)([:.;–—-]?)\s*")
_WORD_LINE: Final = re.compile(r"([A-Z][^.:;!?*`$|]{0,60}):\s*")
_PLAIN_START: Final = re.compile(r"([A-Za-z][A-Za-z /&-]{1,30}):\s+(?=\S)")
_TLDR: Final = re.compile(
    r"(?:[^\w\s*_]{1,3}\s)?(?:\*\*|__|\*|_)?\s?(TL;?\s?DR)[:;.]?\s?(?:\*\*|__|\*|_)?\s*[:;.–—-]*\s*(?=\S)",
    re.IGNORECASE,
)
_LABELS: Final = re.compile(
    r"(?:^|(?<=[.!?)]\s))(BACKGROUND|INTRODUCTION|CONTEXT|RATIONALE|OBJECTIVES?|AIMS?|PURPOSE|IMPORTANCE|HYPOTHESIS|METHODS?|"
    r"METHODS AND RESULTS|MATERIALS AND METHODS|METHODOLOGY|DESIGN|SETTING|PATIENTS|PARTICIPANTS|INTERVENTIONS?|"
    r"MEASUREMENTS|"
    r"MAIN RESULTS|MEASUREMENTS AND MAIN RESULTS|MAIN OUTCOMES? (?:AND )?MEASURES?|RESULTS?|FINDINGS|INTERPRETATION|"
    r"DISCUSSION|CONCLUSIONS?|CONCLUSIONS AND RELEVANCE|LIMITATIONS|SIGNIFICANCE|FUNDING|TRIAL REGISTRATION):\s+"
)
_VERBISH: Final = frozenset(
    "is are was were be can has have had do does the this that these those we they it i you there following as such "
    "for "
    "include includes including show shows propose use uses used with given a an his her their our".split()
)
_NUMBERED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.? [A-Z][A-Za-z ,&-]{2,60}")
_LONGEST: Final = 12


def is_known(words: str) -> bool:
    """Whether a head is a name many authors give a section."""
    return " ".join(words.casefold().strip(" :.*_").split()) in _NAMES


def bold_line(line: str) -> str:
    """The words of a line that is bold from end to end and short, or "".

    Example:
        >>> bold_line("**Key points:**")
        'Key points'
    """
    match = _BOLD_LINE.fullmatch(line.strip())
    words = match[2].strip() if match else ""
    if not words or words.count("**") or len(words.split()) > _LONGEST or not any(char.isalnum() for char in words):
        return ""
    sentence = words.endswith((".", "!", "?")) and len(words.split()) > 5
    return "" if sentence else words.rstrip(" :.")


def word_line(line: str) -> str:
    """The words of a `Word:` line, or "" where it introduces a list in a sentence.

    Example:
        >>> word_line("Contribution:"), word_line("The losses are:")
        ('Contribution', '')
    """
    match = _WORD_LINE.fullmatch(line.strip())
    words = match[1].strip() if match else ""
    parts = re.findall(r"[a-z']+", words.lower())
    if is_known(words):
        return words
    return "" if not parts or len(words.split()) > 4 or _VERBISH.intersection(parts) else words


def name_line(line: str) -> str:
    """The words of a line that is nothing but a common name of a section, a numbered title, or in capitals, or "".

    Example:
        >>> name_line("Key Points"), name_line("2.1 Gates"), name_line("GATES AND DOORS"), name_line("Gates")
        ('Key Points', '2.1 Gates', 'GATES AND DOORS', '')
    """
    words = line.strip()
    if not (words[:1].isupper() or words[:1].isdigit()) or words[-1:] in ".:;,!?" or "|" in words:
        return ""
    if _NUMBERED.fullmatch(words):
        return words
    capitals = words.isupper() and 5 <= len(words) <= 60 and words.replace(" ", "").replace("&", "").isalpha()
    return words if is_known(words) or capitals else ""


def run_in(text: str) -> tuple[str, str]:
    """The head that runs into a paragraph, and the rest; ("", text) when there is none.

    Example:
        >>> run_in("**Results.** The error falls.")
        ('Results', 'The error falls.')
    """
    tldr = _TLDR.match(text)
    if tldr:
        return "TL;DR", text[tldr.end() :]
    bold = _BOLD_START.match(text)
    if bold:
        head, rest = bold[1].strip(), text[bold.end() :]
        dotted = head.endswith(".") and len(head.split()) <= 8 and bold[3] == ""
        return (head.rstrip(" :.;"), rest) if rest and (dotted or (_ends(bold) and is_known(head))) else ("", text)
    plain = _PLAIN_START.match(text)
    if plain and plain[1].casefold() in _OPENERS:
        return plain[1], text[plain.end() :]
    return "", text


def _ends(bold: re.Match[str]) -> bool:
    """Whether a bold stretch is set off from what follows."""
    return bool(bold[3]) or bold[1].endswith((":", ".", ";"))


def labelled(text: str, least: int = 2) -> list[tuple[str, str]]:
    """A structured abstract cut at its labels (`METHODS: ... RESULTS: ...`) into (label, text), or one pair.

    Args:
        text: of a paragraph.
        least: how many labels make it a structured abstract.
    """
    found = list(_LABELS.finditer(text))
    if len(found) < least:
        return [("", text)]
    parts = [("", text[: found[0].start()].strip())]
    for here, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        parts.append((here[1].capitalize(), text[here.end() : end].strip()))
    return [(label, part) for label, part in parts if part]
