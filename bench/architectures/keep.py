#!/usr/bin/env python3
"""Makes the fixtures of transformers checkpoints: tiny models as a training run would leave them (config.json, safetensors,
tokenizer), and what the reference computes in float32 on the very weights that were saved. Run by keep.sh.

usage: keep.py OUT_FOLDER [NAME ...]
"""

import gzip
import json
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
    # Entries of config.json as the hub's files have them; None takes one out.
    config: dict[str, Any] = field(default_factory=dict)
    # Names lack this beginning, as where a model was saved without its head.
    without: str = ""


# What files of these models say otherwise than transformers' classes.
MOSS = {
    "architectures": ["MossForCausalLM"],
    "model_type": "moss",
    "scale_attn_weights": True,
    "wbits": 32,
    "groupsize": 128,
}
REFINED_WEB = {
    "architectures": ["RWForCausalLM"],
    "model_type": "RefinedWeb",
    "n_head": 4,
    "n_head_kv": 2,
    "n_layer": 2,
    "apply_residual_connection_post_layernorm": False,
    **dict.fromkeys(
        ["num_attention_heads", "num_kv_heads", "num_hidden_layers", "new_decoder_architecture", "rope_theta", "multi_query"]
    ),
}
BLOOM = {
    "n_embed": 48,
    "hidden_size": None,
    "num_attention_heads": 6,
    "n_head": None,
    "offset_alibi": 100,
    "skip_bias_add": True,
    "skip_bias_add_qkv": False,
    "attention_softmax_in_fp32": True,
    "bias_dropout_fusion": True,
    "masked_softmax_fusion": True,
}
# Models that their authors' code computes: what of their configurations the reference implementations do not need.
BAICHUAN = {
    "model_type": "baichuan",
    "hidden_act": "silu",
    "tie_word_embeddings": False,
    "bos_token_id": 1,
    "eos_token_id": 2,
    "pad_token_id": 0,
    # What tells both generations apart; the tiny tables have fewer rows.
    "vocab_size": 64000,
}
CHATGLM1 = {
    "architectures": ["ChatGLMModel"],
    "model_type": "chatglm",
    "position_encoding_2d": True,
    "bos_token_id": 0,
    "eos_token_id": 2,
    "mask_token_id": 3,
    "gmask_token_id": 1,
    "pad_token_id": 3,
    "pre_seq_len": None,
    "prefix_projection": False,
    "quantization_bit": 0,
    "is_encoder_decoder": None,
    "vocab_size": 512,
}
CHATGLM2 = {
    "model_type": "chatglm",
    "add_bias_linear": False,
    "add_qkv_bias": True,
    "apply_query_key_layer_scaling": True,
    "apply_residual_connection_post_layernorm": False,
    "attention_dropout": 0.0,
    "attention_softmax_in_fp32": True,
    "bias_dropout_fusion": True,
    "fp32_residual_connection": False,
    "hidden_dropout": 0.0,
    "kv_channels": 16,
    "multi_query_attention": True,
    "original_rope": True,
    "post_layer_norm": True,
    "rmsnorm": True,
    "quantization_bit": 0,
    "tie_word_embeddings": False,
    "vocab_size": 512,
}
QWEN = {
    "model_type": "qwen",
    "attn_dropout_prob": 0.0,
    "emb_dropout_prob": 0.0,
    "bf16": True,
    "fp16": False,
    "fp32": False,
    "kv_channels": 16,
    "no_bias": True,
    "onnx_safe": None,
    "rotary_pct": 1.0,
    "scale_attn_weights": True,
    "seq_length": 256,
    "softmax_in_fp32": False,
    "tie_word_embeddings": False,
    "tokenizer_class": "QWenTokenizer",
    "use_cache_kernel": False,
    "use_cache_quantization": False,
    "use_dynamic_ntk": True,
    "use_flash_attn": "auto",
    "use_logn_attn": True,
}

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
    Kept("opt", "opt", without="model.", config={"prefix": "</s>"}),
    Kept("galactica-f16", "galactica", torch.float16, config={"learned_embeddings": True, "scale_embeddings": False}),
    Kept("gptj", "gptj", config={"rotary": True, "scale_attn_weights": True}),
    Kept("codegen-bf16", "codegen", torch.bfloat16),
    Kept("moss", "codegen", config=MOSS),
    Kept("falcon-7b", "falcon-7b", config={"apply_residual_connection_post_layernorm": False}),
    Kept("falcon-40b-bf16", "falcon-40b", torch.bfloat16),
    Kept("falcon-40b-refinedweb", "falcon-40b", config=REFINED_WEB),
    Kept("falcon-rw", "falcon-rw"),
    Kept("bloom-f16", "bloom", torch.float16, without="transformer.", config=BLOOM),
    Kept("mpt", "mpt"),
    Kept("mpt-clipped", "mpt-clipped", config={"architectures": ["MPTForCausalLM"], "init_config": {"name": "kaiming_normal_"}}),
    Kept("gpt2", "gpt2", without="transformer.", config={"n_ctx": 256}),
    Kept("gpt2-bf16", "gpt2", torch.bfloat16),
    Kept("starcoder", "starcoder"),
    Kept("starcoder-heads", "starcoder-heads"),
    Kept("t5", "t5"),
    Kept("flan-t5-bf16", "flan-t5", torch.bfloat16, config={"n_positions": 512, "output_past": True}),
    Kept("baichuan-7b", "baichuan-7b", config={**BAICHUAN, "architectures": ["BaiChuanForCausalLM"]}),
    Kept("baichuan-13b", "baichuan-13b", config={**BAICHUAN, "max_position_embeddings": None, "model_max_length": 256}),
    Kept("baichuan2-7b", "baichuan2-7b", config={**BAICHUAN, "vocab_size": 125696, "model_max_length": 256, "z_loss_weight": 0, "_from_model_config": True}),
    Kept("chatglm1", "chatglm1", config=CHATGLM1),
    Kept("chatglm2", "chatglm2", config=CHATGLM2),
    Kept("qwen", "qwen", config=QWEN),
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
    from checkpoints import CHECKPOINTS, KEPT_ONLY
    from make_fixtures import write_reference
    from weights import randomise

    checkpoint = next(one for one in [*CHECKPOINTS, *KEPT_ONLY] if one.name == kept.checkpoint)
    torch.manual_seed(0)
    model = checkpoint.build().eval()
    randomise(model, checkpoint)
    shutil.rmtree(folder, ignore_errors=True)
    saved = save(model, kept, folder)
    change_config(kept, folder / "config.json")
    strip_names(kept, folder)
    write_tokenizer(folder)
    for file in folder.glob("*.safetensors"):
        # No time stamp: the same checkpoint gives the same bytes.
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))
        file.unlink()
    write_reference(checkpoint, saved, folder / "reference.json")


def save(model: torch.nn.Module, kept: Kept, folder: Path) -> torch.nn.Module:
    """Saves the model, and returns it as a user would load it; a model narrowed in memory has narrow rotary frequencies too."""
    from own_models import OwnModel

    if isinstance(model, OwnModel):
        assert kept.dtype == torch.float32, kept.name
        model.save_pretrained(folder)
        return model
    encodes = model.config.is_encoder_decoder
    attention = {} if encodes else {"attn_implementation": model.config._attn_implementation}
    model.to(kept.dtype).save_pretrained(folder, safe_serialization=True, max_shard_size=kept.shard_size)
    auto = transformers.AutoModelForSeq2SeqLM if encodes else transformers.AutoModelForCausalLM
    return auto.from_pretrained(folder, dtype=torch.float32, **attention).eval()


def change_config(kept: Kept, file: Path) -> None:
    config = {**json.loads(file.read_text()), **kept.config}
    file.write_text(json.dumps({key: value for key, value in config.items() if key not in kept.config or value is not None}, indent=2) + "\n")


def strip_names(kept: Kept, folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    if kept.without:
        file = folder / "model.safetensors"
        tensors = {name.removeprefix(kept.without): tensor for name, tensor in load_file(file).items()}
        save_file(tensors, file, metadata={"format": "pt"})


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
