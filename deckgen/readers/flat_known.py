"""Headings that people give the sections of their notes."""

from __future__ import annotations

import re

_PHRASES = """
summary; tl;dr; tldr; abstract; overview; introduction; background; motivation; context; problem; problem statement;
the problem; goal; goals; aim; aims; objective; objectives; hypothesis; research question; research questions; key
idea; key ideas; main idea; main ideas; core idea; idea; ideas; the idea; big idea; intuition; insight; insights; key
insight; key insights; contribution; contributions; main contributions; key contributions; novelty; key points;
keypoints; key point; main points; key takeaways; takeaways; takeaway; key takeaway; highlighted takeaways; lessons
learned; notes; note; notes/questions; notes / questions; notes & questions; notes and questions; questions; question;
questions/thoughts; open questions; thoughts; thought; my thoughts; comments; comment; remarks; remark; critique;
criticism; review; opinion; my opinion; links; link; resources; references; reference; reference papers; bibliography;
related; related work; related works; prior work; previous work; tags; keywords; approach; approaches; proposed
approach; our approach; method; methods; methodology; proposed method; proposed model; proposed architecture;
materials and methods; model; models; the model; model architecture; architecture; architectures; network
architecture; network; algorithm; algorithms; design; system design; implementation; implementation details; technical
details; details; more details; design and implementation; system overview; setup; experimental setup; experiment
setup; setting; training; training details; training procedure; inference; testing; optimization; loss; losses; loss
function; loss functions; objective function; environment; environments; data; dataset; datasets; data sets; baseline;
baselines; metric; metrics; evaluation metrics; task; tasks; experiment; experiments; exp; experimental results;
experiments and results; evaluation; evaluations; results; result; main results; key results; observations;
observation; findings; main findings; key findings; analysis; theoretical analysis; ablation; ablation study; ablation
studies; ablations; discussion; discussions; strengths; strength; weaknesses; weakness; weaknesses / notes;
weaknesses/notes; strengths and weaknesses; advantages; disadvantages; pros; cons; pros and cons; limitations;
limitation; challenges; challenge; caveats; future work; future directions; open problems; extensions; conclusion;
conclusions; concluding remarks; application; applications; use cases; examples; example; commentary; one-line
summary; paper structure outline; outline; background & motivation; background and motivation; new vocabulary;
vocabulary; links & references; key terms; terminology; definitions; notation; preliminaries; reading notes; atomic
notes; how; what; why; who; where; pubmed abstract; at a glance; appendix; acknowledgements; code; paper; figures;
tables; general; misc; miscellaneous; theory; proof; theorem; assumptions; properties; interpretation; significance;
impact; implications; clinical implications; patients; interventions; outcomes; study design; participants;
statistical analysis; strengths & weaknesses; what they did; main takeaway; main takeaways; my notes; summary and
conclusions; quotes; metadata; first pass; second pass; third pass; rough chapter-wise notes; related papers;
citation; source; todo
"""
KNOWN = frozenset(phrase.strip() for phrase in _PHRASES.replace("\n", " ").split(";") if phrase.strip()) | {"tl;dr"}

_WORDS = frozenset(
    word
    for phrase in KNOWN
    for word in re.findall(r"[a-z-]+", phrase)
    if word
    not in {"the", "and", "of", "they", "did", "my", "our", "a", "at", "glance", "what", "how", "why", "who", "where"}
) | frozenset(
    "experimental empirical theoretical quantitative qualitative additional other main key general further "
    "final overall".split()
)
_JOINERS = frozenset({"and", "&", "/", "of", "the", "for", "on", ","})
_NUMBERING = re.compile(r"^(?:\(?(?:\d{1,2}|[IVX]{1,4}|[A-H])(?:\.\d{1,2}){0,3}[.):]?\s+)")


def without_number(heading: str) -> str:
    """The heading without a leading section number: "3.1 Training" gives "Training"."""
    return _NUMBERING.sub("", heading, count=1)


def is_known(heading: str) -> bool:
    """Whether the heading is one that people give sections, or is made of such words ("Results and Discussion").

    Example:
        >>> is_known("Experiments & Results"), is_known("Deep Sets")
        (True, False)
    """
    plain = without_number(heading.strip()).strip(" *_:.").lower().replace("’", "'")
    if plain in KNOWN:
        return True
    words = plain.replace("/", " / ").replace(",", " , ").split()
    content = [w for w in words if w not in _JOINERS]
    edges = bool(words) and words[0] not in _JOINERS and words[-1] not in _JOINERS
    return edges and 0 < len(content) <= 5 and all(w in _WORDS for w in content)
