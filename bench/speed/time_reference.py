#!/usr/bin/env python3
"""Times the reference harness's `hf` model in float32: seconds inside its methods, for the first documents and for all.

usage: time_reference.py --checkpoint FOLDER --tasks NAMES --shots N --few N --many N --batch N --out FILE

One evaluation of `many` documents a task. Its requests are answered in two calls: first those of the first `few` documents,
then the others, so that both sizes are timed on the very same requests. Expects HF_ENDPOINT and HF_HOME in the environment.
"""

import argparse
import json
import time

import lm_eval
from lm_eval.models.huggingface import HFLM


class TimedLM(HFLM):
    def __init__(self, few: int, **kwargs):
        super().__init__(**kwargs)
        self.few = few
        self.seconds = {"few": 0.0, "rest": 0.0}
        self.generated_tokens = 0

    def loglikelihood(self, requests, disable_tqdm=False):
        return self.timed(super().loglikelihood, requests)

    def loglikelihood_rolling(self, requests, disable_tqdm=False):
        return self.timed(super().loglikelihood_rolling, requests)

    def generate_until(self, requests, disable_tqdm=False):
        texts = self.timed(super().generate_until, requests)
        self.generated_tokens += sum(len(self.tok_encode(text, add_special_tokens=False)) for text in texts)
        return texts

    def timed(self, method, requests):
        answers = {}
        for part in ("few", "rest"):
            some = [request for request in requests if (request.doc_id < self.few) == (part == "few")]
            start = time.perf_counter()
            found = method(some, disable_tqdm=True) if some else []
            self.seconds[part] += time.perf_counter() - start
            answers.update(zip(map(id, some), found, strict=True))
        return [answers[id(request)] for request in requests]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--tasks", required=True)
    parser.add_argument("--out", required=True)
    for name in ("shots", "few", "many", "batch"):
        parser.add_argument(f"--{name}", type=int, required=True)
    options = parser.parse_args()
    names = options.tasks.split(",")
    model = TimedLM(options.few, pretrained=options.checkpoint, dtype="float32", device="cpu", batch_size=options.batch)
    answer = lm_eval.simple_evaluate(model=model, tasks=names, limit=options.many, num_fewshot=options.shots, log_samples=False)
    counts = [answer["n-samples"][name]["effective"] for name in names]
    times = {
        "documents": {"few": sum(min(options.few, count) for count in counts), "many": sum(counts)},
        "seconds": {"few": model.seconds["few"], "many": sum(model.seconds.values())},
        "generated_tokens": model.generated_tokens,
    }
    with open(options.out, "w", encoding="utf-8") as file:
        json.dump(times, file)


if __name__ == "__main__":
    main()
