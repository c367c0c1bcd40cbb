"""The reference harness's `hf` model, with a record of the tokens it scores.

`RecordingLM` behaves exactly as lm-eval's `HFLM`; besides, `tokens` holds for every request, under
(task name, document number, request number), what reached the model:

- log-likelihood: one pair [context ids, continuation ids], before truncation to the context length;
- rolling log-likelihood: one such pair a window;
- generation: one pair [context ids after left truncation, []].
"""

from functools import lru_cache

import torch
from lm_eval import utils
from lm_eval.models.huggingface import HFLM
from lm_eval.models.utils import normalize_gen_kwargs
from transformers import AutoConfig, AutoModelForCausalLM


class RecordingLM(HFLM):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.tokens: dict[tuple[str, int, int], list[list[list[int]]]] = {}
        self._scored: list | None = None

    def loglikelihood(self, requests, disable_tqdm=False):
        self._scored = []
        answers = super().loglikelihood(requests, disable_tqdm=disable_tqdm)
        for request, (_, context, continuation) in zip(requests, self._scored, strict=True):
            self._record(request, [[list(context), list(continuation)]])
        self._scored = None
        return answers

    def _loglikelihood_tokens(self, requests, **kwargs):
        if self._scored is not None:
            self._scored.extend(requests)
        return super()._loglikelihood_tokens(requests, **kwargs)

    def loglikelihood_rolling(self, requests, disable_tqdm=False):
        for request in requests:
            windows = utils.get_rolling_token_windows(
                token_list=self.tok_encode(request.args[0]),
                prefix_token=self.prefix_token_id,
                max_seq_len=self.max_length,
                context_len=1,
            )
            self._record(request, [[list(part) for part in utils.make_disjoint_window(window)] for window in windows])
        return super().loglikelihood_rolling(requests, disable_tqdm=disable_tqdm)

    def generate_until(self, requests, disable_tqdm=False):
        self._record_prompts(requests)
        return super().generate_until(requests, disable_tqdm=disable_tqdm)

    def _record_prompts(self, requests):
        for request in requests:
            context, settings = request.args
            room = self.max_length - normalize_gen_kwargs(settings, self.max_gen_toks)["max_gen_toks"]
            ids, _ = self.tok_batch_encode([context], left_truncate_len=room, truncation=self.truncation)
            self._record(request, [[ids[0].tolist(), []]])

    def _record(self, request, parts):
        self.tokens[(request.task_name, request.doc_id, request.idx)] = parts


class TokenizerOnlyLM(RecordingLM):
    """Records every request and answers none: log-likelihood 0, empty text. No weights are loaded."""

    def __init__(self, checkpoint: str, **kwargs):
        with torch.device("meta"):
            model = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained(checkpoint))
        super().__init__(pretrained=model, tokenizer=checkpoint, **kwargs)
        # The choices of a question ask for its context again and again.
        self.tok_encode = lru_cache(maxsize=4)(self.tok_encode)

    def _loglikelihood_tokens(self, requests, **kwargs):
        if self._scored is not None:
            self._scored.extend(requests)
        return [(0.0, False)] * len(requests)

    def generate_until(self, requests, disable_tqdm=False):
        self._record_prompts(requests)
        return [""] * len(requests)
