#!/usr/bin/env python3
"""Scores clusters on a GUM treebank: MUC, B-cubed, CEAF-e and their mean, the CoNLL score (Pradhan and others 2014), over entities of two mentions and more.

    coref.py --gold en_gum-ud-dev.conllu.gz --herald build/release/herald [--genre news]

A mention of one side is one of the other where their spans are equal (`exact`), or where their heads in the gold tree are (`head`, as CorefUD scores:
GUM's spans run on over relative clauses, Herald's end with the head). Both are printed, over all of GUM's entities and over those of the kinds that Herald
marks: persons, organisations and places.
"""
import argparse
import collections
import gzip
import itertools
import json
import re
import subprocess
import tempfile


def documents(path):
    """(id, text, spans of words in it, heads by word, entities as kind and word ranges) of each document."""
    with (gzip.open if path.endswith('.gz') else open)(path, 'rt', encoding='utf-8') as file:
        for block in re.split(r'(?m)^# newdoc id = ', file.read())[1:]:
            name, rest = block.split('\n', 1)
            text, words, heads, opened, entities, kinds = '', [], [], collections.defaultdict(list), collections.defaultdict(list), {}
            for sentence in rest.strip().split('\n\n'):
                if '# newpar' in sentence and text:
                    text = text.rstrip() + '\n\n'
                base, shared = len(words), None  # shared: the letters left of a multiword token, its last word, the space behind it
                for line in sentence.split('\n'):
                    column = line.split('\t')
                    if line.startswith('#') or '.' in column[0]:
                        continue
                    space = '' if 'SpaceAfter=No' in column[9] else ' '
                    if '-' in column[0]:
                        shared = [column[1], column[0].split('-')[1], space]
                        continue
                    form = column[1]
                    if shared:
                        last = column[0] == shared[1]
                        form = shared[0] if last or not shared[0].startswith(form) else form
                        space = shared[2] if last else ''
                        shared = None if last else [shared[0][len(form):], *shared[1:]]
                    words.append((len(text), len(text) + len(form)))
                    heads.append(base + int(column[6]) - 1 if column[6] != '0' else -1)
                    text += form + space
                    marks = re.search(r'(?:^|\|)Entity=([^|]*)', column[9])
                    for begun, ended in re.findall(r'\(([^()]+\)?)|([^()]+)\)', marks.group(1) if marks else ''):
                        entity = re.split(r'[-\[)]', begun or ended)[0]
                        if begun:
                            kinds[entity] = begun.split('-')[1] if '-' in begun else ''
                            opened[entity].append(len(words) - 1)
                        if ended or begun.endswith(')'):
                            entities[entity].append((opened[entity].pop(), len(words)))
            yield name, text.rstrip(), words, heads, [(kinds[k], sorted(set(e))) for k, e in entities.items()]


def head(span, heads):
    return next((t for t in range(*span) if not span[0] <= heads[t] < span[1]), span[1] - 1)


def predicted(row, words):
    """Clusters of word ranges out of Herald's mentions."""
    text, by_start = row['text'], {}
    for index, (start, end) in enumerate(words):
        by_start.setdefault(start, index)
    clusters, of = [], {}
    for mention in row['mentions']:
        start, end = mention['span']
        inside = [i for i, (a, b) in enumerate(words) if a >= start and b <= end]
        if mention['kind'] not in ('actor', 'place') or not inside:
            continue
        span = (inside[0], inside[-1] + 1)
        if mention.get('antecedent') in of:
            cluster = of[mention['antecedent']]
        else:
            cluster = len(clusters)
            clusters.append([])
        clusters[cluster].append(span)
        of[mention['id']] = cluster
    return clusters


def assignment(score):
    """The best one-to-one assignment's total (Hungarian method, rows <= columns)."""
    if not score or not score[0]:
        return 0.0
    if len(score) > len(score[0]):
        score = [list(row) for row in zip(*score)]
    n, m, inf = len(score), len(score[0]), float('inf')
    u, v, match = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0], j0, way = i, 0, [0] * (m + 1)
        least, used = [inf] * (m + 1), [False] * (m + 1)
        while match[j0]:
            used[j0], i0, delta, j1 = True, match[j0], inf, 0
            for j in range(1, m + 1):
                if not used[j]:
                    cost = -score[i0 - 1][j - 1] - u[i0] - v[j]
                    if cost < least[j]:
                        least[j], way[j] = cost, j0
                    if least[j] < delta:
                        delta, j1 = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
        while j0:
            match[j0] = match[way[j0]]
            j0 = way[j0]
    return sum(score[match[j] - 1][j - 1] for j in range(1, m + 1) if match[j])


def counts(gold, pred):
    """Numerators and denominators of recall and precision, by measure."""
    gold_of = {m: i for i, c in enumerate(gold) for m in c}
    pred_of = {m: i for i, c in enumerate(pred) for m in c}

    def muc(these, of):
        parts = sum(len({of.get(m, ('alone', m)) for m in c}) for c in these)
        size = sum(len(c) for c in these)
        return size - parts, size - len(these)

    def cubed(these, others, of):
        total = sum(len(set(c) & set(others[of[m]])) / len(c) for c in these for m in c if m in of)
        return total, sum(len(c) for c in these)

    similar = assignment([[2 * len(set(g) & set(p)) / (len(g) + len(p)) for p in pred] for g in gold])
    return {'MUC': (*muc(gold, pred_of), *muc(pred, gold_of)), 'B3': (*cubed(gold, pred, pred_of), *cubed(pred, gold, gold_of)),
            'CEAF-e': (similar, len(gold), similar, len(pred))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--gold', required=True)
    parser.add_argument('--herald', required=True)
    parser.add_argument('--genre', help='only documents whose id has this genre')
    args = parser.parse_args()
    docs = [d for d in documents(args.gold) if not args.genre or d[0].split('_')[1] == args.genre]
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for name, text, *_ in docs:
            file.write(json.dumps({'id': name, 'text': text}) + '\n')
        file.flush()
        out = subprocess.run([args.herald, 'read', '--json', file.name], check=True, capture_output=True, text=True).stdout
    rows = {row['id']: row for row in map(json.loads, out.splitlines())}
    for how, kinds in itertools.product(('exact', 'head'), (None, {'person', 'organization', 'place'})):
        total = collections.defaultdict(lambda: [0.0] * 4)
        for name, text, words, heads, gold in docs:
            if rows[name]['text'] != text:
                raise SystemExit(f'{name}: the text came back changed')
            pred = predicted(rows[name], words)
            gold = [spans for kind, spans in gold if not kinds or kind in kinds]
            if how == 'head':
                gold, pred = ([sorted({head(m, heads) for m in c}) for c in side] for side in (gold, pred))
            gold, pred = ([c for c in side if len(c) > 1] for side in (gold, pred))
            for measure, four in counts(gold, pred).items():
                total[measure] = [a + b for a, b in zip(total[measure], four)]
        scores, label = [], 'marked' if kinds else 'all'
        for measure, (rn, rd, pn, pd) in total.items():
            r, p = rn / rd if rd else 0.0, pn / pd if pd else 0.0
            scores.append(2 * p * r / (p + r) if p + r else 0.0)
            print(f'{how:6} {label:6} {measure:7} P {p:.3f} R {r:.3f} F1 {scores[-1]:.3f}')
        print(f'{how:6} {label:6} CoNLL F1 {sum(scores) / 3:.3f} over {len(docs)} documents')


if __name__ == '__main__':
    main()
