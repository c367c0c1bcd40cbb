import type { Messages } from '../messages.js';

export const studies: Messages['studies'] = {
  title: '研究',
  about: '并排比较两个匿名回答；每次投票后显示模型名称。',
  none: '还没有研究。',
  noneHint: '可用“新建研究”创建、导入投票，或从预设开始：understudy arena --help。',
  create: '新建研究',
  modes: { study: '计划式', free: '自由提问', imported: '来自文件的投票' },
  status: { draft: '草稿', open: '进行中', closed: '已结束' },
  imported: '已导入',
  models: (count: number) => `${count} 个模型`,
  votes: (done: string, wanted: string) => `${done} / ${wanted} 票`,
  votesOpen: (done: string) => `${done} 票`,
  progressOf: (title: string) => `${title} 的投票进度`,
  mine: (done: string) => `你已投 ${done} 票`,
  left: (count: string) => `你还剩 ${count} 项`,
  begin: '投票',
  goOn: '继续投票',
  results: '结果',
  manage: '管理',
};
