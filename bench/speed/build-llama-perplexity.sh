#!/usr/bin/env bash
# Builds llama.cpp's own tools from the source bundle that belongs to the pinned prebuilt libllama: llama-perplexity, or those named.
# usage: build-llama-perplexity.sh FOLDER [TOOL…]      (needs npm, git, cmake and a C++ compiler; ten minutes and more)
#        build-llama-perplexity.sh FOLDER llama-server
# A tool ends up in FOLDER/bin; one that is there is left alone. JOBS is how many compilers run at a time (2).
set -euo pipefail

version=3.22.1 # of node-llama-cpp: the same as @node-llama-cpp/<platform> in packages/engines
folder=$(mkdir -p "$1" && cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- llama-perplexity llama-tokenize
missing=()
for tool in "$@"; do [ -x "$folder/bin/$tool" ] || missing+=("$tool"); done
if [ ${#missing[@]} -eq 0 ]; then
  echo "$folder/bin/$1"
  exit 0
fi
case " ${missing[*]} " in *" llama-server "*) server=ON ;; *) server=OFF ;; esac

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
  -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_SERVER="$server" -DGGML_NATIVE=OFF \
  -DGGML_AVX="$(has avx)" -DGGML_AVX2="$(has avx2)" -DGGML_FMA="$(has fma)" -DGGML_F16C="$(has f16c)" -DGGML_BMI2="$(has bmi2)" \
  -DGGML_AVX512="$(has avx512f)" -DGGML_AVX512_VBMI="$(has avx512_vbmi)" -DGGML_AVX512_VNNI="$(has avx512_vnni)"
nice -n 19 cmake --build build --target "${missing[@]}" --parallel "${JOBS:-2}"
mkdir -p bin
for tool in "${missing[@]}"; do cp "build/bin/$tool" bin/; done
echo "$folder/bin/$1"
