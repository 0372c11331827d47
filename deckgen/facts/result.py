"""A measured result, asked for its amount; the question says of what, against what and where.

    On D, S raises the recall by 4.5 points.    On D, by how much does S raise the recall?
    S is 3 times faster than T.                 How much faster is S than T?
    S cuts the latency from 40 ms to 12 ms.     How far does S cut the latency?
    S gives a 3x speedup over T.                How large a speedup over T does S give?
    S occurs in 70 % of tumours.                In what percentage of tumours does S occur?
    S needs three replicas to survive.          How many replicas does S need to survive?
    The rate was 8 % in A and 5 % in B.         What was the rate in A and in B?

Not matched: levels without anything to hold them against, set-ups, sizes of data sets, years, numbers of names,
sentences with several unrelated numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from deckgen.language import trials
from deckgen.language.amounts import Amount, amounts, places, setting, without_statistics
from deckgen.language.asking import contiguous
from deckgen.language.clauses import NOUNS, Clause, main_clause
from deckgen.language.measured import Asked, asked_amounts
from deckgen.language.parsing import parse_text
from deckgen.language.statements import Reading, Statement
from deckgen.model import Fact
