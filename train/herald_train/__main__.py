"""train/run --corpora DIR [--out DIR]: trains the language models to the last step and writes models/. See docs/language.md."""
from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch

from .conllu import read_treebank
from .data import Classes, free_gum, read_irregular, read_lemmas, read_training, training_files
from .decode import score
from .export import round_weights, write_labels, write_manifest, write_weights
from .fixture import write_fixture
from .learn import Plan, train_parser, train_segmenter
from .network import Shape

REPOSITORY = Path(__file__).resolve().parents[2]


def main(arguments=None):
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and re3d/")
    ap.add_argument("--out", type=Path, default=REPOSITORY / "models")
    ap.add_argument("--settings", type=Path, default=REPOSITORY / "train/settings.json")
    ap.add_argument("--threads", type=int, default=1, help="results are the same only for the same number")
    a = ap.parse_args(arguments)
    settings = json.loads(a.settings.read_text(encoding="utf8"))
    torch.set_num_threads(a.threads)
    torch.use_deterministic_algorithms(True)
    random.seed(settings["seed"])
    start = time.time()
    say = lambda text: print(text, flush=True)

    sentences, entities = read_training(a.corpora)
    classes = Classes(sentences, entities, settings["rare"], read_lemmas(REPOSITORY / "train/lemmas.txt"), read_irregular(REPOSITORY / "train/irregular.txt"))
    say(f"{len(sentences)} sentences, {sum(len(s.words) for s in sentences)} words; {len(entities)} sentences with entities")
    segmenter = train_segmenter(sentences, classes, Shape(**settings["segmenter"]), Plan(**settings["segmenter_plan"]), settings["seed"], report=say)
    parser = train_parser(sentences, entities, classes, Shape(**settings["parser"]), Plan(**settings["parser_plan"]), settings["seed"], settings["heads"], report=say)

    a.out.mkdir(parents=True, exist_ok=True)
    for model in (segmenter, parser):
        round_weights(model)
    write_weights(a.out / "english.safetensors", segmenter, parser)
    write_labels(a.out / "english.labels.json", classes, segmenter, parser)
    write_fixture(a.out / "fixture.json", REPOSITORY / "train/fixture.txt", classes, segmenter, parser)
    dev = {"ewt-dev": read_treebank(a.corpora / "ud/en_ewt-ud-dev.conllu.gz"),
           "gum-dev, free genres": read_treebank(a.corpora / "ud/en_gum-ud-dev.conllu.gz", free_gum)}
    dev["gum-dev, news"] = [s for s in dev["gum-dev, free genres"] if "_news_" in s.document]
    scores = {name: score(parser, classes, gold) for name, gold in dev.items()}
    for name, values in scores.items():
        say(f"{name}: {values}")
    write_manifest(a.out, training_files(a.corpora), {"settings": settings, "seconds": round(time.time() - start), "torch": torch.__version__,
                                                      "scores_on_gold_words_and_sentences": scores})
    say(f"written to {a.out}")


if __name__ == "__main__":
    main()
