/** Colour goes to terminals only, and not where NO_COLOR asks for none (https://no-color.org). */
export function hasColour(
  stream: Pick<NodeJS.WriteStream, 'isTTY'>,
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  return stream.isTTY && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
}
