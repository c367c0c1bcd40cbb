#!/usr/bin/env bash
# Unpacks llama.cpp's vocabulary files and the pairs of texts (.inp) and token ids (.out) that belong to them, from the source bundle of
# the pinned prebuilt libllama. llama.cpp is under the MIT licence; the vocabularies are those of the models, so they stay out of the repository.
# usage: unpack-vocabularies.sh FOLDER      (needs npm and git; 150 MB while it runs, 70 MB in the end)
set -euo pipefail

version=3.22.1 # of node-llama-cpp: the same as @node-llama-cpp/<platform> in packages/engines
folder=$(mkdir -p "$1" && cd "$1" && pwd)
if [ -f "$folder/ggml-vocab-gpt-2.gguf.out" ]; then
  echo "$folder"
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "node-llama-cpp@$version" >&2
tar -xzf "node-llama-cpp-$version.tgz" package/llama/gitRelease.bundle
git -c advice.detachedHead=false clone --quiet package/llama/gitRelease.bundle source
cp source/LICENSE source/models/ggml-vocab-* "$folder/"
echo "$folder"
