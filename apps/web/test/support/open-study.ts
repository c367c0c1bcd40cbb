import { MODELS } from './fill-arena.js';
import type { ServedArena } from './serve-arena.js';

/** Makes and opens a study over the small set; gives its id. */
export async function openStudy(arena: ServedArena, change: object = {}): Promise<string> {
  const { id } = await arena.call('POST', '/api/studies', {
    title: 'What is a factorial?',
    mode: 'study',
    questionSetId: 'small',
    versionIds: MODELS,
    design: { votesPerItem: 1, items: null, overlap: 1, goldEvery: 0, seed: 7 },
    instructions: { en: 'Choose the answer that **helps** more.', 'zh-CN': '请选择**更有帮助**的回答。' },
    completionCode: 'DONE-123',
    ...change,
  });
  await arena.call('POST', `/api/studies/${String(id)}/open`, {});
  return String(id);
}
