#!/bin/sh
# All tests, from a fresh clone: set up, lint, get the test models, test.
# The last line is `N passed, N failed, N skipped`. Arguments go to vitest, e.g. ./test.sh apps/cli
set -eu
cd "$(dirname "$0")"
# Needed by older npm versions only: CUDA libraries would be downloaded otherwise.
export ONNXRUNTIME_NODE_INSTALL=skip
npm ci
npm run build
npm run lint
if [ -z "${UNDERSTUDY_TEST_MODELS:-}" ]; then
  UNDERSTUDY_TEST_MODELS=$(node scripts/fetch-test-models.mjs)
  export UNDERSTUDY_TEST_MODELS
fi
exec node_modules/.bin/vitest run "$@"
