"""GGUF files of architectures that llama.cpp's converter does not know. Keys and tensors are named in llama.cpp's manner: what its own
tables (gguf.constants, gguf.tensor_mapping) call the same thing elsewhere, under the architecture's name in transformers. Biases
and norms that a checkpoint lacks are left out, joined matrices of Q, K and V are written as all of Q, then K, then V.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from gguf import GGUFWriter, LlamaFileType

from vocabulary import add_vocabulary


@dataclass(frozen=True)
class Layout:
    """The content of a file: metadata below the architecture's name, and tensors."""

    architecture: str
    metadata: dict[str, Any]
    tensors: dict[str, torch.Tensor]


def write_layout(layout: Layout, out: Path) -> None:
    from convert import add_value

    writer = GGUFWriter(out, layout.architecture)
    writer.add_file_type(LlamaFileType.ALL_F32)
    for key, value in layout.metadata.items():
        add_value(writer, f"{layout.architecture}.{key}", value)
    add_vocabulary(writer)
    for name, tensor in layout.tensors.items():
        writer.add_tensor(name, np.ascontiguousarray(tensor.detach().float().numpy()))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def renamed(model: torch.nn.Module, names: dict[str, str]) -> dict[str, torch.Tensor]:
    """The model's parameters under new names; `#` in a pattern is the number of a layer. Every parameter must have one."""
    patterns = [(re.compile(re.escape(old).replace(r"\#", r"(\d+)") + r"\.(weight|bias)$"), new) for old, new in names.items()]
    tensors = {}
    for old, tensor in model.named_parameters():
        matches = [(pattern.match(old), new) for pattern, new in patterns]
        match, new = next((m, n) for m, n in matches if m)
        *layer, kind = match.groups()
        tensors[f"{new.replace('#', *layer) if layer else new}.{kind}"] = tensor
    return tensors


def falcon_rw(model: torch.nn.Module) -> Layout:
    """Falcon-RW: as `falcon`, with a norm before the feed-forward network, biases, and `attention.max_alibi_bias` for ALiBi."""
    config = model.config
    tensors = renamed(
        model,
        {
            "transformer.word_embeddings": "token_embd",
            "transformer.h.#.input_layernorm": "blk.#.attn_norm",
            "transformer.h.#.self_attention.query_key_value": "blk.#.attn_qkv",
            "transformer.h.#.self_attention.dense": "blk.#.attn_output",
            "transformer.h.#.post_attention_layernorm": "blk.#.ffn_norm",
            "transformer.h.#.mlp.dense_h_to_4h": "blk.#.ffn_up",
            "transformer.h.#.mlp.dense_4h_to_h": "blk.#.ffn_down",
            "transformer.ln_f": "output_norm",
        },
    )
    heads = config.num_attention_heads
    metadata = {
        "context_length": 2048,
        "embedding_length": config.hidden_size,
        "block_count": config.num_hidden_layers,
        "feed_forward_length": 4 * config.hidden_size,
        "attention.head_count": heads,
        "attention.head_count_kv": heads,
        "attention.layer_norm_epsilon": config.layer_norm_epsilon,
        "attention.max_alibi_bias": 8.0,
    }
    return Layout("falcon", metadata, {name: apart(name, tensor, heads) for name, tensor in tensors.items()})


def apart(name: str, tensor: torch.Tensor, heads: int) -> torch.Tensor:
    """[heads, 3, headLength, …] of a joined matrix as [3, heads, headLength, …]."""
    if "attn_qkv" not in name:
        return tensor
    return tensor.reshape(heads, 3, -1, *tensor.shape[1:]).transpose(0, 1).reshape(tensor.shape)
