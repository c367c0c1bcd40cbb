#!/usr/bin/env bash
# Builds llama.cpp's own llama-perplexity from the source bundle that belongs to the pinned prebuilt libllama.
# usage: build-llama-perplexity.sh FOLDER      (needs npm, git, cmake and a C++ compiler; ten minutes and more)
# The tool ends up in FOLDER/bin; a folder that has it is left alone.
set -euo pipefail

version=3.22.1 # of node-llama-cpp: the same as @node-llama-cpp/<platform> in packages/engines
folder=$(mkdir -p "$1" && cd "$1" && pwd)
if [ -x "$folder/bin/llama-perplexity" ]; then
  echo "$folder/bin/llama-perplexity"
  exit 0
fi

cd "$folder"
if [ ! -d source ]; then
  npm pack --silent "node-llama-cpp@$version"
  tar -xzf "node-llama-cpp-$version.tgz" package/llama/gitRelease.bundle
  git clone --quiet package/llama/gitRelease.bundle source
  rm -r package "node-llama-cpp-$version.tgz"
fi

# A native build may use instructions that a virtual machine announces and then refuses (AMX), so they are named one by one.
has() { grep -qw "$1" /proc/cpuinfo && echo ON || echo OFF; }
cmake -S source -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DLLAMA_CURL=OFF -DLLAMA_OPENSSL=OFF \
  -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_SERVER=OFF -DGGML_NATIVE=OFF \
  -DGGML_AVX="$(has avx)" -DGGML_AVX2="$(has avx2)" -DGGML_FMA="$(has fma)" -DGGML_F16C="$(has f16c)" -DGGML_BMI2="$(has bmi2)" \
  -DGGML_AVX512="$(has avx512f)" -DGGML_AVX512_VBMI="$(has avx512_vbmi)" -DGGML_AVX512_VNNI="$(has avx512_vnni)"
nice -n 19 cmake --build build --target llama-perplexity llama-tokenize --parallel 2
mkdir -p bin
cp build/bin/llama-perplexity build/bin/llama-tokenize bin/
echo "$folder/bin/llama-perplexity"
