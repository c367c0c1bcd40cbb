"""Turns a saved checkpoint into a float32 GGUF with llama.cpp's own converter; only the vocabulary is ours, since the converter
knows tokenizers by name."""

import logging
from pathlib import Path
from typing import Any

import gguf
import torch

from vocabulary import add_vocabulary


def convert(folder: Path, out: Path, metadata: dict[str, Any]) -> None:
    from conversion import get_model_class  # llama.cpp's, on the path since make_fixtures.py put it there
    from conversion.base import ModelBase, ModelType, get_model_architecture

    logging.getLogger().setLevel(logging.ERROR)
    architecture = get_model_architecture(ModelBase.load_hparams(folder, False), ModelType.TEXT)
    base = get_model_class(architecture)

    class WithTinyVocabulary(base):
        model_arch = base.model_arch

        def set_vocab(self) -> None:
            add_vocabulary(self.gguf_writer)
            for key, value in metadata.items():
                add_value(self.gguf_writer, key, value)

        def modify_tensors(self, data_torch, name, bid):
            if base.__name__ == "BaichuanModel" and "W_pack" not in name:
                # Its converter calls itself without end on all but the packed matrices.
                yield self.map_tensor_name(name), data_torch
                return
            # StableLM's converter returns some tensors where it has to yield them.
            yield from (yield from super().modify_tensors(data_torch, name, bid)) or ()

    with torch.inference_mode():
        WithTinyVocabulary(folder, gguf.LlamaFileType.ALL_F32, out, eager=True, model_name=out.stem).write()


def add_value(writer: gguf.GGUFWriter, key: str, value: Any) -> None:
    kinds = {bool: writer.add_bool, int: writer.add_uint32, float: writer.add_float32, str: writer.add_string}
    kinds[type(value)](key, value)
