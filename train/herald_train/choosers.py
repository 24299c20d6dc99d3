"""train/run choosers --what doers --corpora DIR --features build/release/judge_features [--out FILE]: trains a chooser (src/claim/log_linear.h) and writes models/WHAT.json.

A chooser weighs the options that a claim has for a field, the rules' own among them. It learns from claims/train and claims/ground of the corpora and from raw
reports of news/ that we coded ourselves (train/labels/news.jsonl: positions, no text). Everything printed is measured on reports left out of the fold that chose."""
from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from pathlib import Path

import torch

from herald_train.claims import FOLDS, REPOSITORY, corpora_of, same, told

FIELD = {"doers": "by"}  # what the hand-coded claims call it
RARE = 4                 # features seen in fewer reports are left out
STRENGTH = 3.0           # of the pull towards weights of nought
LEAST = 0.4              # the rules stand where no option is more probable; lower than measured best here, as they were written on these very reports


def words(text: str) -> Counter:
    return Counter(w for w in "".join(c.lower() if c.isalnum() else " " for c in text).split() if w not in ("the", "a", "an"))


def like(wanted: str, names) -> bool:
    """Half of the words of the hand-coded one and of one of the names are shared."""
    def dice(a, b):
        return 2 * (a & b).total() / max(1, a.total() + b.total())
    return any(dice(words(wanted), words(n)) >= 0.5 for n in names)


def wanted_of(gold, field, text):
    value = gold.get(field)
    return text[value[0]:value[1]] if isinstance(value, list) else value


def read(corpora: Path, program: str, what: str):
    """[(report, options' features, which of them are right, which the rules chose)]"""
    rows = []
    for reports, golds in corpora_of(corpora):
        claims = defaultdict(list)
        for claim in told(program, reports.values()):
            if claim.get(what) and claim["modality"] == "actual":
                claims[claim["report"]].append(claim)
        for name, wanted in golds.items():
            text = reports[name]["text"]
            used = set()
            for gold in wanted:
                for k, claim in enumerate(claims[name]):
                    begin = text.find(claim["sentence"])
                    if k in used or begin < 0 or not same(gold, claim) or begin >= gold["span"][1] or gold["span"][0] >= begin + len(claim["sentence"]):
                        continue
                    used.add(k)
                    answer = wanted_of(gold, FIELD[what], text)
                    options = claim[what]
                    right = [like(answer, o["names"]) if answer else not o["names"] for o in options]
                    rules = next(i for i, o in enumerate(options) if any(f.startswith("rules:") for f in o["features"]))
                    rows.append((name, [o["features"] for o in options], right, rules))
                    break
    return rows


class Problem:
    """The options of many claims as one sparse matrix."""

    def __init__(self, rows, names):
        at, claim, right = [], [], []
        for k, (_, options, rights, _) in enumerate(rows):
            for features, y in zip(options, rights):
                at += [(len(claim), names[f]) for f in features if f in names]
                claim.append(k)
                right.append(y)
        self.x = torch.sparse_coo_tensor(torch.tensor(at).T, torch.ones(len(at), dtype=torch.float64), (len(claim), len(names)), check_invariants=False).coalesce()
        self.claim, self.right, self.count = torch.tensor(claim), torch.tensor(right), len(rows)

    def logsum(self, z):
        most = torch.full((self.count,), -1e9, dtype=z.dtype).scatter_reduce(0, self.claim, z.detach(), "amax")
        return most + torch.zeros(self.count, dtype=z.dtype).index_add(0, self.claim, torch.exp(z - most[self.claim])).log()

    def loss(self, w):
        z = torch.sparse.mm(self.x, w[:, None])[:, 0]
        return (self.logsum(z) - self.logsum(torch.where(self.right, z, torch.tensor(-1e6, dtype=z.dtype)))).sum()


def fit(rows, names):
    """Weights under which the right options together are most probable, with a quadratic pull."""
    problem = Problem([r for r in rows if any(r[2])], names)
    w = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([w], max_iter=100, line_search_fn="strong_wolfe")

    def closure():
        search.zero_grad()
        loss = problem.loss(w) + STRENGTH * (w * w).sum() / 2
        loss.backward()
        return loss

    search.step(closure)
    return w.detach()


def choose(options, w, names):
    """The most probable option and its probability."""
    p = torch.softmax(torch.tensor([sum(w[names[f]].item() for f in features if f in names) for features in options]), 0)
    return int(p.argmax()), float(p.max())


def main(arguments=None):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--what", choices=sorted(FIELD), required=True)
    ap.add_argument("--corpora", type=Path, required=True, help="folder with claims/ and news/")
    ap.add_argument("--features", required=True, help="build/release/judge_features")
    ap.add_argument("--out", type=Path)
    a = ap.parse_args(arguments)
    torch.manual_seed(1)
    torch.set_num_threads(1)
    rows = read(a.corpora, a.features, a.what)
    seen = Counter(f for _, f in {(r[0], f) for r in rows for o in r[1] for f in o})
    names = {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= RARE))}
    fold = [int(hashlib.sha256(r[0].encode()).hexdigest(), 16) % FOLDS for r in rows]
    chosen = [None] * len(rows)
    for k in range(FOLDS):
        w = fit([r for r, f in zip(rows, fold) if f != k], names)
        for i, r in enumerate(rows):
            if fold[i] == k:
                chosen[i] = choose(r[1], w, names)

    def right(least):
        return sum(r[2][option if p >= least else r[3]] for r, (option, p) in zip(rows, chosen))

    print(f"{len(rows)} claims of {len({r[0] for r in rows})} reports, {len(names)} features; {sum(any(r[2]) for r in rows)} have a right option; "
          f"right by the rules {right(1.1)}, by the chooser where it is sure of it " + ", ".join(f"{k / 10} {right(k / 10)}" for k in (0, 4, 5, 6, 7, 8)))
    w = fit(rows, names)
    weights = {n: round(w[i].item(), 4) for n, i in names.items() if abs(w[i]) >= 0.005}
    out = a.out or REPOSITORY / f"models/{a.what}.json"
    out.write_text(json.dumps({"least": LEAST, "weights": weights}, indent=0, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf8")
    print(f"{len(weights)} weights written to {out}")


if __name__ == "__main__":
    main()
