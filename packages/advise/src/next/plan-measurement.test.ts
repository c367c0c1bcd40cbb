import { readCatalog } from '@understudy/catalog';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../candidates/candidate.js';
import { toBenchmark } from '../scores/area-basis.js';
import { fakeBenchmark, fakeColumn, fakeRow } from '../testing/fake-evidence.js';
import { planMeasurement } from './plan-measurement.js';

const { cardsById, benchmarks } = await readCatalog();
const mmlu = benchmarks.find(({ id }) => id === 'mmlu') ?? fakeBenchmark('mmlu');

/** A model without a card that was measured in one column. */
function measured(id: string, column: ReturnType<typeof fakeColumn>): Candidate {
  return { id, name: id, spec: id, card: undefined, obligations: undefined, measured: fakeRow(id, [[column, 30]]) };
}

function plan(column: ReturnType<typeof fakeColumn>, reference: 'chat' | 'local') {
  const card = cardsById.get('gpt-3.5-turbo');
  const local = { id: 'local', name: 'local', card: undefined, measured: [] };
  return planMeasurement(
    { kind: 'not-measured', area: 'knowledge', because: 'reference-not-measured' },
    {
      candidate: measured('/models/my model.gguf', column),
      reference: reference === 'chat' ? { id: 'gpt-3.5-turbo', name: 'ChatGPT', card, measured: [] } : local,
      basis: { area: 'knowledge', benchmarks: [toBenchmark(column)] },
      benchmarks: [mmlu],
      needs: { margin: 0.03, confidence: 0.95 },
      readPace: () => Promise.resolve(undefined),
      readConditions: () => Promise.reject(new Error('no run is known')),
      rows: [],
    },
  );
}

describe('what is to be measured', () => {
  it('is asked of both in the same way, and in one that a server for chats can answer', async () => {
    const choices = fakeColumn(mmlu, { task: 'quick_knowledge' });
    expect((await plan(choices, 'chat'))?.commands).toEqual([
      "understudy eval --model '/models/my model.gguf' --tasks mmlu_generate --apply_chat_template",
      'understudy eval --model openai:gpt-3.5-turbo --tasks mmlu_generate --apply_chat_template',
    ]);
    const plain = fakeColumn(mmlu, { task: 'mmlu_generate', usesChatTemplate: false });
    expect((await plan(plain, 'chat'))?.commands).toHaveLength(2);
    const chat = fakeColumn(mmlu, { task: 'mmlu_generate', usesChatTemplate: true });
    expect((await plan(chat, 'chat'))?.commands).toEqual([
      'understudy eval --model openai:gpt-3.5-turbo --tasks mmlu_generate --num_fewshot 0 --apply_chat_template',
    ]);
  });

  it('is the same documents, and all of a group that was cut short: a limit counts those of each of its tasks', async () => {
    const task = fakeColumn(mmlu, { task: 'mmlu', documents: 50 });
    expect((await plan(task, 'local'))?.commands).toEqual([
      'understudy eval --model local --tasks mmlu --num_fewshot 0 --limit 50',
    ]);
    expect((await plan({ ...task, isGroup: true }, 'local'))?.commands).toEqual([
      "understudy eval --model '/models/my model.gguf' --tasks mmlu --num_fewshot 0",
      'understudy eval --model local --tasks mmlu --num_fewshot 0',
    ]);
  });
});
