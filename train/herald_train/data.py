"""Training material: what may shape the weights, the classes it gives, augmentation, batches."""
from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import torch

from . import lemmas
from .conllu import ENTITY_TYPES, Sentence, Word, read_entities, read_treebank
from .features import lower, norm, upper
from .network import Words

# GUM's genres whose texts are free for any use; the others may not shape published weights.
GUM_GENRES = {"academic", "bio", "court", "interview", "letter", "news", "speech", "textbook", "vlog", "voyage"}


def free_gum(document: str) -> bool:
    return document.split("_")[1] in GUM_GENRES


def free_re3d(source: str) -> bool:
    return "BBC" not in source


def training_files(corpora: Path) -> dict[str, Path]:
    return {"ewt": corpora / "ud/en_ewt-ud-train.conllu.gz", "gum": corpora / "ud/en_gum-ud-train.conllu.gz", "re3d": corpora / "re3d/train.conll"}


def read_training(corpora: Path) -> tuple[list[Sentence], list[Sentence]]:
    """(sentences with trees, sentences with entities)"""
    files = training_files(corpora)
    return read_treebank(files["ewt"]) + read_treebank(files["gum"], free_gum), read_entities(files["re3d"], free_re3d)


def bioes(types: list[str]) -> list[str]:
    return ["O"] + [f"{p}-{t}" for t in types for p in "BIES"]


def read_lemmas(path: Path) -> set[str]:
    return {w for line in path.read_text(encoding="utf8").splitlines() if not line.startswith("#") for w in line.split()}


def read_irregular(path: Path) -> dict[str, str]:
    """"VERB overran" -> "overrun"."""
    out = {}
    for line in path.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            upos, lemma, *forms = line.split()
            out |= {f"{upos} {form}": lemma for form in forms}
    return out


class Classes:
    """The classes of each head, in their order in the weights."""

    def __init__(self, sentences: list[Sentence], entities: list[Sentence], rare: int, known: set[str], irregular: dict[str, str]):
        words = [w for s in sentences for w in s.words]
        norms = Counter(norm(w.form) for s in sentences + entities for w in s.words)
        tags = Counter(w.tag for w in words)
        edits = Counter(lemmas.script(w.form, w.lemma) for w in words)
        # What lower and upper case add: a proper noun's capital, a capital word's lower case.
        edits.update(e for w in words for e in {lemmas.script(f, w.lemma) for f in (lower(w.form), upper(w.form))})
        self.vocabulary = ["\0"] + sorted(n for n, k in norms.items() if k >= 2)
        self.counts = norms
        self.tags = sorted(t for t, k in tags.items() if k >= rare)
        self.lemmas = sorted(e for e, k in edits.items() if k >= 2 * rare)
        self.irregular = irregular
        self.known = sorted(known | {lower(w.lemma) for w in words if w.tag.split("|")[0] in lemmas.CHECKED})
        self.relations = sorted({w.deprel for w in words})
        self.entities = bioes(ENTITY_TYPES)
        self.phrases = bioes(["Person", "Organisation", "Location", "Temporal"])
        self.of = {name: {c: i for i, c in enumerate(getattr(self, name))} for name in ("vocabulary", "tags", "lemmas", "relations", "entities", "phrases")}


def recase(sentence: Sentence, how: str) -> Sentence:
    change = {"lower": lower, "upper": upper, "title": lambda f: upper(f[:1]) + f[1:]}[how]
    return replace(sentence, words=[replace(w, form=change(w.form)) for w in sentence.words])


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """One sentence in five loses its case: all lower, all capitals, or a headline's."""
    x = rng.random()
    if x < 0.10:
        return recase(sentence, "lower")
    if x < 0.18:
        return recase(sentence, "upper")
    if x < 0.20:
        return recase(sentence, "title")
    return sentence


class Batch:
    """Rows for the network and the targets of each head; -100 where a word has none."""

    def __init__(self, sentences: list[Sentence], classes: Classes, shape, unknown=None):
        self.words = Words([[w.form for w in s.words] for s in sentences], classes.of["vocabulary"], shape, unknown)
        words: list[Word] = [w for s in sentences for w in s.words]
        pick = lambda name, value: classes.of[name].get(value, -100)
        has_tree = [w.head != -2 for w in words]
        self.tag = torch.tensor([pick("tags", w.tag) if t else -100 for w, t in zip(words, has_tree)])
        self.lemma = torch.tensor([pick("lemmas", lemmas.script(w.form, w.lemma)) if t else -100 for w, t in zip(words, has_tree)])
        self.relation = torch.tensor([pick("relations", w.deprel) if t else -100 for w, t in zip(words, has_tree)])
        self.entity = torch.tensor([pick("entities", w.entity) for w in words])
        self.phrase = torch.tensor([pick("phrases", w.phrase) for w in words])
        heads, rows, base = [], [], 0
        for s in sentences:
            heads.append(torch.tensor([w.head + 1 if w.head > -2 else -100 for w in s.words]))
            rows += [w.head + 1 + base if w.head >= 0 else 0 for w in s.words]
            base += len(s.words)
        self.heads = torch.nn.utils.rnn.pad_sequence(heads, batch_first=True, padding_value=-100)
        self.head_rows = torch.tensor(rows)


def batches(sentences: list[Sentence], size: int, rng: random.Random):
    """Sentences of like length together, about `size` words each, in random order."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].words) + rng.random() * 4)
    groups, group, count = [], [], 0
    for i in order:
        group.append(sentences[i])
        count += len(sentences[i].words)
        if count >= size:
            groups.append(group)
            group, count = [], 0
    if group:
        groups.append(group)
    rng.shuffle(groups)
    return groups


def streams(sentences: list[Sentence], rng: random.Random, longest: int = 200) -> list[Sentence]:
    """Runs of sentences as the segmenter meets them: a paragraph, or a document whose paragraphs are lost or left as line breaks. head is 1 where one begins."""
    out: list[Sentence] = []
    words: list[Word] = []
    document, mode = None, ""

    def finish():
        nonlocal words
        if words:
            out.append(Sentence(words))
        words = []

    for s in sentences:
        if s.document != document:
            finish()
            document, mode = s.document, rng.choice(["paragraphs", "joined", "joined", "lines"])
        elif len(words) > longest or (s.paragraph and mode == "paragraphs"):
            finish()
        wrap = mode == "lines"
        for i, w in enumerate(s.words):
            gap = w.gap
            if gap and wrap and ((i == 0 and s.paragraph) or rng.random() < 0.08):
                gap = 2
            words.append(replace(w, gap=gap, head=int(i == 0)))
    finish()
    case = lambda s: augment(s, rng)
    return [case(s) for s in out]
