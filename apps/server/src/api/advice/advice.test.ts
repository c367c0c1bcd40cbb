import { describe, expect, it } from 'vitest';
import { makeKey, testArena } from '../../testing/arena-fixture.js';

/** A server where nothing was measured, and a viewer who asks it for advice. */
async function asked(query: string) {
  await using arena = await testArena();
  const key = await makeKey(arena, 'viewer');
  const response = await arena.app.request(`/api/advice?${query}`, { headers: { Authorization: `Bearer ${key}` } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('advice', () => {
  it('is given where nothing was measured as well: no verdict, and what to measure', async () => {
    const { status, body } = await asked('area=reasoning-math%3D2,knowledge&maxMemory=8GiB&context=2k');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      needs: { maxMemory: 8 * 2 ** 30, context: 2048, area: [{ weight: 2 }, { weight: 1 }] },
      answer: { kind: 'not-compared', because: 'reference-not-measured' },
      shortlist: [],
    });
    expect(body['publishedOnly']).not.toEqual([]);
    expect(body['next']).not.toEqual([]);
  });

  it.each([
    ['area=cooking', 400, 'needs-invalid'],
    ['area=knowledge&speed=20', 400, 'needs-invalid'],
    ['area=knowledge&reference=gpt-99', 404, 'reference-unknown'],
  ])('is refused for %s', async (query, status, code) => {
    expect(await asked(query)).toMatchObject({ status, body: { error: { code } } });
  });
});
