"""What the trainer's runtime makes of the fixture sentences, for src/language/language_test.cc."""
from __future__ import annotations

import json
from pathlib import Path

import torch

from .data import Classes
from .decode import parse
from .network import Parser, Segmenter, Words


def paragraphs(path: Path) -> list[list[list[str]]]:
    out: list[list[list[str]]] = [[]]
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# "):
            continue
        if line:
            out[-1].append(line.split(" "))
        elif out[-1]:
            out.append([])
    return [p for p in out if p]


@torch.no_grad()
def write_fixture(path: Path, source: Path, classes: Classes, segmenter: Segmenter, parser: Parser):
    rows = []
    for paragraph in paragraphs(source):
        words = [w for s in paragraph for w in s]
        scores = segmenter(Words([words], classes.of["vocabulary"], segmenter.encoder.shape), torch.ones(len(words), dtype=torch.long))
        states, _ = parser(Words(paragraph, classes.of["vocabulary"], parser.encoder.shape))
        norms, at = states.norm(dim=1).tolist(), 0
        row = {"words": words, "begins": [round(x, 4) for x in scores.tolist()], "sentences": []}
        for forms, parsed in zip(paragraph, parse(parser, classes, paragraph)):
            row["sentences"].append({"size": len(forms), "norms": [round(x, 4) for x in norms[at:at + len(forms)]], "tags": parsed.tags, "lemmas": parsed.lemmas,
                                     "heads": parsed.heads, "relations": parsed.relations, "entities": parsed.entities})
            at += len(forms)
        rows.append(row)
    path.write_text("[\n" + ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows) + "\n]\n", encoding="utf8")
