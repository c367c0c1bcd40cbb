#!/usr/bin/env bash
# The fixtures of the architectures: tiny checkpoints with random weights, and what their reference implementations compute.
# usage: make.sh [NAME …]     all of checkpoints.py, or some; into packages/engines/llama/fixtures/architectures
# Needs a Python with torch, transformers 4.57.6, gguf 0.19.0 (reference.sh setup), and the sources of llama.cpp for its converter:
# LLAMA_CPP_SOURCE, else they are taken out of the npm package node-llama-cpp 3.22.1 (a git bundle) into UNDERSTUDY_BENCH_HOME.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=${UNDERSTUDY_BENCH_HOME:-$HOME/.cache/understudy-bench}
python=${UNDERSTUDY_BENCH_PYTHON:-$home/venv/bin/python}
source=${LLAMA_CPP_SOURCE:-$home/llama.cpp}
export PYTHONDONTWRITEBYTECODE=1 TOKENIZERS_PARALLELISM=false

if [ ! -e "$source/convert_hf_to_gguf.py" ]; then
  mkdir -p "$home/node-llama-cpp"
  npm pack node-llama-cpp@3.22.1 --pack-destination "$home/node-llama-cpp" >/dev/null
  tar -xzf "$home/node-llama-cpp/node-llama-cpp-3.22.1.tgz" -C "$home/node-llama-cpp" package/llama/gitRelease.bundle
  git clone --quiet "$home/node-llama-cpp/package/llama/gitRelease.bundle" "$source"
fi
out=$here/../../packages/engines/llama/fixtures/architectures
mkdir -p "$out"
exec "$python" "$here/make_fixtures.py" "$source" "$out" "$@"
