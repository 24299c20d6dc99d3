"""Writes models/: weights as safetensors in half precision, labels, manifest."""
from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

import torch
from safetensors.torch import save_file

from .data import Classes
from .network import Parser, Segmenter

# Heads that only help training.
UNUSED = ("phrase.",)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_labels(path: Path, classes: Classes, segmenter: Segmenter, parser: Parser):
    labels = {
        "begins": 0.0,
        "arc": parser.arc.in_features, "relation": parser.relation.in_features, "lemma": parser.lemma.in_features,
        "segmenter": asdict(segmenter.encoder.shape), "parser": asdict(parser.encoder.shape),
        "entities": classes.entities, "relations": classes.relations, "tags": classes.tags, "lemmas": classes.lemmas, "known": classes.known, "irregular": classes.irregular,
        "vocabulary": classes.vocabulary,
    }
    path.write_text(json.dumps(labels, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


def write_weights(path: Path, segmenter: Segmenter, parser: Parser):
    tensors = {}
    for name, model in (("segmenter", segmenter), ("parser", parser)):
        for key, value in model.state_dict().items():
            if not key.startswith(UNUSED):
                tensors[f"{name}.{key}"] = value.to(torch.float16).contiguous()
    save_file(tensors, path)


def round_weights(model: torch.nn.Module):
    """Rounds to what the file holds, so that scores and fixtures are those of the published weights."""
    with torch.no_grad():
        for value in model.parameters():
            value.copy_(value.to(torch.float16).float())


def write_manifest(folder: Path, corpora: dict[str, Path], facts: dict):
    manifest = {
        "format": 1,
        "files": {name: sha256(folder / name) for name in ("english.safetensors", "english.labels.json")},
        "trained_on": {name: {"file": path.name, "sha256": sha256(path)} for name, path in corpora.items()},
        **facts,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
