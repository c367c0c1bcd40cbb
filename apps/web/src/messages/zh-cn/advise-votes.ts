import type { Messages } from '../messages.js';

/** 建议：人工投票的结果。 */
export const adviseVotes: Messages['advise']['votes'] = {
  title: (reference) => `与 ${reference} 对比的人工投票`,
  note: (margin, confidence) =>
    `人们在不知道回答出自哪个模型的情况下比较两个回答的结果：每项研究一行，从不合并。胜率中平局算一半，两个界限各有 ${confidence} 的单侧置信度，同一问题上的票一并计算；下界高于二分之一减 ${margin} 即可替代。上面的得分和结论都不含投票；模型评委的判决不在其中。`,
  columns: { aspect: '方面', winRate: '胜率', votes: '票数', needed: '所需票数', study: '研究' },
  outcomes: { 'non-inferior': '可以替代', inferior: '达不到', undecided: '票数太少' },
  all: '全部',
  fromFile: '投票来自文件',
  calledThere: (version) => `名为 ${version}`,
  agree: (model, reference, rate, votes, questions) =>
    `人工投票的结果一致：对 ${reference} 的 ${votes} 票（${questions} 个问题）中，${model} 的胜率为 ${rate}（平局算一半）。`,
  contradict: (model, reference, rate, votes, questions) =>
    `人工投票的结果不一致：对 ${reference} 的 ${votes} 票（${questions} 个问题）中，${model} 的胜率只有 ${rate}（平局算一半）。`,
  standsIn: (model, reference, rate, votes, questions) =>
    `按人工投票，${model} 可以替代 ${reference}：${votes} 票（${questions} 个问题）中胜率为 ${rate}（平局算一半）。`,
  fallsShort: (model, reference, rate, votes, questions) =>
    `按人工投票，${model} 达不到 ${reference}：${votes} 票（${questions} 个问题）中胜率为 ${rate}（平局算一半）。`,
  tooFew: (model, votes, questions) => `对 ${model} 的人工投票太少（${questions} 个问题上 ${votes} 票）。`,
  tooFewWouldDo: (model, votes, questions, needed) =>
    `对 ${model} 的人工投票太少（${questions} 个问题上 ${votes} 票；共约 ${needed} 票即可判断）。`,
  divided: (model) => `人工投票对 ${model} 意见不一：按一项研究可以替代，按另一项则达不到。`,
  weakSpot: (rate, votes, study) => `人工投票的结果相反：${votes} 票中胜率为 ${rate}（${study}）`,
  unknown: (names) => `同样参与对比、但既没有卡片也没有在此测量过的模型：${names}`,
  next: (model, reference, votes) =>
    `人工投票，${model}：还没有人把它的回答与 ${reference} 的相比；这一对约需 ${votes} 票。`,
  studies: '研究',
};
