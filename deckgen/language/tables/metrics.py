"""What a column of numbers measures, and which of two values is the better one."""

from __future__ import annotations

import re

_HIGHER = re.compile(
    r"\b(?:accuracy|acc|map|bleu|rouge|meteor|cider|f1|f-score|f-measure|precision|recall|auc|auroc|score|scores|"
    r"reward|return|psnr|ssim|iou|"
    r"throughput|speed-?up|correlation|success rate|win rate|likelihood|agreement|r2|sensitivity|specificity|"
    r"inception score)\b",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:error|errors|perplexity|ppl|nll|loss|time|latency|runtime|wer|cer|fid|rmse|mse|mae|size|memory|cost|"
    r"parameters|params|flops|"
    r"mortality|risk|negative log-likelihood|bits per character|bpc|error rate|energy)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:rate|ratio|reduction|gain|improvement|performance|odds ratio|hazard ratio|p-value)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+~≈±]?\s?\d[\d,. ]*\d|\d")


def is_metric(header: str) -> bool:
    """Whether a column header names something that is measured.

    Example:
        >>> is_metric("Top-1 accuracy"), is_metric("Speedup"), is_metric("Notes")
        (True, True, False)
    """
    return bool(_HIGHER.search(header) or _LOWER.search(header) or _OTHER.search(header))


def direction(header: str) -> int:
    """1 where higher is better, -1 where lower is better, 0 where that is not sure."""
    if _LOWER.search(header):
        return -1
    return 1 if _HIGHER.search(header) else 0


def number(cell: str) -> float | None:
    """The number that a cell gives, or None where it gives none or several.

    Example:
        >>> number("about 8.4%"), number("4.8 MB"), number("3 of 4"), number("yes")
        (8.4, 4.8, None, None)
    """
    found = _NUMBER.findall(re.sub(r"\([^()]*\)|±\s?[\d.]+|Zq\d+x", "", cell))
    if len(found) != 1 or len(cell.split()) > 4:
        return None
    try:
        return float(re.sub(r"[^\d.-]", "", found[0].replace(",", "")))
    except ValueError:
        return None
