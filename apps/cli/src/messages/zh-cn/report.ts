import type { Messages } from '../messages.js';

/** 分数表的列名。 */
export const report: Messages['report'] = {
  task: '任务',
  version: '版本',
  filter: '过滤器',
  shots: '示例数',
  metric: '指标',
  value: '值',
  standardError: '标准误',
  interval: '95% 区间',
  count: 'n',
  truncatedPrompts: '截断提示',
  truncatedAnswers: '截断回答',
  noAnswers: '无答案',
  ties: '并列',
  cachedResponses: '缓存',
  failed: '失败',
};

/** 分数表下方的几行：运行的用时与花费。 */
export const summary: Messages['summary'] = {
  heading: (model, engines, run) => `${model}  ${engines}  运行 ${run}`,
  engine: (engine, compute) => `${engine} ${compute}`,
  partial: (status) => `此运行${status}：分数只含目前已保存的样本。`,
  time: (duration) => `共 ${duration}`,
  native: (duration) => `计算 ${duration}`,
  tokens: (unique, requested, share) => `提示与回答共 ${requested} 个 token，计算了 ${unique} 个（共享 ${share}）`,
  generated: (count) => `生成 ${count} 个 token`,
  pace: (rate) => `${rate} token/秒`,
  padding: (count) => `填充 ${count} 个 token`,
  scoredRows: (count) => `评分 ${count} 行`,
  memory: (size) => `引擎内存峰值 ${size}`,
  answered: (count) => `已回答 ${count} 个请求`,
  retries: (count) => `重发 ${count} 次`,
  rateLimited: (count) => `因限流被拒 ${count} 次`,
  failed: (count) => `放弃 ${count} 个`,
  promptTokens: (count) => `${count} 个提示 token`,
  cost: (amount) => `花费 ${amount}`,
  price: (input, output, source, date) => `每百万 token ${input} + ${output}（${source}，${date}）`,
  noPrice: '花费未知：此模型没有价格（--price-input、--price-output）',
  unpriced: (count) => `${count} 个回答服务器未计 token，花费未知`,
  uncertainCost: (amount) => `未得到回答的尝试最多另计 ${amount}`,
  fingerprints: (text) => `服务器以多种配置作答：${text}。`,
};
