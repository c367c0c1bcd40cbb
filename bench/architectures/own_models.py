"""Reference implementations for architectures that transformers has no class for: short forward passes in float32, written from the papers
and the authors' published code, with parameters named as in the original checkpoints.
"""

import math
from types import SimpleNamespace

import torch
from torch import nn
from torch.nn import functional as F


class OwnModel(nn.Module):
    """What the scripts need of a model beside its forward pass."""

    def __init__(self, **config):
        super().__init__()
        self.config = SimpleNamespace(**config)

    def save_pretrained(self, folder, safe_serialization=True) -> None:
        import json

        from safetensors.torch import save_file

        folder.mkdir(parents=True)
        save_file({name: tensor.contiguous() for name, tensor in self.state_dict().items()}, folder / "model.safetensors")
        (folder / "config.json").write_text(json.dumps(vars(self.config)))

    def forward(self, input_ids, use_cache=False):
        return SimpleNamespace(logits=self.logits(input_ids))


class RmsNorm(nn.Module):
    """Zhang & Sennrich 2019, arXiv:1910.07467."""

    def __init__(self, length: int, epsilon: float):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(length))
        self.epsilon = epsilon

    def forward(self, x):
        return self.weight * x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.epsilon)


def container(**modules) -> nn.Module:
    """A module without a forward pass of its own, for the names."""
    module = nn.Module()
    for name, child in modules.items():
        setattr(module, name, child)
    return module


def frequencies(dimensions: int, base: float = 10000.0):
    """[dimensions / 2] (Su et al. 2021, arXiv:2104.09864)."""
    return 1.0 / base ** (torch.arange(0, dimensions, 2).float() / dimensions)


def angles(positions, dimensions: int):
    """[positions, dimensions / 2]."""
    return positions.float()[:, None] * frequencies(dimensions)


def rotate_halves(x, angle):
    """Pairs (i, i + n/2) of all elements. x: [..., tokens, n]."""
    a, b = x.chunk(2, dim=-1)
    return torch.cat([a * angle.cos() - b * angle.sin(), b * angle.cos() + a * angle.sin()], dim=-1)


def rotate_neighbours(x, angle):
    """Pairs (2i, 2i + 1) of the first elements; the rest stays. x: [..., tokens, n]."""
    rotated, rest = x[..., : 2 * angle.shape[-1]], x[..., 2 * angle.shape[-1] :]
    a, b = rotated[..., 0::2], rotated[..., 1::2]
    pairs = torch.stack([a * angle.cos() - b * angle.sin(), b * angle.cos() + a * angle.sin()], dim=-1)
    return torch.cat([pairs.flatten(-2), rest], dim=-1)


def split_heads(x, heads: int):
    """[1, tokens, heads · n] → [1, heads, tokens, n]."""
    return x.unflatten(-1, (heads, -1)).transpose(1, 2)


def attend(query, key, value, bias=0.0, scale: float | None = None, cap: float | None = None):
    """Causal attention; K and V may have fewer heads. → [1, tokens, heads · n]."""
    groups = query.shape[1] // key.shape[1]
    key, value = key.repeat_interleave(groups, dim=1), value.repeat_interleave(groups, dim=1)
    scores = query @ key.transpose(-1, -2) * (query.shape[-1] ** -0.5 if scale is None else scale)
    if cap is not None:
        scores = cap * torch.tanh(scores / cap)
    tokens = query.shape[-2]
    hidden = torch.full((tokens, tokens), float("-inf")).triu(1)
    return ((scores + bias + hidden).softmax(-1) @ value).transpose(1, 2).flatten(-2)


class Qwen(OwnModel):
    """Qwen (Bai et al. 2023, arXiv:2309.16609); within its training length, where neither its dynamic scaling nor its logarithmic
    factor of the scores does anything."""

    def __init__(self, hidden: int, layers: int, heads: int, feed_forward: int, vocabulary: int):
        super().__init__(
            architectures=["QWenLMHeadModel"],
            hidden_size=hidden,
            num_hidden_layers=layers,
            num_attention_heads=heads,
            intermediate_size=2 * feed_forward,
            layer_norm_epsilon=1e-6,
            max_position_embeddings=256,
            rotary_emb_base=10000,
            vocab_size=vocabulary,
        )
        blocks = [
            container(
                ln_1=RmsNorm(hidden, 1e-6),
                attn=container(c_attn=nn.Linear(hidden, 3 * hidden), c_proj=nn.Linear(hidden, hidden, bias=False)),
                ln_2=RmsNorm(hidden, 1e-6),
                mlp=container(
                    w1=nn.Linear(hidden, feed_forward, bias=False),
                    w2=nn.Linear(hidden, feed_forward, bias=False),
                    c_proj=nn.Linear(feed_forward, hidden, bias=False),
                ),
            )
            for _ in range(layers)
        ]
        self.transformer = container(wte=nn.Embedding(vocabulary, hidden), h=nn.ModuleList(blocks), ln_f=RmsNorm(hidden, 1e-6))
        self.lm_head = nn.Linear(hidden, vocabulary, bias=False)

    def get_output_embeddings(self):
        return self.lm_head

    def logits(self, tokens):
        heads = self.config.num_attention_heads
        angle = angles(torch.arange(tokens.shape[1]), self.config.hidden_size // heads)
        x = self.transformer.wte(tokens)
        for block in self.transformer.h:
            query, key, value = (split_heads(y, heads) for y in block.attn.c_attn(block.ln_1(x)).chunk(3, dim=-1))
            x = x + block.attn.c_proj(attend(rotate_halves(query, angle), rotate_halves(key, angle), value))
            y = block.ln_2(x)
            x = x + block.mlp.c_proj(block.mlp.w1(y) * F.silu(block.mlp.w2(y)))
        return self.lm_head(self.transformer.ln_f(x))


class Baichuan(OwnModel):
    """Baichuan (Yang et al. 2023, arXiv:2309.10305): 7B rotates, 13B has ALiBi; files tell them apart by 32 and 40 layers."""

    def __init__(self, hidden: int, layers: int, heads: int, feed_forward: int, vocabulary: int):
        super().__init__(
            architectures=["BaichuanForCausalLM"],
            hidden_size=hidden,
            num_hidden_layers=layers,
            num_attention_heads=heads,
            intermediate_size=feed_forward,
            rms_norm_eps=1e-6,
            max_position_embeddings=256,
            vocab_size=vocabulary,
        )
        blocks = [
            container(
                input_layernorm=RmsNorm(hidden, 1e-6),
                self_attn=container(
                    W_pack=nn.Linear(hidden, 3 * hidden, bias=False), o_proj=nn.Linear(hidden, hidden, bias=False)
                ),
                post_attention_layernorm=RmsNorm(hidden, 1e-6),
                mlp=container(
                    gate_proj=nn.Linear(hidden, feed_forward, bias=False),
                    up_proj=nn.Linear(hidden, feed_forward, bias=False),
                    down_proj=nn.Linear(feed_forward, hidden, bias=False),
                ),
            )
            for _ in range(layers)
        ]
        self.model = container(
            embed_tokens=nn.Embedding(vocabulary, hidden), layers=nn.ModuleList(blocks), norm=RmsNorm(hidden, 1e-6)
        )
        self.lm_head = nn.Linear(hidden, vocabulary, bias=False)

    def get_output_embeddings(self):
        return self.lm_head

    def logits(self, tokens):
        heads = self.config.num_attention_heads
        positions = torch.arange(tokens.shape[1])
        rotates = len(self.model.layers) == 32
        angle = angles(positions, self.config.hidden_size // heads)
        # ALiBi (Press et al. 2021, arXiv:2108.12409), for a number of heads that is a power of two.
        slopes = torch.tensor([2.0 ** (-8 * (i + 1) / heads) for i in range(heads)])
        bias = 0.0 if rotates else slopes[:, None, None] * (positions[None, :] - positions[:, None])
        x = self.model.embed_tokens(tokens)
        for block in self.model.layers:
            projected = block.self_attn.W_pack(block.input_layernorm(x)).chunk(3, dim=-1)
            query, key, value = (split_heads(y, heads) for y in projected)
            if rotates:
                query, key = rotate_halves(query, angle), rotate_halves(key, angle)
            x = x + block.self_attn.o_proj(attend(query, key, value, bias))
            y = block.post_attention_layernorm(x)
            x = x + block.mlp.down_proj(F.silu(block.mlp.gate_proj(y)) * block.mlp.up_proj(y))
        return self.head(self.model.norm(x))

    def head(self, x):
        return self.lm_head(x)


class Baichuan2(Baichuan):
    """Baichuan 2 (arXiv:2309.10305): the rows of the last matrix have length 1 (`NormHead`)."""

    def head(self, x):
        return F.linear(x, F.normalize(self.lm_head.weight))


class ChatGlm2(OwnModel):
    """ChatGLM2 (its authors' modeling_chatglm.py): grouped-query attention, neighbours in the first half of a head rotated."""

    def __init__(self, hidden: int, layers: int, heads: int, groups: int, feed_forward: int, vocabulary: int):
        super().__init__(
            architectures=["ChatGLMModel"],
            hidden_size=hidden,
            num_layers=layers,
            num_attention_heads=heads,
            multi_query_group_num=groups,
            ffn_hidden_size=feed_forward,
            layernorm_epsilon=1e-5,
            seq_length=256,
            padded_vocab_size=vocabulary,
        )
        head = hidden // heads
        blocks = [
            container(
                input_layernorm=RmsNorm(hidden, 1e-5),
                self_attention=container(
                    query_key_value=nn.Linear(hidden, hidden + 2 * groups * head), dense=nn.Linear(hidden, hidden, bias=False)
                ),
                post_attention_layernorm=RmsNorm(hidden, 1e-5),
                mlp=container(
                    dense_h_to_4h=nn.Linear(hidden, 2 * feed_forward, bias=False),
                    dense_4h_to_h=nn.Linear(feed_forward, hidden, bias=False),
                ),
            )
            for _ in range(layers)
        ]
        self.transformer = container(
            embedding=container(word_embeddings=nn.Embedding(vocabulary, hidden)),
            encoder=container(layers=nn.ModuleList(blocks), final_layernorm=RmsNorm(hidden, 1e-5)),
            output_layer=nn.Linear(hidden, vocabulary, bias=False),
        )

    def get_output_embeddings(self):
        return self.transformer.output_layer

    def logits(self, tokens):
        heads, groups = self.config.num_attention_heads, self.config.multi_query_group_num
        head = self.config.hidden_size // heads
        angle = angles(torch.arange(tokens.shape[1]), head // 2)
        x = self.transformer.embedding.word_embeddings(tokens)
        for block in self.transformer.encoder.layers:
            projected = block.self_attention.query_key_value(block.input_layernorm(x))
            query, key, value = projected.split([heads * head, groups * head, groups * head], dim=-1)
            query = rotate_neighbours(split_heads(query, heads), angle)
            key = rotate_neighbours(split_heads(key, groups), angle)
            x = x + block.self_attention.dense(attend(query, key, split_heads(value, groups)))
            gate, up = block.mlp.dense_h_to_4h(block.post_attention_layernorm(x)).chunk(2, dim=-1)
            x = x + block.mlp.dense_4h_to_h(F.silu(gate) * up)
        return self.transformer.output_layer(self.transformer.encoder.final_layernorm(x))


class Grok(OwnModel):
    """Grok-1 (its authors' model.py, github.com/xai-org/grok-1): two experts of eight for each token, weighted by their shares of the
    softmax over all, norms before and behind each branch, scores within ±30."""

    EMBEDDING_SCALE = 6.0
    OUTPUT_SCALE = 0.5
    CAP = 30.0

    def __init__(self, hidden: int, layers: int, heads: int, groups: int, feed_forward: int, experts: int, vocabulary: int):
        super().__init__(
            architectures=["Grok1ForCausalLM"],
            hidden_size=hidden,
            num_hidden_layers=layers,
            num_attention_heads=heads,
            num_key_value_heads=groups,
            intermediate_size=feed_forward,
            num_local_experts=experts,
            num_experts_per_tok=2,
            rms_norm_eps=1e-5,
            max_position_embeddings=256,
            embedding_multiplier_scale=self.EMBEDDING_SCALE,
            output_multiplier_scale=self.OUTPUT_SCALE,
            attn_output_multiplier=(hidden // heads) ** -0.5,
            vocab_size=vocabulary,
        )
        head = hidden // heads

        def linear(inputs: int, outputs: int) -> nn.Linear:
            return nn.Linear(inputs, outputs, bias=False)

        blocks = [
            container(
                rms_norm=RmsNorm(hidden, 1e-5),
                multi_head_attention=container(
                    query=linear(hidden, heads * head),
                    key=linear(hidden, groups * head),
                    value=linear(hidden, groups * head),
                    linear=linear(heads * head, hidden),
                ),
                rms_norm_1=RmsNorm(hidden, 1e-5),
                rms_norm_2=RmsNorm(hidden, 1e-5),
                router=linear(hidden, experts),
                moe=nn.ModuleList(
                    container(
                        linear=linear(hidden, feed_forward),
                        linear_v=linear(hidden, feed_forward),
                        linear_1=linear(feed_forward, hidden),
                    )
                    for _ in range(experts)
                ),
                rms_norm_3=RmsNorm(hidden, 1e-5),
            )
            for _ in range(layers)
        ]
        self.transformer = container(
            in_out_embed=nn.Embedding(vocabulary, hidden),
            decoder_layer=nn.ModuleList(blocks),
            rms_norm=RmsNorm(hidden, 1e-5),
        )
        self.lm_head = linear(hidden, vocabulary)

    def get_output_embeddings(self):
        return self.lm_head

    def logits(self, tokens):
        heads, groups = self.config.num_attention_heads, self.config.num_key_value_heads
        head = self.config.hidden_size // heads
        angle = angles(torch.arange(tokens.shape[1]), head)
        x = self.transformer.in_out_embed(tokens) * self.EMBEDDING_SCALE
        for block in self.transformer.decoder_layer:
            y, attention = block.rms_norm(x), block.multi_head_attention
            query = rotate_halves(split_heads(attention.query(y), heads), angle)
            key = rotate_halves(split_heads(attention.key(y), groups), angle)
            value = split_heads(attention.value(y), groups)
            scale = self.config.attn_output_multiplier
            attended = attention.linear(attend(query, key, value, scale=scale, cap=self.CAP))
            x = x + block.rms_norm_1(attended)
            x = x + block.rms_norm_3(self.mixture(block, block.rms_norm_2(x)))
        return self.lm_head(self.transformer.rms_norm(x)) * self.OUTPUT_SCALE

    def mixture(self, block, y):
        shares, chosen = block.router(y).softmax(-1).topk(2, dim=-1)
        outputs = torch.stack(
            [e.linear_1(F.gelu(e.linear(y), approximate="tanh") * e.linear_v(y)) for e in block.moe], dim=-2
        )
        picked = outputs.gather(-2, chosen[..., None].expand(*chosen.shape, y.shape[-1]))
        return (shares[..., None] * picked).sum(-2)


class ChatGlm1(OwnModel):
    """ChatGLM-6B (Du et al. 2022, arXiv:2103.10360; its authors' modeling_chatglm.py): tokens of the context see each other in both directions
    and end with [gMASK]; the text behind it is causal. Half of a head is rotated by the place in the context, which for the text is that of
    [gMASK], the other half by the place in the text, which for the context is 0. Residuals start again from each norm, times √(2 · layers).
    """

    MASK, START = 1, 0  # [gMASK], and the token that every text begins with

    def __init__(self, hidden: int, layers: int, heads: int, vocabulary: int):
        super().__init__(
            hidden_size=hidden,
            num_layers=layers,
            num_attention_heads=heads,
            inner_hidden_size=4 * hidden,
            layernorm_epsilon=1e-5,
            max_sequence_length=256,
            is_encoder_decoder=True,
        )
        blocks = [
            container(
                input_layernorm=nn.LayerNorm(hidden, 1e-5),
                attention=container(query_key_value=nn.Linear(hidden, 3 * hidden), dense=nn.Linear(hidden, hidden)),
                post_attention_layernorm=nn.LayerNorm(hidden, 1e-5),
                mlp=container(dense_h_to_4h=nn.Linear(hidden, 4 * hidden), dense_4h_to_h=nn.Linear(4 * hidden, hidden)),
            )
            for _ in range(layers)
        ]
        self.transformer = container(
            word_embeddings=nn.Embedding(vocabulary, hidden),
            layers=nn.ModuleList(blocks),
            final_layernorm=nn.LayerNorm(hidden, 1e-5),
        )
        self.lm_head = nn.Linear(hidden, vocabulary, bias=False)

    def get_output_embeddings(self):
        return self.lm_head

    def frequencies(self):
        """Its authors' class keeps them in half precision, whatever it computes in."""
        return frequencies(self.config.hidden_size // self.config.num_attention_heads // 2).half().float()

    def forward(self, input_ids, decoder_input_ids, use_cache=False):
        """decoder_input_ids begin with START."""
        context = torch.cat([input_ids[0], torch.tensor([self.MASK])])
        tokens = torch.cat([context, decoder_input_ids[0]])[None]
        length, text = len(context), decoder_input_ids.shape[1]
        place = torch.cat([torch.arange(length), torch.full((text,), length - 1)])
        place_in_text = torch.cat([torch.zeros(length, dtype=torch.long), torch.arange(1, text + 1)])
        heads = self.config.num_attention_heads
        half = self.config.hidden_size // heads // 2
        first, second = (places.float()[:, None] * self.frequencies() for places in (place, place_in_text))

        def rotate(x):
            a, b = x.chunk(2, dim=-1)
            return torch.cat([rotate_halves(a, first), rotate_halves(b, second)], dim=-1)

        hidden = torch.full((length + text, length + text), float("-inf")).triu(1)
        hidden[:, :length] = 0.0
        alpha = (2 * len(self.transformer.layers)) ** 0.5
        x = self.transformer.word_embeddings(tokens)
        for block in self.transformer.layers:
            y = block.input_layernorm(x)
            by_head = split_heads(block.attention.query_key_value(y), heads)
            query, key, value = by_head.chunk(3, dim=-1)
            scores = rotate(query) @ rotate(key).transpose(-1, -2) * (2 * half) ** -0.5
            attended = ((scores + hidden).softmax(-1) @ value).transpose(1, 2).flatten(-2)
            x = y * alpha + block.attention.dense(attended)
            y = block.post_attention_layernorm(x)
            x = y * alpha + block.mlp.dense_4h_to_h(F.gelu(block.mlp.dense_h_to_4h(y), approximate="tanh"))
        logits = self.lm_head(self.transformer.final_layernorm(x))
        return SimpleNamespace(logits=logits[:, length:])
