import { expect, it } from 'vitest';
import { makeKey, MODELS, testArena } from '../../testing/arena-fixture.js';
import { Browser } from '../../testing/browser.js';

it('a plan says how even it is, with the pairs that never meet', async () => {
  await using arena = await testArena();
  const admin = new Browser(arena.app);
  await admin.signIn(await makeKey(arena, 'admin'));
  const study = { title: 'Small', mode: 'study', questionSetId: 'small', versionIds: MODELS };
  const preview = await admin.post('/api/studies/plan', { ...study, design: { items: 2, votesPerItem: 3 } });
  expect([preview.status, preview.body]).toMatchObject([
    200,
    {
      items: 2,
      votes: 6,
      balance: { pairs: { min: 0, max: 1 }, models: { min: 1, max: 2 }, questions: { min: 0, max: 1 } },
    },
  ]);
  expect((preview.body['list'] as unknown[]).length).toBe(2);
  const draft = await admin.post('/api/studies', study);
  const plan = await admin.get(`/api/studies/${String(draft.body['id'])}/plan`);
  expect(plan.body).toMatchObject({ items: 0, balance: { pairs: { min: 0, max: 0 } }, list: [] });
  const free = await admin.post('/api/studies/plan', { ...study, mode: 'free' });
  expect(free.body).toMatchObject({ items: 0, votes: 0, balance: { pairs: { min: 0, max: 0 } }, list: [] });
});
