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

from own_models import frequencies
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


def gptj(model: torch.nn.Module) -> Layout:
    """GPT-J: `gptj`, as gguf.constants calls it."""
    config = model.config
    names = {
        "transformer.wte": "token_embd",
        "transformer.h.#.ln_1": "blk.#.attn_norm",
        "transformer.h.#.attn.q_proj": "blk.#.attn_q",
        "transformer.h.#.attn.k_proj": "blk.#.attn_k",
        "transformer.h.#.attn.v_proj": "blk.#.attn_v",
        "transformer.h.#.attn.out_proj": "blk.#.attn_output",
        "transformer.h.#.mlp.fc_in": "blk.#.ffn_up",
        "transformer.h.#.mlp.fc_out": "blk.#.ffn_down",
        "transformer.ln_f": "output_norm",
        "lm_head": "output",
    }
    return Layout("gptj", gptj_metadata(config), renamed(model, names))


CODEGEN_PARTS = 4  # its joined matrix is that of four machines, each with its share of Q, V and K


def codegen(model: torch.nn.Module) -> Layout:
    """CodeGen and MOSS: the same computation as GPT-J; Q, K and V are written apart."""
    config = model.config
    names = {
        "transformer.wte": "token_embd",
        "transformer.h.#.ln_1": "blk.#.attn_norm",
        "transformer.h.#.attn.qkv_proj": "blk.#.attn_qkv",
        "transformer.h.#.attn.out_proj": "blk.#.attn_output",
        "transformer.h.#.mlp.fc_in": "blk.#.ffn_up",
        "transformer.h.#.mlp.fc_out": "blk.#.ffn_down",
        "transformer.ln_f": "output_norm",
        "lm_head": "output",
    }
    tensors = {}
    for name, tensor in renamed(model, names).items():
        if "attn_qkv" not in name:
            tensors[name] = tensor
            continue
        query, value, key = tensor.reshape(CODEGEN_PARTS, 3, -1, tensor.shape[-1]).unbind(1)
        for part, rows in {"attn_q": query, "attn_k": key, "attn_v": value}.items():
            tensors[name.replace("attn_qkv", part)] = rows.reshape(-1, tensor.shape[-1])
    return Layout("gptj", gptj_metadata(config), tensors)


def gptj_metadata(config) -> dict[str, Any]:
    return {
        "context_length": config.n_positions,
        "embedding_length": config.n_embd,
        "block_count": config.n_layer,
        "feed_forward_length": 4 * config.n_embd,
        "attention.head_count": config.n_head,
        "attention.layer_norm_epsilon": config.layer_norm_epsilon,
        "rope.dimension_count": config.rotary_dim,
    }


OPT_UNUSED_POSITIONS = 2  # rows of its table before that of position 0


def opt(model: torch.nn.Module) -> Layout:
    """OPT and Galactica: `opt`, with `hidden_activation` as other architectures have it, and the table of positions from the row of
    position 0 on. A norm without weights is written with ones."""
    config = model.config
    names = {
        "model.decoder.embed_tokens": "token_embd",
        "model.decoder.embed_positions": "position_embd",
        "model.decoder.layers.#.self_attn_layer_norm": "blk.#.attn_norm",
        "model.decoder.layers.#.self_attn.q_proj": "blk.#.attn_q",
        "model.decoder.layers.#.self_attn.k_proj": "blk.#.attn_k",
        "model.decoder.layers.#.self_attn.v_proj": "blk.#.attn_v",
        "model.decoder.layers.#.self_attn.out_proj": "blk.#.attn_output",
        "model.decoder.layers.#.final_layer_norm": "blk.#.ffn_norm",
        "model.decoder.layers.#.fc1": "blk.#.ffn_up",
        "model.decoder.layers.#.fc2": "blk.#.ffn_down",
        "model.decoder.final_layer_norm": "output_norm",
    }
    tensors = renamed(model, names)
    tensors["position_embd.weight"] = tensors["position_embd.weight"][OPT_UNUSED_POSITIONS:]
    norms = [f"blk.{i}.{name}" for i in range(config.num_hidden_layers) for name in ("attn_norm", "ffn_norm")]
    ones = {f"{name}.weight": torch.ones(config.hidden_size) for name in [*norms, "output_norm"]}
    metadata = {
        "context_length": config.max_position_embeddings,
        "embedding_length": config.hidden_size,
        "block_count": config.num_hidden_layers,
        "feed_forward_length": config.ffn_dim,
        "attention.head_count": config.num_attention_heads,
        "attention.layer_norm_epsilon": 1e-5,
        "hidden_activation": config.activation_function,
    }
    return Layout("opt", metadata, {**ones, **tensors})


def chatglm1(model: torch.nn.Module) -> Layout:
    """ChatGLM-6B: `chatglm1`, since llama.cpp calls its successors `chatglm`. `context_end_token_id` is [gMASK], which ends every context;
    `decoder_start_token_id`, as T5 has it, is the token that every text begins with; `rope_freqs` has what frequencies are divided by,
    which its class keeps in half precision."""
    config = model.config
    names = {
        "transformer.word_embeddings": "token_embd",
        "transformer.layers.#.input_layernorm": "blk.#.attn_norm",
        "transformer.layers.#.attention.query_key_value": "blk.#.attn_qkv",
        "transformer.layers.#.attention.dense": "blk.#.attn_output",
        "transformer.layers.#.post_attention_layernorm": "blk.#.ffn_norm",
        "transformer.layers.#.mlp.dense_h_to_4h": "blk.#.ffn_up",
        "transformer.layers.#.mlp.dense_4h_to_h": "blk.#.ffn_down",
        "transformer.final_layernorm": "output_norm",
        "lm_head": "output",
    }
    heads = config.num_attention_heads
    metadata = {
        "context_length": config.max_sequence_length,
        "embedding_length": config.hidden_size,
        "block_count": config.num_layers,
        "feed_forward_length": config.inner_hidden_size,
        "attention.head_count": heads,
        "attention.layer_norm_epsilon": config.layernorm_epsilon,
        "rope.dimension_count": config.hidden_size // heads // 2,
        "decoder_start_token_id": model.START,
        "context_end_token_id": model.MASK,
    }
    tensors = {name: apart(name, tensor, heads) for name, tensor in renamed(model, names).items()}
    rounded = model.frequencies()
    tensors["rope_freqs.weight"] = frequencies(2 * len(rounded)) / rounded
    return Layout("chatglm1", metadata, tensors)
