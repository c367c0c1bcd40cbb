#!/usr/bin/env python3
"""Makes the small fixtures of log-likelihoods and generated texts out of what `record_scores.py` kept.

usage: write_score_fixtures.py MODEL_NAME GGUF RECORDS OUT

A sample's requests are lists, in the task's order:
- log-likelihood: [text, tokens, context tokens, continuation tokens, log-likelihood in nats, greedy (0 or 1)];
- rolling: [text, tokens, context tokens, scored tokens, log-likelihood in nats];
- generation: [text, tokens, context tokens, generated text].
`text` and `tokens` are short digests (digests.py). Benchmark texts do not enter the file.
"""

import glob
import hashlib
import json
import os
import sys
from collections import defaultdict

from digests import short, text_digest, token_counts, token_digest
from fixture_file import write_fixture


def request_entry(arguments, response, parts) -> list:
    context, continuation = token_counts(parts)
    entry = [short(text_digest(arguments)), short(token_digest(parts)), context]
    if isinstance(response, str):
        return [*entry, response]
    if isinstance(response, list):
        return [*entry, continuation, round(response[0], 6), int(response[1])]
    return [*entry, continuation, round(response, 6)]


def sample_entry(by_filter: list[dict], tokens: dict) -> dict:
    """One document; with several filters lm-eval logs it once for each, with the same requests."""
    first = by_filter[0]
    entry = {name: short(first[f"{name}_hash"]) for name in ("doc", "prompt", "target")}
    entry["requests"] = [
        request_entry(arguments, response[0], tokens[first["doc_id"], number])
        for number, (arguments, response) in enumerate(zip(first["arguments"], first["resps"], strict=True))
    ]
    entry["metrics"] = {f"{metric},{sample['filter']}": sample[metric] for sample in by_filter for metric in sample["metrics"]}
    if isinstance(first["resps"][0][0], str):
        entry["filtered"] = {sample["filter"]: sample["filtered_resps"][0] for sample in by_filter}
    return entry


def convert(record: dict, model: dict, path: str) -> None:
    row = record["row"]
    task = row["task"]
    samples = defaultdict(list)
    for sample in record["samples"][task]:
        samples[sample["doc_id"]].append(sample)
    tokens = {(entry["doc"], entry["request"]): entry["parts"] for entry in record["tokens"]}
    settings = record["samples"][task][0]["arguments"][0][1:]
    head = {
        "format": 1,
        "reference": {**record["versions"], "dtype": "float32"},
        "model": model,
        "row": row,
        "context_length": record["max_length"],
        "version": record["task_versions"][task],
        "results": {key: value for key, value in record["results"][task].items() if "," in key or key == "sample_len"},
    }
    if settings and isinstance(settings[0], dict):
        head["generation"] = settings[0]
    write_fixture(path, head, {"samples": [sample_entry(samples[number], tokens) for number in sorted(samples)]})


def main(name: str, gguf: str, records: str, out: str) -> None:
    with open(gguf, "rb") as file:
        model = {"name": name, "gguf_sha256": hashlib.file_digest(file, "sha256").hexdigest()}
    for path in sorted(glob.glob(os.path.join(records, "*.json"))):
        with open(path, encoding="utf-8") as file:
            convert(json.load(file), model, os.path.join(out, os.path.basename(path)))


if __name__ == "__main__":
    main(*sys.argv[1:])
