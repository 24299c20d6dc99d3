"""The trainer's own runtime: from the network's scores to tags, lemmas, trees and entities. Slow and obvious; the C++ runtime is held to it."""
from __future__ import annotations

from dataclasses import dataclass

import torch

from . import lemmas
from .conllu import Sentence
from .data import Classes
from .network import Parser, Words


def best_tree(scores: list[list[float]]) -> list[int]:
    """Maximum spanning tree with one root word (Chu-Liu/Edmonds). scores[d][h], h = 0 the root; returns each word's head so counted."""
    n = len(scores)
    reach = 4 * max([1.0] + [abs(x) for row in scores for x in row]) * (n + 1)
    graph = {d + 1: {h: scores[d][h] - (reach if h == 0 else 0) for h in range(n + 1) if h != d + 1} for d in range(n)}
    heads = _arborescence(graph)
    return [heads[d + 1] for d in range(n)]


def _arborescence(graph: dict[int, dict[int, float]]) -> dict[int, int]:
    heads = {d: max(edges, key=lambda h: (edges[h], -h)) for d, edges in graph.items()}
    for start in graph:
        path, at = [], start
        while at in heads and at not in path:
            path.append(at)
            at = heads[at]
        if at in path:
            cycle = path[path.index(at):]
            break
    else:
        return heads
    inside, whole = set(cycle), -1 - len(graph) - max(abs(d) for d in graph)
    small: dict[int, dict[int, float]] = {whole: {}}
    enters, leaves = {}, {}
    for d, edges in graph.items():
        for h, score in edges.items():
            if d in inside and h not in inside:
                gain = score - graph[d][heads[d]]
                if h not in small[whole] or gain > small[whole][h]:
                    small[whole][h], enters[h] = gain, d
            elif d not in inside and h in inside:
                if whole not in small.setdefault(d, {}) or score > small[d][whole]:
                    small[d][whole], leaves[d] = score, h
            elif d not in inside:
                small.setdefault(d, {})[h] = score
    solved = _arborescence(small)
    for d, h in solved.items():
        if d != whole:
            heads[d] = leaves[d] if h == whole else h
    heads[enters[solved[whole]]] = solved[whole]
    return heads


def best_entities(scores: list[list[float]], tags: list[str]) -> list[str]:
    """Viterbi over BIOES tags: what opens is closed, by its own type."""
    opens = lambda t: t[0] in "BI"
    continues = lambda t: t[0] in "IE"
    fits = lambda a, b: opens(a) == continues(b) and (not continues(b) or a[2:] == b[2:])
    before = [[i for i, a in enumerate(tags) if fits(a, b)] for b in tags]
    best = [x if not continues(t) else float("-inf") for x, t in zip(scores[0], tags)]
    steps = []
    for row in scores[1:]:
        origin = [max(b, key=lambda i: best[i]) for b in before]
        best = [best[o] + x for o, x in zip(origin, row)]
        steps.append(origin)
    at = max((i for i, t in enumerate(tags) if not opens(t)), key=lambda i: best[i])
    path = [at]
    for origin in reversed(steps):
        at = origin[at]
        path.append(at)
    return [tags[i] for i in reversed(path)]


@dataclass
class Parsed:
    tags: list[str]
    lemmas: list[str]
    heads: list[int]       # -1 the root
    relations: list[str]
    entities: list[str]


@torch.no_grad()
def parse(model: Parser, classes: Classes, sentences: list[list[str]]) -> list[Parsed]:
    words = Words(sentences, classes.of["vocabulary"], model.encoder.shape)
    states, vectors = model(words)
    tags = model.tag(states).argmax(1).tolist()
    edits, known = model.lemmas(states, vectors).tolist(), set(classes.known)
    entities = model.entity(states).tolist()
    arcs = model.arcs(states, words.sizes)
    heads, rows, base = [], [], 0
    for k, size in enumerate(words.sizes):
        tree = best_tree(arcs[k, :size, :size + 1].tolist())
        heads += [h - 1 for h in tree]
        rows += [h + base if h else 0 for h in tree]
        base += size
    relations = model.relations(states, torch.tensor(rows))
    relations[:, classes.of["relations"]["root"]] = -1e9
    relations = relations.argmax(1).tolist()
    out, base = [], 0
    for forms in sentences:
        of = slice(base, base + len(forms))
        out.append(Parsed(
            [classes.tags[t] for t in tags[of]],
            [lemmas.choose(f, classes.tags[t].split("|")[0], e, classes.lemmas, known, classes.irregular) for f, e, t in zip(forms, edits[of], tags[of])],
            heads[of],
            ["root" if h < 0 else classes.relations[r] for h, r in zip(heads[of], relations[of])],
            best_entities(entities[of], classes.entities)))
        base += len(forms)
    return out


def score(model: Parser, classes: Classes, gold: list[Sentence]) -> dict[str, float]:
    """Shares of right tags, lemmas, heads and relations on gold words and sentences."""
    right, count = dict.fromkeys(("upos", "xpos", "lemmas", "uas", "las"), 0), 0
    for at in range(0, len(gold), 50):
        group = gold[at:at + 50]
        for sentence, parsed in zip(group, parse(model, classes, [[w.form for w in s.words] for s in group])):
            for i, word in enumerate(sentence.words):
                count += 1
                upos, xpos = parsed.tags[i].split("|")[:2]
                head = parsed.heads[i] == word.head
                right["upos"] += upos == word.tag.split("|")[0]
                right["xpos"] += xpos == word.tag.split("|")[1]
                right["lemmas"] += parsed.lemmas[i] == word.lemma
                right["uas"] += head
                right["las"] += head and parsed.relations[i].split(":")[0] == word.deprel.split(":")[0]
    return {k: round(v / count, 4) for k, v in right.items()} if count else {}
