#!/usr/bin/env bash
# Everything of the reference harness: its environment, its weights, its answers, and the fixtures made of them.
# usage: reference.sh setup                          virtual environment with pinned versions (6 GB), models, conversions
#        reference.sh requests [ROW …]               fixtures/requests: no weights, every row that the data sets have
#        reference.sh scores MODEL [ROW …]           log-likelihoods and texts, kept in $UNDERSTUDY_BENCH_HOME/records; resumable
#        reference.sh fixtures                       fixtures/<model>, from the records
# HF_ENDPOINT names the data hub (a mirror, or unset for the hub itself); UNDERSTUDY_BENCH_HOME the folder for all big files.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
home=${UNDERSTUDY_BENCH_HOME:-$HOME/.cache/understudy-bench}
python=${UNDERSTUDY_BENCH_PYTHON:-$home/venv/bin/python}
export HF_HOME=${HF_HOME:-$home/hf-home} TOKENIZERS_PARALLELISM=false PYTHONDONTWRITEBYTECODE=1
scripts=$here/reference

declare -A gguf=([smollm2-135m-instruct]=SmolLM2-135M-Instruct.Q4_1 [gemma-3-270m]=gemma-3-270m-Q4_K_M)
models=(smollm2-135m-instruct gemma-3-270m) # the first one's chat template renders the chat rows

setup() {
  [ -x "$python" ] || { python3 -m venv "$home/venv" && "$python" -m pip install --quiet -r "$scripts/requirements.txt"; }
  "$python" "$scripts/fetch_models.py" "$home/models"
  for model in "${models[@]}"; do
    local file=$home/models/${gguf[$model]}
    [ -e "$file.F32.gguf" ] || "$python" "$scripts/to_float32_gguf.py" "$file.gguf" "$file.F32.gguf"
    [ -e "$home/checkpoints/$model" ] || "$python" "$scripts/to_transformers.py" "$file.gguf" "$home/checkpoints/$model"
  done
}

requests() {
  local specs=()
  for model in "${models[@]}"; do specs+=("$model=$home/checkpoints/$model=$home/models/${gguf[$model]}.gguf"); done
  "$python" "$scripts/record_requests.py" "$here/fixtures/requests" "${specs[@]}" -- "$@"
}

scores() {
  local model=$1
  shift
  "$python" "$scripts/record_scores.py" "$model" "$home/checkpoints/$model" "$home/records/$model" "$@"
}

fixtures() {
  for model in "${models[@]}"; do
    [ ! -d "$home/records/$model" ] || "$python" "$scripts/write_score_fixtures.py" \
      "$model" "$home/models/${gguf[$model]}.gguf" "$home/records/$model" "$here/fixtures/$model"
  done
}

case "${1:-}" in
setup | requests | scores | fixtures) "$@" ;;
*) sed -n '2,7s/^# //p' "$0" && exit 2 ;;
esac
