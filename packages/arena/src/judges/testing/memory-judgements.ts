import type { ArenaStore, Judge, Judgement } from '@understudy/store';
import { gameKey } from '../run/game.js';

/** The part of a store that a judge needs, in memory, with the store's rule: what is there stays, unless its state is `error`. */
export class MemoryJudgements implements Pick<ArenaStore, 'putJudge' | 'appendJudgements' | 'judgements'> {
  readonly judges = new Map<string, Judge>();
  readonly stored = new Map<string, Judgement>();

  async putJudge(judge: Judge): Promise<void> {
    if (!this.judges.has(judge.id)) this.judges.set(judge.id, judge);
  }

  async appendJudgements(judgements: readonly Judgement[]): Promise<void> {
    for (const judgement of judgements) {
      const key = `${judgement.judgeId} ${gameKey(judgement)}`;
      const before = this.stored.get(key);
      if (before === undefined || before.state === 'error') this.stored.set(key, judgement);
    }
  }

  async *judgements({ judgeId }: { readonly judgeId?: string } = {}): AsyncGenerator<Judgement> {
    for (const judgement of this.stored.values()) {
      if (judgeId === undefined || judgement.judgeId === judgeId) yield judgement;
    }
  }
}
