import type { Insertable, Selectable } from 'kysely';
import type { Judgement, JudgementState, Verdict } from '../../arena/judgement.js';
import type { JudgementsTable } from './arena-tables.js';

/** A judgement as a row. */
export function judgementToRow(judgement: Judgement): Insertable<JudgementsTable> {
  return {
    id: judgement.id,
    judge_id: judgement.judgeId,
    question_id: judgement.questionId,
    turn: judgement.turn,
    first_answer_id: judgement.firstAnswerId,
    second_answer_id: judgement.secondAnswerId ?? '',
    run: judgement.run,
    state: judgement.state,
    verdict: judgement.verdict,
    score: judgement.score,
    raw: judgement.raw,
    prompt_tokens: judgement.promptTokens,
    generated_tokens: judgement.generatedTokens,
    cost: judgement.cost,
    latency_ms: judgement.latencyMs,
    at: judgement.at,
  };
}

/** A judgement. */
export function rowToJudgement(row: Selectable<JudgementsTable>): Judgement {
  return {
    id: row.id,
    judgeId: row.judge_id,
    questionId: row.question_id,
    turn: row.turn,
    firstAnswerId: row.first_answer_id,
    secondAnswerId: row.second_answer_id === '' ? null : row.second_answer_id,
    run: row.run,
    // Only `judgementToRow` writes these columns.
    state: row.state as JudgementState,
    verdict: row.verdict as Verdict | null,
    score: row.score,
    raw: row.raw,
    promptTokens: row.prompt_tokens,
    generatedTokens: row.generated_tokens,
    cost: row.cost,
    latencyMs: row.latency_ms,
    at: row.at,
  };
}
