#!/usr/bin/env python3
"""Writes a GGUF file's weights as float32, all metadata kept, so that every engine can be given the same numbers.

usage: to_float32_gguf.py FILE.gguf OUT.gguf
"""

import os
import sys

import numpy as np
from gguf import GGUFReader, GGUFValueType, GGUFWriter
from gguf.quants import dequantize

ALL_F32 = 0  # general.file_type of a file whose tensors are all float32


def copy_metadata(reader: GGUFReader, writer: GGUFWriter) -> None:
    for key, field in reader.fields.items():
        if key.startswith("GGUF.") or key == "general.architecture":  # written by the writer itself
            continue
        kind = field.types[0]
        item = field.types[-1] if kind == GGUFValueType.ARRAY else None
        writer.add_key_value(key, ALL_F32 if key == "general.file_type" else field.contents(), kind, sub_type=item)


def copy_tensors(reader: GGUFReader, writer: GGUFWriter) -> None:
    for tensor in reader.tensors:
        values = dequantize(tensor.data, tensor.tensor_type).astype(np.float32)
        shape = [int(size) for size in reversed(tensor.shape)]  # GGUF lists the fastest dimension first
        writer.add_tensor(tensor.name, np.ascontiguousarray(values.reshape(shape)))


def main(source: str, out: str) -> None:
    reader = GGUFReader(source)
    writer = GGUFWriter(out + ".part", reader.fields["general.architecture"].contents())
    copy_metadata(reader, writer)
    copy_tensors(reader, writer)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    os.replace(out + ".part", out)
    print(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
