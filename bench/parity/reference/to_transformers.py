#!/usr/bin/env python3
"""Writes a GGUF file as a transformers checkpoint in float32 for the reference harness.

usage: to_transformers.py FILE.gguf OUT

transformers dequantises the weights rightly, but the tokenizers that it rebuilds from these two files give other ids than
the models were trained with (SmolLM2: a BOS is added and digits are not split; Gemma 3: other pieces altogether). They are
built anew here from the file's own vocabulary.
"""

import os
import sys

import torch
from gguf import GGUFReader
from sentencepiece import sentencepiece_model_pb2 as sentencepiece_model
from tokenizers import decoders, pre_tokenizers, processors
from transformers import AutoModelForCausalLM, AutoTokenizer, GemmaTokenizerFast, PreTrainedTokenizerFast


class Metadata:
    def __init__(self, path: str):
        self.fields = GGUFReader(path).fields

    def get(self, key: str):
        return self.fields[key].contents() if key in self.fields else None


def sentencepiece_tokenizer(metadata: Metadata, out: str, context_length: int) -> GemmaTokenizerFast:
    """The vocabulary, scores and token types of the GGUF, as the SentencePiece BPE model that they came from."""
    model = sentencepiece_model.ModelProto()
    model.trainer_spec.model_type = sentencepiece_model.TrainerSpec.BPE
    model.trainer_spec.byte_fallback = True
    model.normalizer_spec.name = "identity"
    model.normalizer_spec.escape_whitespaces = True
    model.normalizer_spec.add_dummy_prefix = bool(metadata.get("tokenizer.ggml.add_space_prefix"))
    model.normalizer_spec.remove_extra_whitespaces = False
    columns = (metadata.get(f"tokenizer.ggml.{name}") for name in ("tokens", "scores", "token_type"))
    for piece, score, kind in zip(*columns, strict=True):
        model.pieces.add(piece=piece, score=score, type=kind)
    path = os.path.join(out, "tokenizer.model")
    with open(path, "wb") as file:
        file.write(model.SerializeToString())
    add_bos = bool(metadata.get("tokenizer.ggml.add_bos_token"))
    return GemmaTokenizerFast(vocab_file=path, add_bos_token=add_bos, model_max_length=context_length)


def smollm_tokenizer(metadata: Metadata, folder: str, name: str, context_length: int) -> PreTrainedTokenizerFast:
    """Byte-level BPE that splits digits first, and adds nothing in front."""
    raw = AutoTokenizer.from_pretrained(folder, gguf_file=name).backend_tokenizer
    raw.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)]
    )
    raw.decoder = decoders.ByteLevel()
    raw.post_processor = processors.ByteLevel(trim_offsets=False)
    tokens = metadata.get("tokenizer.ggml.tokens")
    special = {
        f"{role}_token": tokens[metadata.get(f"tokenizer.ggml.{key}_token_id")]
        for role, key in (("bos", "bos"), ("eos", "eos"), ("unk", "unknown"), ("pad", "padding"))
    }
    return PreTrainedTokenizerFast(
        tokenizer_object=raw,
        chat_template=metadata.get("tokenizer.chat_template"),
        model_max_length=context_length,
        clean_up_tokenization_spaces=False,
        **special,
    )


def main(path: str, out: str) -> None:
    folder, name = os.path.split(os.path.abspath(path))
    metadata = Metadata(path)
    context_length = int(metadata.get(f"{metadata.get('general.architecture')}.context_length"))
    AutoModelForCausalLM.from_pretrained(folder, gguf_file=name, dtype=torch.float32).save_pretrained(out)
    if metadata.get("tokenizer.ggml.model") == "llama":
        tokenizer = sentencepiece_tokenizer(metadata, out, context_length)
    elif metadata.get("tokenizer.ggml.pre") == "smollm":
        tokenizer = smollm_tokenizer(metadata, folder, name, context_length)
    else:
        raise SystemExit(f"{path}: no rule for the tokenizer of this file; add one before trusting any log-likelihood")
    tokenizer.save_pretrained(out)
    print(out, tokenizer.encode("Hello world, it's 2026"))


if __name__ == "__main__":
    main(*sys.argv[1:])
