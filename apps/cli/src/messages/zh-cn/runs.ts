import type { Messages } from '../messages.js';

/** runs 各命令的输出；runs diff 的在下面。 */
export const runs: Messages['runs'] = {
  columns: {
    id: '运行',
    status: '状态',
    started: '开始时间',
    model: '模型',
    engine: '引擎',
    tasks: '任务',
    samples: '样本',
    spec: '模型规格',
  },
  status: { running: '进行中', interrupted: '已中断', finished: '已完成', stopped: '已停止', failed: '失败' },
  none: '还没有运行。用 understudy eval 开始一次。',
  upgrading: '正在把旧版本的数据库升级到当前版本：每一百万个样本约需一分钟，可随时中断。',
  removed: (id) => `已删除 ${id}`,
  imported: (id, model) => `已导入为运行 ${id}（${model}）`,
  importedBefore: (id) => `这些文件之前已导入为运行 ${id}`,
};

/** runs diff 的输出。 */
export const diff: Messages['diff'] = {
  first: (id, model) => `第一次：${id}  ${model}`,
  second: (id, model) => `第二次：${id}  ${model}`,
  columns: {
    task: '任务',
    matched: '文档',
    unmatched: '仅第一/第二次',
    promptsDiffering: '提示不同',
    sameAnswer: '答案相同',
    deltaMedian: '|Δ| 中位数',
    deltaP99: 'p99',
    deltaMax: '最大（nat）',
    metric: '指标',
    first: '第一次',
    second: '第二次',
    difference: '第一次 − 第二次',
    interval: '95% 区间',
    pValue: 'p',
  },
  onlyFirst: (tasks) => `只在第一次运行中：${tasks}`,
  onlySecond: (tasks) => `只在第二次运行中：${tasks}`,
  sample: (task, document) => `${task}，文档 ${document}：`,
  otherPrompt: '提示不同',
  otherTarget: '目标不同',
  otherAnswer: '答案不同',
  otherMetrics: (names) => `${names} 不同`,
  more: (count) => `还有 ${count} 个文档不同；--show N 可显示更多`,
  none: '没有不同的文档。',
};
