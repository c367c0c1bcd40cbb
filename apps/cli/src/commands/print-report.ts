import { reportRows, reportTable, type RunReport } from '@understudy/evaluate';
import type { Messages } from '../messages/messages.js';
import { formatColumns } from '../terminal/columns.js';
import { formatBytes } from '../terminal/format-bytes.js';
import { formatCount } from '../terminal/format-count.js';
import { formatDuration } from '../terminal/format-duration.js';
import { serviceLines, usedPrice } from './service-text.js';
import { tokenShare } from './token-share.js';
import { usedEngines } from './used-engines.js';

/** The scores of a run under a line that says which model, engine and run they are of. */
export function reportText(report: RunReport, messages: Messages): string {
  const { run } = report;
  const { summary, runs } = messages;
  const engines = usedEngines(run).map(({ engine, compute }) => summary.engine(engine, compute));
  const heading = summary.heading(run.model, engines.length === 0 ? run.source : engines.join(' + '), run.id);
  const { columns, rows } = reportTable(reportRows(report), messages.report);
  const partial = run.status === 'finished' ? [] : [summary.partial(runs.status[run.status])];
  return `${[heading, formatColumns(columns, rows), ...partial].join('\n')}\n`;
}

/** What a run cost: a line on time and memory, and one on tokens, for a server's answers also money; undefined for an imported run. */
export function costText({ run, counters, elapsedMs }: RunReport, { summary }: Messages): string | undefined {
  if (counters === undefined) return undefined;
  if (counters.service !== undefined) {
    const tokens = { promptTokens: counters.requestedTokens, generatedTokens: counters.generatedTokens };
    const lines = serviceLines(counters.service, tokens, { used: usedPrice(run), texts: summary });
    return [summary.time(formatDuration(elapsedMs)), ...lines].join('\n');
  }
  const { uniqueTokens, requestedTokens, generatedTokens, paddingTokens, scoredRows, nativeMs, peakMemoryBytes } =
    counters;
  const machine = [summary.time(formatDuration(elapsedMs)), summary.native(formatDuration(nativeMs))];
  if (nativeMs > 0 && uniqueTokens > 0) machine.push(summary.pace(formatCount((1000 * uniqueTokens) / nativeMs)));
  if (peakMemoryBytes > 0) machine.push(summary.memory(formatBytes(peakMemoryBytes)));
  const work: string[] = [];
  if (requestedTokens > 0) {
    const { tokens, share } = tokenShare(counters);
    work.push(summary.tokens(formatCount(uniqueTokens), formatCount(tokens), share));
  }
  if (generatedTokens > 0) work.push(summary.generated(formatCount(generatedTokens)));
  if (paddingTokens > 0) work.push(summary.padding(formatCount(paddingTokens)));
  if (scoredRows > 0) work.push(summary.scoredRows(formatCount(scoredRows)));
  return [machine, work]
    .filter(({ length }) => length > 0)
    .map((parts) => parts.join(', '))
    .join('\n');
}
