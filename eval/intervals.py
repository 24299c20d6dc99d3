#!/usr/bin/env python3
"""Bootstrap intervals over reports for the claims of a set: eval/intervals.py --shared DIR --pred CODED.jsonl --set dev

DIR holds corpora/ and eval/ (the scorers); CODED.jsonl is what `herald read --json` wrote for the set. Prints F1 with its 95% interval.
"""
import argparse
import os
import random
import sys

MEASURES = (('casualties', lambda r: r['casualties']), ('casualties, exact figures', lambda r: r['casualties']['exact']), ('control', lambda r: r['control']),
            ('violence, same kind', lambda r: r['violence']), ('whole records, all claims', lambda r: r['all']['whole']))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--shared', required=True)
    ap.add_argument('--pred', required=True)
    ap.add_argument('--set', required=True, choices=('train', 'ground', 'dev'))
    ap.add_argument('--rounds', type=int, default=200)
    a = ap.parse_args()
    sys.path.insert(0, os.path.join(a.shared, 'eval'))
    from common import read_jsonl
    from score_claims import score
    gold = read_jsonl(os.path.join(a.shared, 'corpora', 'claims', f'{a.set}.gold.jsonl'))
    pred = {str(r.get('id')): r for r in read_jsonl(a.pred)}
    docs = [(g, {} if 'error' in pred.get(str(g['id']), {}) else pred.get(str(g['id']), {})) for g in gold]
    run = lambda sample: score(sample, {'missed': [], 'false': []})
    whole, rng = run(docs), random.Random(1)
    rounds = [run([rng.choice(docs) for _ in docs]) for _ in range(a.rounds)]
    for name, pick in MEASURES:
        values = sorted(pick(r)['f1'] or 0.0 for r in rounds)
        low, high = values[int(0.025 * len(values))], values[int(0.975 * len(values)) - 1]
        print(f"{name:<28} {pick(whole)['f1'] or 0.0:.3f}  ({low:.3f}–{high:.3f})")


if __name__ == '__main__':
    sys.exit(main())
