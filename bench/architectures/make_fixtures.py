#!/usr/bin/env python3
"""Makes the fixtures of the architectures: a tiny checkpoint with random weights as a float32 GGUF, and what the reference
implementation computes on it in float32. Run by make.sh.

usage: make_fixtures.py LLAMA_CPP_SOURCE OUT_FOLDER [NAME ...]
"""

import gzip
import json
import sys
import tempfile
from pathlib import Path

import torch


def main(source: str, out: str, *names: str) -> None:
    sys.path[:0] = [source, f"{source}/gguf-py"]
    from checkpoints import CHECKPOINTS

    torch.set_num_threads(1)
    for checkpoint in CHECKPOINTS:
        if not names or checkpoint.name in names:
            make(checkpoint, Path(out))


def make(checkpoint, out: Path) -> None:
    from weights import randomise

    torch.manual_seed(0)
    model = checkpoint.build().eval()
    randomise(model, checkpoint)
    with tempfile.TemporaryDirectory() as work:
        gguf = Path(work) / f"{checkpoint.name}.gguf"
        write_gguf(checkpoint, model, Path(work) / "checkpoint", gguf)
        # No time stamp: the same checkpoint gives the same bytes.
        (out / f"{checkpoint.name}.gguf.gz").write_bytes(gzip.compress(gguf.read_bytes(), 9, mtime=0))
    write_reference(checkpoint, model, out / f"{checkpoint.name}.json")


def write_gguf(checkpoint, model: torch.nn.Module, folder: Path, out: Path) -> None:
    from convert import convert
    from layouts import write_layout
    from vocabulary import TOKENS

    if checkpoint.layout is not None:
        return write_layout(checkpoint.layout(model), out)
    model.save_pretrained(folder, safe_serialization=True)
    config_file = folder / "config.json"
    config = {**json.loads(config_file.read_text()), **checkpoint.config}
    config_file.write_text(json.dumps({key: value for key, value in config.items() if value is not None}))
    # The converter counts the entries of a vocabulary where an embedding has spare rows.
    vocabulary = {token: i for i, token in enumerate(TOKENS)}
    (folder / "tokenizer.json").write_text(json.dumps({"model": {"vocab": vocabulary}, "added_tokens": []}))
    convert(folder, out, checkpoint.metadata)


def write_reference(checkpoint, model: torch.nn.Module, out: Path) -> None:
    with torch.no_grad():
        record = record_encoded if getattr(model.config, "is_encoder_decoder", False) else record_decoder
        scored, greedy = record(checkpoint, model)
    fields = {"name": checkpoint.name, "shows": checkpoint.shows, "reference": type(model).__module__}
    text = ",\n".join(f"{json.dumps(key)}:{json.dumps(value)}" for key, value in fields.items())
    lists = ",\n".join(f"{json.dumps(key)}:{lines(value)}" for key, value in {"scores": scored, "greedy": greedy}.items())
    out.write_text("{" + f"{text},\n{lists}" + "}\n")
    report(checkpoint.name, scored, greedy)


def record_decoder(checkpoint, model: torch.nn.Module) -> tuple[list[dict], list[dict]]:
    from record import continue_greedily, score, sequences

    def forward(tokens: torch.Tensor) -> torch.Tensor:
        return model(input_ids=tokens, use_cache=False).logits

    scored = [score(forward, tokens) for tokens in sequences(checkpoint.longest, checkpoint.seed)]
    return scored, [continue_greedily(forward, one["tokens"][:length]) for one, length in zip(scored, (40, 12))]


def record_encoded(checkpoint, model: torch.nn.Module) -> tuple[list[dict], list[dict]]:
    from record import continue_encoded, encoded_sequences, score_encoded

    def forward(context: torch.Tensor, tokens: torch.Tensor) -> torch.Tensor:
        return model(input_ids=context, decoder_input_ids=tokens, use_cache=False).logits

    pairs = encoded_sequences(checkpoint.longest, checkpoint.seed)
    return [score_encoded(forward, *pair) for pair in pairs], [continue_encoded(forward, pairs[i][0]) for i in (0, 1)]


def lines(entries: list) -> str:
    return "[\n" + ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in entries) + "\n]"


def report(name: str, scored: list[dict], greedy: list[dict]) -> None:
    values = [x for one in scored for x in one["logProbabilities"]]
    gaps = sorted(x for one in scored for x in one["gaps"])
    texts = [one["tokens"] for one in greedy]
    print(f"{name}: log-probabilities {min(values):.2f} … {max(values):.2f}, gaps {gaps[0]:.4f}, {gaps[len(gaps) // 2]:.3f}, {gaps[-1]:.2f}, texts {texts}")


if __name__ == "__main__":
    main(*sys.argv[1:])
