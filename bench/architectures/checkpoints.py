"""The tiny checkpoints: what each of them is there to show, and how transformers builds it. Heads have 8 or 16 elements; names in
the configuration are those of the original hub files, which llama.cpp's converter reads."""

from dataclasses import dataclass, field
from typing import Any, Callable

import torch
import transformers

import layouts
from layouts import Layout
from own_models import Baichuan, Baichuan2, ChatGlm1, ChatGlm2, Grok, Qwen
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
    # Where the converter does not know the architecture: what goes into the GGUF.
    layout: Callable[[torch.nn.Module], Layout] | None = None
    # GGUF metadata to be added that the converter leaves out.
    metadata: dict[str, Any] = field(default_factory=dict)
    # Standard deviation of the logits.
    logit_scale: float = 2.5
    # Standard deviation of a product's outputs for inputs of unit variance.
    gain: float = 1.3
    # Factors of the gain, for parameters whose name contains the text.
    shares: dict[str, float] = field(default_factory=dict)
    seed: int = 1
    # Longest sequence in tokens.
    longest: int = 96


# They cannot fill LayerNorms without a bias or a weight; weights.py fills everything.
transformers.StableLmPreTrainedModel._init_weights = lambda self, module: None
transformers.OPTPreTrainedModel._init_weights = lambda self, module: None


def conditional(family: str, **settings) -> Callable[[], torch.nn.Module]:
    """An encoder–decoder model of transformers."""

    def build() -> torch.nn.Module:
        config = getattr(transformers, f"{family}Config")(**{**COMMON, "decoder_start_token_id": 0, **settings})
        return getattr(transformers, f"{family}ForConditionalGeneration")(config)

    return build


def causal(family: str, attention: str = "eager", **settings) -> Callable[[], torch.nn.Module]:
    """A decoder-only model of transformers with attention in plain products."""

    def build() -> torch.nn.Module:
        config = getattr(transformers, f"{family}Config")(**{**COMMON, **settings})
        config._attn_implementation = attention
        name = family.removesuffix("Text")
        names = [f"{name}ForCausalLM", f"{name}LMHeadModel"]
        return next(getattr(transformers, name) for name in names if hasattr(transformers, name))(config)

    return build


GATED = {**HALVES, "num_attention_heads": 6, "num_key_value_heads": 2}  # heads of 8, groups of three
PARTIAL = {"hidden_size": 48, "num_hidden_layers": 2, "num_attention_heads": 3, "intermediate_size": 192}  # ffn = 4 · hidden
FALCON = {"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4}
REFINED_WEB = {"architectures": ["RWForCausalLM"], "model_type": "RefinedWebModel", "num_kv_heads": None}
TIED = {"logit_scale": 1.5, "gain": 2.0}  # so that the layers outweigh the embedding, which asks for the same token again
MPT = {"d_model": 64, "n_layers": 2, "max_seq_len": 256}
T5 = {"d_model": 48, "d_kv": 16, "num_heads": 2, "d_ff": 80, "num_layers": 2}
T5_SHARES = {"Attention.q.": 0.25}  # it has no factor of the scores; its queries are that much smaller
OPT = {
    "hidden_size": 48,
    "word_embed_proj_dim": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 3,
    "ffn_dim": 192,
    "max_position_embeddings": 256,
}
LLAMA3 = {
    "rope_type": "llama3",
    "factor": 4.0,
    "low_freq_factor": 1.0,
    "high_freq_factor": 4.0,
    "original_max_position_embeddings": 32,
}

CHECKPOINTS = [
    Checkpoint(
        "llama",
        "neighbouring rotary pairs, grouped-query attention, SwiGLU",
        causal("Llama", **GATED, max_position_embeddings=256),
    ),
    Checkpoint(
        "llama-biases",
        "biases everywhere (InternLM), stretched positions",
        causal("Llama", **GATED, attention_bias=True, mlp_bias=True, rope_scaling={"rope_type": "linear", "factor": 4.0}),
    ),
    Checkpoint(
        "llama3", "a divisor for each rotary frequency", causal("Llama", **GATED, rope_scaling=LLAMA3)
    ),
    Checkpoint(
        "mistral",
        "a window of 16 tokens in every layer",
        causal("Mistral", **GATED, sliding_window=16),
        metadata={"llama.attention.sliding_window": 16},
    ),
    Checkpoint(
        "qwen2",
        "biases of Q, K and V alone, rotary pairs of halves, tied embedding",
        causal("Qwen2", **GATED, tie_word_embeddings=True),
    ),
    Checkpoint(
        "phi2",
        "one LayerNorm for parallel attention and feed-forward, part of a head rotated, a bias of the logits",
        causal("Phi", **PARTIAL, partial_rotary_factor=0.5),
    ),
    Checkpoint(
        "phi3",
        "Q, K and V, gate and up joined; a window of 16 tokens",
        causal("Phi3", **GATED, sliding_window=16, original_max_position_embeddings=4096),
    ),
    Checkpoint(
        "gemma",
        "scaled embedding, GeGLU, heads longer than their share of the embedding",
        causal("Gemma", **{**HALVES, "num_attention_heads": 4, "num_key_value_heads": 1}, head_dim=16),
        logit_scale=1.2,
        gain=2.2,
    ),
    Checkpoint(
        "gemma2",
        "soft-caps of scores and logits, every other layer with a window of 16 tokens, norms behind the branches",
        causal(
            "Gemma2",
            **{**HALVES, "num_attention_heads": 4, "num_key_value_heads": 2, "num_hidden_layers": 4},
            head_dim=16,
            query_pre_attn_scalar=16,
            sliding_window=16,
            attn_logit_softcapping=5.0,
            final_logit_softcapping=6.0,
        ),
        logit_scale=0.8,
        gain=2.5,
    ),
    Checkpoint(
        "gemma3",
        "QK-norm, five layers of six with a window of 16 tokens and a rotary base of their own",
        causal(
            "Gemma3Text",
            **{**HALVES, "num_attention_heads": 2, "num_key_value_heads": 1, "num_hidden_layers": 7},
            head_dim=16,
            query_pre_attn_scalar=16,
            sliding_window=16,
        ),
        logit_scale=1.2,
    ),
    Checkpoint(
        "stablelm",
        "LayerNorm with SwiGLU, a quarter of a head rotated",
        causal("StableLm", **{**GATED, "num_attention_heads": 3, "num_key_value_heads": 1}, partial_rotary_factor=0.25),
    ),
    Checkpoint(
        "stablelm2-12b",
        "parallel feed-forward, a LayerNorm for each head of Q and K, biases of Q, K and V",
        causal(
            "StableLm",
            **{**GATED, "num_attention_heads": 3, "num_key_value_heads": 3},
            partial_rotary_factor=0.25,
            qk_layernorm=True,
            use_parallel_residual=True,
            use_qkv_bias=True,
        ),
    ),
    Checkpoint(
        "gptneox",
        "two LayerNorms for parallel attention and feed-forward, a quarter of a head rotated (Pythia, Dolly, StableLM-alpha)",
        causal("GPTNeoX", **PARTIAL, rotary_pct=0.25, use_parallel_residual=True, max_position_embeddings=256),
    ),
    Checkpoint(
        "gptneox-sequential",
        "attention, then feed-forward; the whole head rotated (RedPajama-INCITE)",
        causal("GPTNeoX", **PARTIAL, rotary_pct=1.0, use_parallel_residual=False, max_position_embeddings=256),
    ),
    Checkpoint(
        "falcon-7b",
        "multi-query attention, one LayerNorm for parallel attention and feed-forward",
        causal("Falcon", **FALCON, multi_query=True, parallel_attn=True, bias=False, alibi=False),
        config={**REFINED_WEB, "n_head_kv": 1},
    ),
    Checkpoint(
        "falcon-40b",
        "grouped-query attention, two LayerNorms for parallel attention and feed-forward",
        causal("Falcon", **FALCON, num_kv_heads=2, new_decoder_architecture=True, bias=False, alibi=False),
        config={**REFINED_WEB, "n_head_kv": 2},
    ),
    Checkpoint(
        "falcon-rw",
        "ALiBi in bfloat16, biases, attention, then feed-forward (Falcon-RW)",
        # Its eager attention adds ALiBi twice, by itself and with the mask (transformers 4.57.6).
        causal("Falcon", "sdpa", **FALCON, multi_query=False, parallel_attn=False, bias=True, alibi=True),
        layout=layouts.falcon_rw,
        longest=384,
    ),
    Checkpoint(
        "mpt",
        "ALiBi, LayerNorm without bias, no biases, Q, K and V joined",
        causal("Mpt", **MPT, n_heads=4),
        config={"architectures": ["MPTForCausalLM"]},
        **TIED,
    ),
    Checkpoint(
        "mpt-clipped",
        "Q, K and V clipped, ALiBi for a number of heads that is no power of two",
        causal("Mpt", **{**MPT, "d_model": 48}, n_heads=6, attn_config={"clip_qkv": 1.5}),
        config={"architectures": ["MPTForCausalLM"]},
        **TIED,
    ),
    Checkpoint(
        "bloom",
        "ALiBi, a norm of the embedding, biases",
        causal("Bloom", hidden_size=48, n_layer=2, n_head=6, seq_length=256),
        **TIED,
    ),
    Checkpoint(
        "gpt2",
        "learned positions, biases, tied embedding",
        causal("GPT2", n_embd=48, n_layer=2, n_head=3, n_positions=256),
        config={"n_ctx": 256},
    ),
    Checkpoint(
        "starcoder",
        "learned positions, multi-query attention",
        causal("GPTBigCode", n_embd=48, n_layer=2, n_head=3, n_positions=256, multi_query=True),
        **TIED,
    ),
    Checkpoint(
        "mixtral",
        "two of four experts for each token",
        causal("Mixtral", **GATED, num_local_experts=4, num_experts_per_tok=2, sliding_window=None),
    ),
    Checkpoint(
        "gptj",
        "neighbouring rotary pairs in part of a head, one norm for parallel attention and feed-forward, a bias of the logits",
        causal("GPTJ", n_embd=64, n_layer=2, n_head=2, rotary_dim=16, n_positions=256, tie_word_embeddings=False),
        layout=layouts.gptj,
    ),
    Checkpoint(
        "codegen",
        "GPT-J with the joined matrices of CodeGen (MOSS)",
        causal("CodeGen", n_embd=64, n_layer=2, n_head=4, rotary_dim=8, n_positions=256, tie_word_embeddings=False),
        layout=layouts.codegen,
    ),
    Checkpoint(
        "opt",
        "learned positions from the third row on, ReLU, biases",
        causal("OPT", **OPT),
        layout=layouts.opt,
        **TIED,
    ),
    Checkpoint(
        "galactica",
        "OPT with GELU, without biases, norms without weights",
        causal("OPT", **OPT, activation_function="gelu", enable_bias=False, layer_norm_elementwise_affine=False),
        layout=layouts.opt,
        **TIED,
    ),
    Checkpoint(
        "qwen",
        "Qwen 1: Q, K and V joined, with biases",
        lambda: Qwen(hidden=48, layers=2, heads=3, feed_forward=80, vocabulary=VOCABULARY),
        # The converter does not find it any more, and libllama wants it.
        metadata={"qwen.attention.layer_norm_rms_epsilon": 1e-6},
    ),
    Checkpoint(
        "baichuan-7b",
        "Llama with Q, K and V packed; 32 layers",
        lambda: Baichuan(hidden=16, layers=32, heads=2, feed_forward=32, vocabulary=VOCABULARY),
    ),
    Checkpoint(
        "baichuan-13b",
        "ALiBi with RMSNorm and SwiGLU; 40 layers",
        lambda: Baichuan(hidden=16, layers=40, heads=2, feed_forward=32, vocabulary=VOCABULARY),
    ),
    Checkpoint(
        "chatglm2",
        "grouped-query attention, neighbours in half a head rotated, gate and up joined",
        lambda: ChatGlm2(hidden=64, layers=2, heads=4, groups=2, feed_forward=64, vocabulary=VOCABULARY),
    ),
    Checkpoint(
        "grok",
        "experts weighted by their shares of all, soft-capped scores, scaled embedding and logits",
        lambda: Grok(hidden=48, layers=2, heads=6, groups=2, feed_forward=64, experts=4, vocabulary=VOCABULARY),
        logit_scale=5.0,
    ),
    Checkpoint(
        "t5",
        "encoder and decoder, relative biases, ReLU, a tied embedding whose logits are scaled",
        conditional("T5", **T5, feed_forward_proj="relu", tie_word_embeddings=True),
        logit_scale=8.0,
        gain=2.0,
        shares=T5_SHARES,
        longest=180,
    ),
    Checkpoint(
        "flan-t5",
        "gated GELU, a matrix of its own for the logits, a decoder less deep than the encoder (Flan-T5, T0)",
        conditional("T5", **{**T5, "num_layers": 3}, num_decoder_layers=2, feed_forward_proj="gated-gelu", tie_word_embeddings=False),
        shares=T5_SHARES,
        longest=180,
    ),
    Checkpoint(
        "chatglm1",
        "a prefix decoder: the context in both directions, rotary positions in two dimensions, residuals that start again from each norm",
        lambda: ChatGlm1(hidden=64, layers=3, heads=2, vocabulary=VOCABULARY),
        layout=layouts.chatglm1,
        longest=70,
    ),
]

# What only safetensors files differ in: keep.py makes them, and there is no GGUF.
KEPT_ONLY = [
    Checkpoint(
        "baichuan2-7b",
        "a last matrix with rows of length 1",
        lambda: Baichuan2(hidden=16, layers=32, heads=2, feed_forward=32, vocabulary=VOCABULARY),
    ),
    Checkpoint(
        "starcoder-heads",
        "learned positions, Q, K and V of a head after each other",
        causal("GPTBigCode", n_embd=48, n_layer=2, n_head=3, n_positions=256, multi_query=False),
        **TIED,
    ),
]
