"""Reads CoNLL-U treebanks and two-column entity files into plain sentences."""
from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Word:
    form: str
    lemma: str = "_"
    tag: str = "X||_"        # UPOS|XPOS|FEATS, one class of the tagger
    head: int = -2           # index in the sentence, -1 root, -2 not annotated
    deprel: str = "_"
    gap: int = 1             # white space before: 0 none, 1 space, 2 line break
    entity: str | None = None   # BIOES tag of the re3d types, None not annotated
    phrase: str | None = None   # BIOES tag of GUM's entities, None not annotated


@dataclass
class Sentence:
    words: list[Word]
    document: str = ""
    paragraph: bool = False  # begins a paragraph
    source: str = ""


@dataclass
class Row:
    columns: list[str]
    mwt: str | None = field(default=None)


def open_text(path: Path):
    return gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else open(path, encoding="utf8")


# GUM's types that have a counterpart among re3d's.
GUM_TYPES = {"person": "Person", "organization": "Organisation", "place": "Location", "time": "Temporal"}


def _bioes(size: int, spans: list[tuple[int, int, str]]) -> list[str]:
    tags = ["O"] * size
    for first, last, kind in spans:
        if last - first == 1:
            tags[first] = "S-" + kind
        else:
            tags[first] = "B-" + kind
            tags[last - 1] = "E-" + kind
            for i in range(first + 1, last - 1):
                tags[i] = "I-" + kind
    return tags


def _gum_phrases(rows: list[list[str]]) -> list[str]:
    """Outermost entities of the mapped types, from GUM's bracketed MISC column."""
    spans, stack = [], []
    for i, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not match:
            continue
        for opened, single, closed in re.findall(r"\(([^()]+)(\))?|([0-9\[\]/]+)\)", match[1]):
            if opened:
                group, kind = (opened.split("-") + ["", ""])[:2]
                if single:
                    spans.append((i, i + 1, kind))
                else:
                    stack.append((group, i, kind))
            else:
                at = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == closed), None)
                if at is not None:
                    _, first, kind = stack.pop(at)
                    spans.append((first, i + 1, kind))
    spans = [(a, b, GUM_TYPES[k]) for a, b, k in spans if k in GUM_TYPES]
    spans.sort(key=lambda s: (s[0], -s[1]))
    kept, end = [], 0
    for a, b, k in spans:
        if a >= end:
            kept.append((a, b, k))
            end = b
    return _bioes(len(rows), kept)


def read_treebank(path: Path, keep=lambda document: True) -> list[Sentence]:
    """Sentences of the documents whose id `keep` accepts. Words of a multiword token have no gap between them."""
    out: list[Sentence] = []
    document, paragraph, rows = "", True, []

    def finish():
        nonlocal paragraph, rows
        if rows and keep(document):
            words, gap, until, last = [], 1, 0, "_"
            syntactic = [r for r in rows if "-" not in r[0] and "." not in r[0]]
            for row in rows:
                if "." in row[0]:
                    continue
                if "-" in row[0]:
                    until, last = int(row[0].split("-")[1]), row[9]
                    continue
                number = int(row[0])
                words.append(Word(row[1].replace(" ", ""), row[2], "|".join(row[3:6]), int(row[6]) - 1, row[7], gap))
                misc = last if number == until else row[9]
                gap = 0 if number < until or "SpaceAfter=No" in misc else 1
            words[0].gap = 1
            if any("Entity=" in r[9] for r in syntactic):
                for word, tag in zip(words, _gum_phrases(syntactic)):
                    word.phrase = tag
            out.append(Sentence(words, document, paragraph, path.name))
        paragraph, rows = False, []

    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document, paragraph = line.split("=")[-1].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line:
                finish()
    finish()
    return out


def read_entities(path: Path, keep=lambda source: True) -> list[Sentence]:
    """re3d: one word and its BIO tag a line, `# source = …` before each sentence."""
    out, source, words = [], "", []

    def finish():
        nonlocal words
        if words and keep(source):
            spans, start = [], None
            for i, (_, tag) in enumerate(words + [("", "O")]):
                if start is not None and not tag.startswith("I-"):
                    spans.append((start, i, words[start][1][2:]))
                    start = None
                if tag.startswith("B-"):
                    start = i
            spans = [s for s in spans if s[2] in ENTITY_TYPES]
            tags = _bioes(len(words), spans)
            out.append(Sentence([Word(form, gap=1, entity=t) for (form, _), t in zip(words, tags)], source=source))
        words = []

    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# source"):
                source = line.split("=")[-1].strip()
            elif line and not line.startswith("#"):
                words.append(tuple(line.split("\t")[:2]))
            elif not line:
                finish()
    finish()
    return out


# Order is that of herald::EntityType, from 1.
ENTITY_TYPES = ["Person", "Organisation", "Location", "Nationality", "Weapon", "MilitaryPlatform", "Vehicle", "Temporal", "Quantity"]
