import type { Messages } from '../messages.js';

export const home: Messages['home'] = {
  title: '哪个开放模型能替代 ChatGPT？',
  about: 'Understudy 用证据回答：能做哪些工作、做得多好、成本多少、许可证如何。每个数字都能追溯到样本或来源。',
  published: '这些页面以静态文件的形式发布，展示的是发布时的情况。',
  doors: {
    know: { name: '了解模型', about: '每个模型是什么、用什么训练、许可证允许什么。' },
    measure: { name: '评测', about: '并排查看我们自己的运行结果，可细至每个样本。' },
    vote: { name: '投票', about: '对并排的回答进行盲投，并由此得出评分。' },
    decide: { name: '选型', about: '说明你的需求，得到候选名单以及相应的证据和薄弱之处。' },
  },
  counts: {
    models: (shown) => `${shown} 个模型`,
    measured: (shown) => `已评测 ${shown} 个模型`,
    runs: (shown) => `${shown} 次运行`,
    samples: (shown) => `${shown} 个样本`,
    studies: (shown) => `${shown} 项研究`,
    votes: (shown) => `${shown} 票`,
  },
  newest: '最新运行',
  columns: { run: '运行', model: '模型', tasks: '任务', samples: '样本', status: '状态', began: '开始时间' },
  more: (count) => (count > 0 ? ` 等，另有 ${count} 个` : ''),
  status: { running: '进行中', interrupted: '中断', finished: '完成', stopped: '停止', failed: '失败' },
  first: '从这里开始',
  firstNote: '在本机的终端中运行以下命令。模型会在首次使用时下载。',
  steps: {
    measure: '用 200 道题评测一个小模型：',
    compare: '再评测一个模型，以便比较：',
    vote: '把 59 个模型已公开的回答和投票导入竞技场：',
  },
};
