"""Fit the ranking to judged cards and print what it is worth on sources it was not fitted to.

    python tests/quality/train.py [FEATURES.csv] [--write]

Each line of the file is a verdict: the source, the label (keep, fix, reject), its weight, and the features of the
card. Logistic regression with an L2 penalty, by Newton's method: the same input gives the same coefficients. Folds
are by source, never by card: cards of one note share its style.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
RANKING = HERE.parents[1] / "deckgen" / "ranking.json"
PENALTY, FOLDS, STEPS = 10.0, 8, 30
Vector = NDArray[np.float64]


def read(path: Path) -> list[dict[str, Any]]:
    """The verdicts of a file, each with its features as numbers."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(line) for line in csv.DictReader(file)]


def _row(line: dict[str, str]) -> dict[str, Any]:
    source, label, weight = (line.pop(name) for name in ("source", "label", "weight"))
    features = {name: float(value) for name, value in line.items()}
    return {"source": source, "label": label, "weight": float(weight), "features": features}


def matrix(rows: list[dict[str, Any]], names: list[str]) -> Vector:
    """One row a card, one column a feature, a column of ones first."""
    return np.array([[1.0, *(row["features"].get(name, 0.0) for name in names)] for row in rows])


def fit(x: Vector, y: Vector, weight: Vector) -> Vector:
    """Coefficients of the penalised logistic regression; the intercept is not penalised."""
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-6
    beta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (y - p)) - penalty * beta
        curvature = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        beta = beta + np.linalg.solve(curvature, gradient)
    return beta


def folds(rows: list[dict[str, Any]]) -> list[int]:
    """The fold of each card; all cards of a source are in one."""
    sources = {source: i % FOLDS for i, source in enumerate(sorted({row["source"] for row in rows}))}
    return [sources[row["source"]] for row in rows]


def auc(scores: Vector, y: Vector) -> float:
    """Chance that a kept card scores above one that is not."""
    order = np.argsort(np.argsort(scores, kind="stable"), kind="stable") + 1
    kept = int(y.sum())
    return float((order[y == 1].sum() - kept * (kept + 1) / 2) / max(kept * (len(y) - kept), 1))


def report(rows: list[dict[str, Any]], scores: Vector) -> None:
    """Kept and usable share of the best cards, as a learner would see them."""
    y = np.array([row["label"] == "keep" for row in rows])
    usable = np.array([row["label"] != "reject" for row in rows])
    sources = len({row["source"] for row in rows})
    print(f"{len(rows)} verdicts, {sources} sources, {y.mean():.0%} keep; AUC {auc(scores, y):.2f}")
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        chosen = scores >= threshold
        if chosen.any():
            shares = f"{y[chosen].mean():.0%} keep, {usable[chosen].mean():.0%} usable"
            print(f"  score >= {threshold}: {chosen.sum():4d} verdicts, {shares}")
    kinds: dict[str, list[bool]] = defaultdict(list)
    for row, kept in zip(rows, y, strict=True):
        kinds[next((n for n, v in row["features"].items() if v and n.startswith("kind_")), "?")].append(bool(kept))
    print("  " + ", ".join(f"{kind[5:]} {sum(k)}/{len(k)}" for kind, k in sorted(kinds.items())))
    ours = np.array([row["source"].startswith("seeds/") for row in rows])
    for name, group in (("our own summaries", ours), ("notes by other hands", ~ours)):
        print(f"  {name}: {group.sum()} verdicts, {y[group].mean():.0%} keep, AUC {auc(scores[group], y[group]):.2f}")


def main(arguments: list[str]) -> None:
    """Cross-validate, fit on everything, and write the coefficients if asked to."""
    path = next((Path(a) for a in arguments if not a.startswith("--")), HERE / "features.csv")
    rows = read(path)
    names = sorted({name for row in rows for name in row["features"]})
    x, y = matrix(rows, names), np.array([float(row["label"] == "keep") for row in rows])
    weight = np.array([float(row.get("weight", 1.0)) for row in rows])
    fold = np.array(folds(rows))
    scores = np.zeros(len(rows))
    for i in range(FOLDS):
        scores[fold == i] = 1 / (1 + np.exp(-(x[fold == i] @ fit(x[fold != i], y[fold != i], weight[fold != i]))))
    report(rows, scores)
    beta = fit(x, y, weight)
    for value, name in sorted(zip(beta, ["", *names], strict=True), reverse=True):
        print(f"  {value:+.2f} {name or '(intercept)'}")
    if "--write" in arguments:
        found = {name: round(float(value), 3) for name, value in zip(["", *names], beta, strict=True)}
        RANKING.write_text(json.dumps({"coefficients": found}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
