#!/usr/bin/env node
// The committed launcher: plain JavaScript, so that `npm ci` can link it before anything is built.
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);

if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    'understudy: this checkout has not been built yet.\nBuild it once with:  npm ci && npm run build\n' +
      'understudy：尚未构建。请先运行：  npm ci && npm run build\n',
  );
  process.exitCode = 1;
}
