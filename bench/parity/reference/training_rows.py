#!/usr/bin/env python3
"""Gives data sets of an offline mirror the training split that the reference harness asks for even at zero shots.

usage: training_rows.py MIRROR OUT

For every data set below that has none, OUT gets a copy of its first 64 evaluation rows as `train` (and the card that names
it). Serve OUT in front of MIRROR. At zero shots the rows are not used; at more, both sides of a comparison read these.
"""

import pathlib
import sys

import pyarrow.parquet as pq

ROWS = 64

# Repository, evaluation file, split that is missing, its file.
MISSING = (
    ("baber/piqa", "piqa_validation.parquet", "train", "piqa_train.parquet"),
    ("Rowan/hellaswag", "data/validation-00000-of-00001.parquet", "train", "data/train-00000-of-00001.parquet"),
    ("allenai/winogrande", "winogrande_xl/validation-00000-of-00001.parquet", "train", "winogrande_xl/train-00000-of-00001.parquet"),
    ("EleutherAI/drop", "data/validation-00000-of-00001.parquet", "train", "data/train-00000-of-00001.parquet"),
    ("mandarjoshi/trivia_qa", "rc.nocontext/validation-00000-of-00001.parquet", "train", "rc.nocontext/train-00000-of-00001.parquet"),
    ("EleutherAI/wikitext_document_level", "wikitext-2-raw-v1/test-00000-of-00001.parquet", "train", "wikitext-2-raw-v1/train-00000-of-00001.parquet"),
    ("EleutherAI/wikitext_document_level", "wikitext-2-raw-v1/test-00000-of-00001.parquet", "validation", "wikitext-2-raw-v1/validation-00000-of-00001.parquet"),
)


def add_split(mirror: pathlib.Path, out: pathlib.Path, repository: str, evaluation: str, split: str, file: str) -> None:
    card_path = out / "datasets" / repository / "README.md"
    card = (card_path if card_path.exists() else mirror / "datasets" / repository / "README.md").read_text(encoding="utf-8")
    anchor = f'    path: "{evaluation}"\n'
    if anchor not in card or file in card:
        return
    rows = out / "datasets" / repository / file
    rows.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pq.read_table(mirror / "datasets" / repository / evaluation).slice(0, ROWS), rows)
    card_path.write_text(card.replace(anchor, f'{anchor}  - split: {split}\n    path: "{file}"\n', 1), encoding="utf-8")
    print(f"{repository}: {split} split of {ROWS} rows")


def main(mirror: str, out: str) -> None:
    for entry in MISSING:
        add_split(pathlib.Path(mirror), pathlib.Path(out), *entry)


if __name__ == "__main__":
    main(*sys.argv[1:])
