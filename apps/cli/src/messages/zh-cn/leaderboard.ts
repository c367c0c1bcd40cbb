import type { Messages } from '../messages.js';
import { areas } from './areas.js';

/** leaderboard 的输出。 */
export const leaderboard: Messages['leaderboard'] = {
  columns: { model: '模型', format: '格式', parameters: '参数量' },
  areas,
  comma: '、',
  area: (area, columns) => `${area}：${columns} 的平均值`,
  column: (title, setting) => `${title}：${setting}`,
  shots: (count) => (count === null ? '示例数不一' : `${count}-shot`),
  chat: '对话模板',
  documents: (count) => `${count} 个文档`,
  documentsOf: (count, total) => `${total} 个文档中的 ${count} 个`,
  version: (version) => `版本 ${version}`,
  lessIsBetter: '越小越好',
  values:
    '比例以百分数表示，± 为 95% 区间的一半。领域：原始值的平均，未按随机猜测水平校正，仅限测过全部列的模型。–：未测。',
  underpowered: (mark, points) => `${mark} 文档太少，不足以排名：区间宽于 ±${points} 个百分点`,
  contaminated: (mark) => `${mark} 有来源称训练中用过该基准的数据；无此标记表示未查或查后未见污染`,
  failed: (mark) => `${mark} 部分文档失败，未计入`,
  finding: (models, benchmark, statement, sources) => `  ${models}，${benchmark}：${statement}（${sources}）`,
  incomplete: (count) => `另有 ${count} 个结果因文档未全部作答而未列出。`,
  nothing: '还没有结果。用 understudy eval 开始一次评测。',
  noneFits: '没有符合条件的结果。',
  refreshing: (done, total) => `正在计算以往运行的结果：${done}/${total}`,
};
