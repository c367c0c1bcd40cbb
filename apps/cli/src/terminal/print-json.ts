/** Prints one JSON object, as `--json` promises. */
export function printJson(stream: Pick<NodeJS.WritableStream, 'write'>, value: object): void {
  stream.write(`${JSON.stringify(value, null, 2)}\n`);
}
