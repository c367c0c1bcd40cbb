#!/usr/bin/env python3
"""Makes the fixtures of transformers checkpoints: tiny models as a training run would leave them (config.json, safetensors,
tokenizer), and what the reference computes in float32 on the very weights that were saved. Run by keep.sh.

usage: keep.py OUT_FOLDER [NAME ...]
"""

import gzip
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import torch
import transformers


@dataclass(frozen=True)
class Kept:
    """A checkpoint of checkpoints.py, and how it is saved."""

    name: str
    checkpoint: str
    dtype: torch.dtype = torch.float32
    # Several files with an index when it is larger.
    shard_size: str = "1GB"


KEPT = [
    Kept("llama", "llama"),
    Kept("llama-biases", "llama-biases"),
    Kept("llama3", "llama3"),
    Kept("mistral", "mistral"),
    Kept("mixtral", "mixtral"),
    Kept("qwen2-bf16", "qwen2", torch.bfloat16),
    Kept("gptneox-f16", "gptneox", torch.float16),
    Kept("gptneox-sequential", "gptneox-sequential"),
    Kept("gemma", "gemma"),
    Kept("gemma2-bf16", "gemma2", torch.bfloat16),
    Kept("gemma3-split", "gemma3", shard_size="200KB"),
    Kept("phi2", "phi2"),
    Kept("phi3", "phi3"),
    Kept("stablelm", "stablelm"),
    Kept("stablelm2-12b", "stablelm2-12b"),
]

TEXTS = ["", "ab cd", " a\nb  c", "Hello, World 123!", "<s>ab</s> cd", "  ", "abab<|endoftext|>\n\nxyz"]
# White space and digits of Unicode, which JavaScript's patterns take for others.
TEXTS += ["\ufeff x\ufeffy", "a \u0085b", "\u0663\u0664 \u00b25x6", "a\u001cb \u2028 c"]


def main(out: str, *names: str) -> None:
    torch.set_num_threads(1)
    for kept in KEPT:
        if not names or kept.name in names:
            keep(kept, Path(out) / kept.name)


def keep(kept: Kept, folder: Path) -> None:
    from checkpoints import CHECKPOINTS
    from make_fixtures import write_reference
    from weights import randomise

    checkpoint = next(one for one in CHECKPOINTS if one.name == kept.checkpoint)
    torch.manual_seed(0)
    model = checkpoint.build().eval()
    randomise(model, checkpoint)
    shutil.rmtree(folder, ignore_errors=True)
    model.to(kept.dtype).save_pretrained(folder, safe_serialization=True, max_shard_size=kept.shard_size)
    # As a user would load it; a model narrowed in memory has narrow rotary frequencies too.
    load = transformers.AutoModelForCausalLM.from_pretrained
    saved = load(folder, dtype=torch.float32, attn_implementation="eager").eval()
    write_tokenizer(folder)
    for file in folder.glob("*.safetensors"):
        # No time stamp: the same checkpoint gives the same bytes.
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))
        file.unlink()
    write_reference(checkpoint, saved, folder / "reference.json")


def write_tokenizer(folder: Path) -> None:
    """The vocabulary of all tiny checkpoints, and what transformers makes of some texts with it."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
    from vocabulary import MERGES, SPECIAL, TOKENS

    vocabulary = {token: i for i, token in enumerate(TOKENS)}
    merges = [tuple(merge.split(" ")) for merge in MERGES]
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges, unk_token="<unk>"))
    steps = [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(steps)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in SPECIAL])
    fast = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, unk_token="<unk>", bos_token="<s>", eos_token="</s>"
    )
    fast.save_pretrained(folder)
    texts = [{"text": text, "tokens": fast.encode(text)} for text in TEXTS]
    (folder / "tokens.json").write_text(json.dumps(texts, indent=1) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
