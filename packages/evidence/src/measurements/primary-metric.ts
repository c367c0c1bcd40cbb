/** The metric that stands for a task where one column is shown for it. */
interface PrimaryMetric {
  readonly tasks: RegExp;
  readonly metric: string;
  /** Why this one. */
  readonly reason: string;
}

/** Tasks that report several metrics and are not quoted by their first one; the quick suite's follow the tasks they are drawn from. */
const PRIMARY_METRICS: readonly PrimaryMetric[] = [
  {
    tasks: /^(quick_)?(arc_challenge|hellaswag)$/u,
    metric: 'acc_norm',
    reason:
      'as the Open LLM Leaderboard of 2023 quotes it: choices differ in length, and a sum of log-likelihoods favours short ones',
  },
  {
    tasks: /^(quick_)?(arc_easy|piqa|openbookqa)$/u,
    metric: 'acc_norm',
    reason: 'as ARC-challenge and HellaSwag: choices are answers of different lengths',
  },
  { tasks: /^drop$/u, metric: 'f1', reason: 'as the paper ranks by it; em is reported first' },
  {
    tasks: /^lambada/u,
    metric: 'acc',
    reason:
      'the share of last words predicted, as the GPT-2 and GPT-3 papers compare models; perplexity is reported first',
  },
];

/** Of a task's metrics the one that is shown first: by the table above, else the task's first. */
export function primaryMetric<T extends { readonly metric: string }>(
  task: string,
  metrics: readonly T[],
): T | undefined {
  const rule = PRIMARY_METRICS.find(({ tasks }) => tasks.test(task));
  return metrics.find(({ metric }) => metric === rule?.metric) ?? metrics[0];
}
