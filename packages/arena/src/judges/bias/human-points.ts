import { FIRST_WINS, SECOND_WINS } from '@understudy/statistics';
import type { BattleTable } from '../../battles/battle-table.js';
import { textAt } from '../../battles/coded-column.js';
import { clusteredShare, type PointsOnQuestion } from '../ranking/clustered-share.js';
import type { HumanPoints } from './self-preference.js';

/** Win rates of single models by a table of human battles, clustered by question. */
export function humanPoints(table: BattleTable): HumanPoints {
  return (model) => {
    const place = table.models.indexOf(model);
    const questions = table.columns.get('question_id');
    const rows: PointsOnQuestion[] = [];
    for (let row = 0; row < table.first.length; row += 1) {
      const isFirst = table.first[row] === place;
      if (!isFirst && table.second[row] !== place) continue;
      const outcome = table.outcome[row];
      const pointsOfFirst = outcome === FIRST_WINS ? 1 : outcome === SECOND_WINS ? 0 : 0.5;
      const questionId = (questions && textAt(questions, row)) ?? `row ${row}`;
      rows.push({ questionId, points: isFirst ? pointsOfFirst : 1 - pointsOfFirst });
    }
    return clusteredShare(rows);
  };
}
