"""The tiny checkpoints: what each of them is there to show, and how transformers builds it. Heads have 8 or 16 elements; names in
the configuration are those of the original hub files, which llama.cpp's converter reads."""

from dataclasses import dataclass, field
from typing import Any, Callable

import torch
import transformers

from vocabulary import SIZE as VOCABULARY

COMMON = {"vocab_size": VOCABULARY, "bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 0}
HALVES = {"hidden_size": 48, "num_hidden_layers": 2, "num_attention_heads": 3, "intermediate_size": 80}


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint and its reference implementation."""

    name: str
    shows: str
    build: Callable[[], torch.nn.Module]
    # Entries of the saved config.json to be replaced; None takes one out.
    config: dict[str, Any] = field(default_factory=dict)
    # GGUF metadata to be added that the converter leaves out.
    metadata: dict[str, Any] = field(default_factory=dict)
    # Standard deviation of the logits.
    logit_scale: float = 2.5
    seed: int = 1
    # Longest sequence in tokens.
    longest: int = 96


def causal(family: str, **settings) -> Callable[[], torch.nn.Module]:
    """A decoder-only model of transformers with attention in plain products."""

    def build() -> torch.nn.Module:
        config = getattr(transformers, f"{family}Config")(**{**COMMON, **settings})
        config._attn_implementation = "eager"
        names = [f"{family}ForCausalLM", f"{family}LMHeadModel"]
        return next(getattr(transformers, name) for name in names if hasattr(transformers, name))(config)

    return build


CHECKPOINTS = [
    Checkpoint(
        "qwen2",
        "biases of Q, K and V alone; grouped-query attention; tied embedding",
        causal("Qwen2", **{**HALVES, "num_attention_heads": 6, "num_key_value_heads": 2}, tie_word_embeddings=True),
    ),
]
