import { UserError, type DecodingSetting, type EngineInfo } from '@understudy/core';

/** Refuses settings of decoding that an engine does not carry out. Throws `UserError` `decoding-not-supported`. */
export function checkDecoding(
  { engine, capabilities }: Pick<EngineInfo, 'engine' | 'capabilities'>,
  settings: readonly DecodingSetting[],
): void {
  const missing = settings.filter((setting) => !capabilities.decoding.includes(setting));
  if (missing.length === 0) return;
  const able = capabilities.decoding.join(', ');
  throw new UserError({
    code: 'decoding-not-supported',
    message: `The ${engine} engine cannot decode with ${missing.join(', ')}, as the tasks or the options ask for.`,
    hint: `Leave it out or change it. ${able === '' ? 'The engine takes the most probable token only' : `The engine knows ${able}`}.`,
    values: { engine, missing },
  });
}
