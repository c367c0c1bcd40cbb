#!/bin/sh
# The main job, from a fresh clone: set up, get the default models, evaluate them on the built-in quick suite.
# Options of `understudy eval` may follow, e.g. ./quick.sh --model smollm2-135m-instruct
set -eu
cd "$(dirname "$0")"
# Needed by older npm versions only: CUDA libraries would be downloaded otherwise.
export ONNXRUNTIME_NODE_INSTALL=skip
npm ci
npm run build
exec npx --no-install understudy eval --tasks quick "$@"
