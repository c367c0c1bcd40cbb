#!/usr/bin/env python3
"""Builds every request of a task on all its rows with the reference harness, without weights, and keeps digests of them.

usage: record_requests.py OUT NAME=CHECKPOINT=GGUF … [-- ROW …]

The first NAME's tokenizer also renders the chat rows; every further one is asked for token ids of the plain rows. A file is
one row of `REQUEST_ROWS`; in it each leaf task has counts, a digest over everything, one line a block of 50 documents, and
its first documents request by request. Needs HF_ENDPOINT and HF_HOME in the environment.
"""

import hashlib
import os
import sys
from collections import defaultdict

import lm_eval
from digests import combined, digest, short, text_digest, token_counts, token_digest
from draws import recorded_draws
from fixture_file import write_fixture
from lm_eval.tasks import TaskManager
from recording_lm import TokenizerOnlyLM
from request_rows import REQUEST_ROWS

BLOCK = 50


def documents(model: TokenizerOnlyLM, tasks: TaskManager, task: str, row) -> tuple[list[dict], str, dict | None]:
    """Every document of one leaf task: its digests, request by request; the task's version; its generation settings."""
    model.tokens.clear()
    with recorded_draws() as draws:
        answer = lm_eval.simple_evaluate(
            model=model,
            task_manager=tasks,
            tasks=[task],
            num_fewshot=row.shots,
            log_samples=True,
            apply_chat_template=row.chat,
            fewshot_as_multiturn=row.chat and row.multiturn,
            system_instruction=row.system,
            bootstrap_iters=0,
        )
    found = {}
    for sample in answer["samples"][task]:
        number = sample["doc_id"]
        if number in found:  # a second filter repeats the document
            continue
        parts = [model.tokens[task, number, request] for request in range(len(sample["arguments"]))]
        found[number] = {
            "doc": sample["doc_hash"],
            "target": sample["target_hash"],
            "draw": draws[number] if draws else [],
            "texts": [text_digest(arguments) for arguments in sample["arguments"]],
            "tokens": [token_digest(part) for part in parts],
            "counts": [token_counts(part) for part in parts],
        }
        settings = sample["arguments"][0][1:]
    ordered = [found[number] for number in sorted(found)]
    generation = settings[0] if settings and isinstance(settings[0], dict) else None
    return ordered, answer["versions"][task], generation


def columns(docs: list[dict], tokens: dict[str, list[dict]]) -> list[str]:
    """Digests of a run of documents: documents, targets, draws, texts, then tokens, one a tokenizer."""
    return [
        combined([doc["doc"] for doc in docs]),
        combined([doc["target"] for doc in docs]),
        combined([",".join(map(str, doc["draw"])) for doc in docs]),
        combined([combined(doc["texts"]) for doc in docs]),
        *(combined([combined(doc["tokens"]) for doc in other]) for other in tokens.values()),
    ]


def first_documents(docs: list[dict], tokens: dict[str, list[dict]], count: int) -> list[dict]:
    return [
        {
            "doc": short(doc["doc"]),
            "target": short(doc["target"]),
            "draw": doc["draw"],
            "requests": [
                [short(text)] + [[short(other[number]["tokens"][at]), *other[number]["counts"][at]] for other in tokens.values()]
                for at, text in enumerate(doc["texts"])
            ],
        }
        for number, doc in enumerate(docs[:count])
    ]


def task_entry(task: str, version, generation, tokens: dict[str, list[dict]], first: int) -> dict:
    docs = next(iter(tokens.values()))
    for other in tokens.values():
        if [doc["texts"] for doc in other] != [doc["texts"] for doc in docs]:
            raise ValueError(f"{task}: two tokenizers were given different texts")
    blocks = range(0, len(docs), BLOCK)
    entry = {
        "task": task,
        "version": version,
        "documents": len(docs),
        "requests": sum(len(doc["texts"]) for doc in docs),
        "tokens": {name: [sum(count[side] for doc in other for count in doc["counts"]) for side in (0, 1)] for name, other in tokens.items()},
        "digests": columns(docs, tokens),
        "blocks": [[short(item) for item in columns(docs[at : at + BLOCK], {n: o[at : at + BLOCK] for n, o in tokens.items()})] for at in blocks],
        "first": first_documents(docs, tokens, first),
    }
    if generation is not None:
        entry["generation"] = generation
    return entry


def leaf_tasks(tasks: TaskManager, name: str) -> list[str]:
    return sorted(tasks.load([name])["tasks"])


def main(out: str, arguments: list[str]) -> None:
    at = arguments.index("--") if "--" in arguments else len(arguments)
    specs, names = [spec.split("=") for spec in arguments[:at]], arguments[at + 1 :]
    models = {name: TokenizerOnlyLM(checkpoint, batch_size=8) for name, checkpoint, _ in specs}
    tasks = TaskManager()
    for row in REQUEST_ROWS:
        path = os.path.join(out, f"{row.name}.json")
        if os.path.exists(path) or (names and row.name not in names):
            continue
        asked = dict(list(models.items())[:1]) if row.chat else models
        leaves = leaf_tasks(tasks, row.task)
        entries = []
        for leaf in leaves:
            tokens = {}
            for name, model in asked.items():
                tokens[name], version, generation = documents(model, tasks, leaf, row)
            entries.append(task_entry(leaf, version, generation, tokens, 8 if len(leaves) == 1 else 2))
        gguf = {name: hashlib.file_digest(open(file, "rb"), "sha256").hexdigest() for name, _, file in specs if name in asked}
        write_fixture(
            path,
            {
                "format": 1,
                "reference": {"lm_eval": lm_eval.__version__},
                "row": {key: getattr(row, key) for key in ("task", "shots", "chat", "multiturn", "system")},
                "tokenizers": gguf,
                "block": BLOCK,
            },
            {"tasks": entries},
        )
        print(f"{row.name}: {sum(entry['documents'] for entry in entries)} documents", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
