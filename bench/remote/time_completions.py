#!/usr/bin/env python3
"""Times the reference harness's `local-completions` model: seconds inside its methods, of a whole evaluation.

usage: time_completions.py --url ADDRESS/completions --tasks NAME --folder TASKS --limit N --concurrency N --out FILE

Texts are sent as they are (no tokenizer); everything else is as its users run it.
"""

import argparse
import json
import time

import lm_eval
from lm_eval.models.openai_completions import LocalCompletionsAPI
from lm_eval.tasks import TaskManager


class TimedCompletions(LocalCompletionsAPI):
    seconds = 0.0

    def generate_until(self, requests, disable_tqdm=False):
        start = time.perf_counter()
        texts = super().generate_until(requests, disable_tqdm)
        self.seconds += time.perf_counter() - start
        return texts


def main() -> None:
    parser = argparse.ArgumentParser()
    for name in ("url", "tasks", "folder", "out"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("limit", "concurrency"):
        parser.add_argument(f"--{name}", type=int, required=True)
    options = parser.parse_args()
    model = TimedCompletions(
        base_url=options.url,
        model="mock",
        num_concurrent=options.concurrency,
        tokenizer_backend=None,
        tokenized_requests=False,
        max_retries=3,
    )
    answer = lm_eval.simple_evaluate(
        model=model,
        tasks=[options.tasks],
        task_manager=TaskManager(include_path=options.folder),
        limit=options.limit,
        log_samples=False,
    )
    count = answer["n-samples"][options.tasks]["effective"]
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump({"requests": count, "seconds": model.seconds}, file)


if __name__ == "__main__":
    main()
