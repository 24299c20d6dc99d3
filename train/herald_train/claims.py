"""train/run claims --corpora DIR --features build/release/judge_features [--out FILE]: trains the judge of claims (src/claim/judge.h) and writes models/claims.json.

It learns from claims/train and claims/ground of the corpora and from raw reports of news/ that we coded ourselves (train/labels/news.jsonl: positions and
figures, no text). Everything printed is measured on reports left out of the fold that judged them. See docs/claims.md."""
from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import subprocess
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import torch

REPOSITORY = Path(__file__).resolve().parents[2]
TYPES = ("casualties", "control", "violence")
FOLDS = 10
RARE = 4          # features seen in fewer claims are left out
NEAR = 0.005      # F1 nearer than this is as good
STRENGTH = 12.0   # of the pull towards weights of nought


def lines(path: Path):
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else open(path, encoding="utf8") as f:
        return [json.loads(line) for line in f]


def value(claim):
    return claim.get("value") or claim.get("harm") or claim.get("state") or claim.get("kind")


def same(gold, claim):
    """As the corpora's scorer has it: harm or state or kind, modality, and the figure; a vague one within a factor of two."""
    if (gold["type"], value(gold), gold.get("modality") or "actual") != (claim["type"], claim["value"], claim["modality"]):
        return False
    if gold["type"] != "casualties":
        return True
    low, high = claim.get("low"), claim.get("high")
    if gold.get("vague"):
        return claim["vague"] or bool(low and gold["low"] and 0.5 <= low / gold["low"] <= 2)
    return (gold.get("low"), gold.get("high")) == (low, high)


def label(text, golds, claims):
    """1 for each claim that answers a gold claim of its sentence, one to one."""
    used, out = set(), []
    for claim in claims:
        begin = text.find(claim["sentence"])
        end = begin + len(claim["sentence"])
        hit = next((i for i, g in enumerate(golds) if i not in used and same(g, claim) and begin < g["span"][1] and g["span"][0] < end), None)
        if begin >= 0 and hit is not None:
            used.add(hit)
        out.append(1.0 if begin >= 0 and hit is not None else 0.0)
    return out


def corpora_of(corpora: Path):
    """({report: input}, {report: hand-coded claims}) of each set to learn from."""
    sources = [(corpora / f"claims/{part}.input.jsonl", lines(corpora / f"claims/{part}.gold.jsonl")) for part in ("train", "ground")]
    sources.append((corpora / "news/input.jsonl.gz", lines(REPOSITORY / "train/labels/news.jsonl")))
    for path, golds in sources:
        golds = {g["id"]: g["claims"] for g in golds}
        yield {r["id"]: r for r in lines(path) if r["id"] in golds}, golds


def told(program: str, reports):
    """What judge_features prints of the reports."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as chosen:
        chosen.writelines(json.dumps(r) + "\n" for r in reports)
        chosen.flush()
        return [json.loads(line) for line in subprocess.run([program, chosen.name], check=True, capture_output=True, text=True).stdout.splitlines()]


def read(corpora: Path, program: str):
    """[(report, type, features, label)] and the number of gold claims by type."""
    rows, gold = [], Counter()
    for reports, golds in corpora_of(corpora):
        claims = defaultdict(list)
        for claim in told(program, reports.values()):
            if claim["type"] in TYPES and claim["modality"] == "actual":
                claims[claim["report"]].append(claim)
        for name, wanted in golds.items():
            wanted = [g for g in wanted if (g.get("modality") or "actual") == "actual"]
            gold.update(g["type"] for g in wanted)
            # A headline is not coded by hand: what Herald finds only there says nothing.
            mine = [c for c in claims[name] if c["sentence"] in reports[name]["text"]]
            rows += [(name, c["type"], c["features"], y) for c, y in zip(mine, label(reports[name]["text"], wanted, mine))]
    return rows, gold


def matrix(rows, names):
    x = torch.zeros(len(rows), len(names), dtype=torch.float64)
    for i, (_, kind, features, _) in enumerate(rows):
        for f in features:
            for name in (f, f"{kind}|{f}"):
                if name in names:
                    x[i, names[name]] = 1
        x[i, names[kind]] = 1
    return x


def fit(x, y, free):
    """Weights of least logistic loss with a quadratic pull; `free` columns (the biases) are pulled by nothing."""
    w = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    pull = torch.full((x.shape[1],), STRENGTH, dtype=torch.float64)
    pull[free] = 0.01
    search = torch.optim.LBFGS([w], max_iter=300, line_search_fn="strong_wolfe")

    def closure():
        search.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ w, y, reduction="sum") + (pull * w * w).sum() / 2
        loss.backward()
        return loss

    search.step(closure)
    return w.detach()


def slope(logits, y):
    """Platt's scaling (1999) without an offset: by how much the logits of reports unseen must be stretched to mean what they say."""
    best = min((torch.nn.functional.binary_cross_entropy_with_logits(logits * s / 100, y).item(), s) for s in range(20, 201, 2))
    return best[1] / 100


def f1(kept_right, kept, gold):
    return 2 * kept_right / (kept + gold) if kept + gold else 0.0


def threshold(p, y, gold):
    """The probability from which on a claim is coded: the least whose F1 on reports unseen is within NEAR of the best."""
    scores = {k / 100: f1(y[p >= k / 100].sum().item(), (p >= k / 100).sum().item(), gold) for k in range(0, 61, 5)}
    return min(t for t, score in scores.items() if score >= max(scores.values()) - NEAR)


def main(arguments=None):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", type=Path, required=True, help="folder with claims/ and news/")
    ap.add_argument("--features", required=True, help="build/release/judge_features")
    ap.add_argument("--out", type=Path, default=REPOSITORY / "models/claims.json")
    a = ap.parse_args(arguments)
    torch.manual_seed(1)
    torch.set_num_threads(1)
    rows, gold = read(a.corpora, a.features)
    seen = Counter(name for _, kind, features, _ in rows for f in features for name in (f, f"{kind}|{f}"))
    names = {name: i for i, name in enumerate(list(TYPES) + sorted(n for n, k in seen.items() if k >= RARE))}
    x, y = matrix(rows, names), torch.tensor([r[3] for r in rows], dtype=torch.float64)
    free = [names[t] for t in TYPES]
    fold = torch.tensor([int(hashlib.sha256(r[0].encode()).hexdigest(), 16) % FOLDS for r in rows])
    logits = torch.zeros(len(rows), dtype=torch.float64)
    for k in range(FOLDS):
        logits[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k], free)
    stretch = slope(logits, y)
    p = torch.sigmoid(logits * stretch)
    print(f"{len(rows)} claims of {len({r[0] for r in rows})} reports, {int(y.sum())} right; {len(names)} features; logits stretched by {stretch}")

    least = {}
    for kind in TYPES:
        mine = torch.tensor([r[1] == kind for r in rows])
        least[kind] = threshold(p[mine], y[mine], gold[kind])
        kept = mine & (p >= least[kind])
        print(f"{kind:11} F1 of all {f1(y[mine].sum().item(), mine.sum().item(), gold[kind]):.3f}, of those judged {least[kind]:.2f} or more "
              f"{f1(y[kept].sum().item(), kept.sum().item(), gold[kind]):.3f} (precision {y[mine].mean():.3f} -> {y[kept].mean():.3f})")
    kept = torch.tensor([p[i] >= least[r[1]] for i, r in enumerate(rows)])
    order = [i for i in torch.argsort(p).tolist() if kept[i]]
    tenth = order[: len(order) // 10]
    wrong = sum(1 - y[i] for i in order)
    print(f"of the claims coded, the least certain tenth holds {float(sum(1 - y[i] for i in tenth) / wrong):.2f} of the errors")
    print("judged     right   claims")
    for low in range(0, 10):
        here = kept & (p >= low / 10) & (p < (low + 1) / 10)
        if here.any():
            print(f"{low / 10:.1f}-{(low + 1) / 10:.1f}    {y[here].mean():.2f}   {int(here.sum())}")

    w = fit(x, y, free) * stretch
    weights = {n: round(w[i].item(), 4) for n, i in names.items() if n not in TYPES and abs(w[i]) >= 0.005}
    model = {"types": {t: {"bias": round(w[names[t]].item(), 4), "least": least[t]} for t in TYPES}, "weights": weights}
    a.out.write_text(json.dumps(model, indent=0, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf8")
    print(f"{len(weights)} weights written to {a.out}")


if __name__ == "__main__":
    main()
