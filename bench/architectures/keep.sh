#!/usr/bin/env bash
# The fixtures of transformers checkpoints: tiny models in safetensors files, and what transformers computes on them.
# usage: keep.sh [NAME …]     all of keep.py, or some; into packages/engines/onnx/fixtures/checkpoints
# Needs a Python with torch, transformers 4.57.6 (reference.sh setup).
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=${UNDERSTUDY_BENCH_HOME:-$HOME/.cache/understudy-bench}
python=${UNDERSTUDY_BENCH_PYTHON:-$home/venv/bin/python}
export PYTHONDONTWRITEBYTECODE=1 TOKENIZERS_PARALLELISM=false

exec "$python" "$here/keep.py" "$here/../../packages/engines/onnx/fixtures/checkpoints" "$@"
