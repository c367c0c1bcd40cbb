#!/usr/bin/env python3
"""Runs the reference harness over a plan of rows and keeps everything it says, one JSON file a row.

usage: record_scores.py PLAN CHECKPOINT OUT [ROW …]

PLAN is a name in rows.py, CHECKPOINT a transformers folder (float32), OUT a folder. A row whose file exists is skipped, so
an interrupted run goes on where it stopped. The files hold benchmark texts: they stay outside the repository;
`write_fixtures.py` makes the small ones. Expects HF_ENDPOINT and HF_HOME in the environment.
"""

import json
import os
import sys
import time

import lm_eval
import torch
from lm_eval.tasks import TaskManager
from recording_lm import RecordingLM
from rows import PLANS


def evaluate(model: RecordingLM, tasks: TaskManager, row) -> dict:
    """One row through lm-eval's own entry point, with its samples and the tokens of each request."""
    model.tokens.clear()
    model.batch_size_per_gpu = row.batch
    model._max_length = row.max_length
    start = time.time()
    answer = lm_eval.simple_evaluate(
        model=model,
        task_manager=tasks,
        tasks=[row.task],
        limit=row.limit,
        num_fewshot=row.shots,
        log_samples=True,
        apply_chat_template=row.chat,
        fewshot_as_multiturn=row.chat and row.multiturn,
        system_instruction=row.system,
    )
    return {
        "row": vars(row),
        "seconds": time.time() - start,
        "max_length": model.max_length,
        "versions": {"lm_eval": answer["lm_eval_version"], "transformers": answer["transformers_version"], "torch": torch.__version__},
        "results": answer["results"],
        "task_versions": answer["versions"],
        "samples": answer["samples"],
        "tokens": [{"task": task, "doc": doc, "request": request, "parts": parts} for (task, doc, request), parts in model.tokens.items()],
    }


def main(plan: str, checkpoint: str, out: str, *names: str) -> None:
    os.makedirs(out, exist_ok=True)
    todo = [row for row in PLANS[plan] if not names or row.name in names]
    todo = [row for row in todo if not os.path.exists(os.path.join(out, f"{row.name}.json"))]
    if not todo:
        return
    model = RecordingLM(pretrained=checkpoint, dtype="float32", device="cpu", batch_size=8)
    tasks = TaskManager()
    for row in todo:
        path = os.path.join(out, f"{row.name}.json")
        try:
            record = evaluate(model, tasks, row)
        except Exception as error:  # one failing row is reported and does not end a run of hours
            print(f"FAILED {row.name}: {type(error).__name__}: {error}", flush=True)
            continue
        with open(path + ".part", "w", encoding="utf-8") as file:
            json.dump(record, file, default=str, ensure_ascii=False)
        os.replace(path + ".part", path)
        print(f"{row.name}: {record['seconds']:.0f} s {record['results']}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
