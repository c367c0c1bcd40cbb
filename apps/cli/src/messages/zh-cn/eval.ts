import type { Messages } from '../messages.js';

/** 进度行中的词。 */
export const progress: Messages['progress'] = {
  shared: '共享',
  remaining: '剩余',
  tokensPerSecond: 'token/秒',
  rateLimited: (count) => `限流 ${count} 次`,
};

/** eval 运行时的提示。 */
export const evaluation: Messages['eval'] = {
  purpose: { scoring: '打分', generation: '生成' },
  engine: (purpose, engine, compute, build, reason) => `${purpose}：${engine}，${compute}（${build}）。${reason}`,
  remoteEngine: (purpose, model, address, api) => `${purpose}：${address} 的 ${model}（${api}）`,
  note: (text) => `  ${text}`,
  started: (id, documents) => `运行 ${id}：${documents} 个文档`,
  resumed: (id, documents, stored) => `继续运行 ${id}：${documents} 个文档中已有 ${stored} 个`,
  stopping: '正在停止。再按一次 Ctrl-C 立即结束。',
  stopped: (id, done, total) => `已停止。运行 ${id} 的 ${total} 个文档中已保存 ${done} 个。`,
  goOn: (command) => `继续：  ${command}`,
  failedSamples: (count) => `${count} 个样本失败；再次运行同一命令会重算它们。`,
  wrote: (path) => `已写入 ${path}`,
  prompt: (task, document) => `${task}，文档 ${document}：`,
  target: '目标',
};
