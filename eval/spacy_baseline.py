#!/usr/bin/env python3
"""spaCy's own small CNN (init config --optimize efficiency, no vectors), trained on the same treebank files, as a baseline for eval/ud.

  python3 eval/spacy_baseline.py --corpora DIR --herald PROGRAM --scorers DIR --work DIR [--steps N]

needs spaCy 3. Words are Herald's (spaCy's tokenizer does not follow the treebanks' conventions); sentences, tags and trees are spaCy's.
"""
import argparse
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "train"))

import spacy
from spacy.tokens import Doc, DocBin

from herald_train.conllu import read_treebank
from herald_train.data import read_training


def write_docs(sentences, path: Path, vocab, group=8):
    docs, batch, document = DocBin(), [], None

    def finish():
        words = [w for s in batch for w in s.words]
        heads, base = [], 0
        for s in batch:
            heads += [base + (w.head if w.head >= 0 else i) for i, w in enumerate(s.words)]
            base += len(s.words)
        parts = [w.tag.split("|", 2) for w in words]
        docs.add(Doc(vocab, words=[w.form for w in words], spaces=[bool(n.gap) for n in words[1:]] + [False], tags=[p[1] for p in parts], pos=[p[0] for p in parts],
                     morphs=["" if p[2] == "_" else p[2] for p in parts], lemmas=[w.lemma for w in words], heads=heads,
                     deps=["ROOT" if w.deprel == "root" else w.deprel for w in words]))

    for s in sentences:
        if batch and (s.document != document or len(batch) >= group):
            finish()
            batch = []
        document = s.document
        batch.append(s)
    finish()
    docs.to_disk(path)


def to_conllu(doc) -> str:
    out = []
    for sentence in doc.sents:
        for i, t in enumerate(sentence):
            head = 0 if t.head.i == t.i else t.head.i - sentence.start + 1
            out.append("\t".join([str(i + 1), t.text, t.lemma_ or "_", t.pos_ or "_", t.tag_ or "_", "_", str(head), "root" if head == 0 else t.dep_, "_", "_"]))
        out.append("")
    return "\n".join(out) + "\n"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", type=Path, required=True)
    ap.add_argument("--herald", required=True)
    ap.add_argument("--scorers", type=Path, required=True)
    ap.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    ap.add_argument("--steps", type=int, default=6000)
    a = ap.parse_args()
    a.work.mkdir(parents=True, exist_ok=True)
    blank = spacy.blank("en")
    write_docs(read_training(a.corpora)[0], a.work / "train.spacy", blank.vocab)
    write_docs(read_treebank(a.corpora / "ud/en_ewt-ud-dev.conllu.gz"), a.work / "dev.spacy", blank.vocab)
    python = [sys.executable, "-m", "spacy"]
    config = a.work / "config.cfg"
    subprocess.run([*python, "init", "config", config, "--lang", "en", "--pipeline", "tagger,morphologizer,trainable_lemmatizer,parser", "--optimize", "efficiency",
                    "--force"], check=True)
    subprocess.run([*python, "train", config, "--output", a.work / "model", "--paths.train", a.work / "train.spacy", "--paths.dev", a.work / "dev.spacy",
                    "--training.max_steps", str(a.steps), "--training.eval_frequency", "1000", "--training.patience", "0"], check=True)
    model = spacy.load(a.work / "model/model-last")
    model.max_length = 10_000_000
    for name, genre in (("ewt", None), ("gum", "_news_")):
        gold = a.corpora / f"ud/en_{name}-ud-dev.conllu.gz"
        only = ["--genre", genre] if genre else []
        raw, ours, theirs = (a.work / f"{name}.{x}" for x in ("txt", "herald.conllu", "spacy.conllu"))
        raw.write_text(subprocess.run([sys.executable, a.scorers / "score_ud.py", "--raw", gold, *only], check=True, capture_output=True, text=True).stdout)
        ours.write_text(subprocess.run([a.herald, "parse", raw], check=True, capture_output=True, text=True).stdout)
        words = [w for s in read_treebank(ours) for w in s.words]
        out = []
        for at in range(0, len(words), 5000):
            part = words[at:at + 5000]
            out.append(to_conllu(model(Doc(model.vocab, words=[w.form for w in part], spaces=[bool(n.gap) for n in part[1:]] + [False]))))
        theirs.write_text("".join(out))
        print(name, genre or "")
        for which in (ours, theirs):
            score = subprocess.run([sys.executable, a.scorers / "score_ud.py", "--gold", gold, *only, "--pred", which], check=True, capture_output=True, text=True)
            print(f"  {which.suffixes[0][1:]:7}", score.stdout.strip())


if __name__ == "__main__":
    main()
