import type { AdviseVoteTexts } from '../advise-vote-texts.js';

/** `advise` 打印的关于人工投票的内容。 */
export const adviseVotes: AdviseVoteTexts = {
  heading: (reference, margin, confidence) =>
    `与 ${reference} 对比的人工投票（胜率，平局算一半；界值 ${margin}，单侧置信度 ${confidence}；不计入上面的任何得分和结论）`,
  columns: { aspect: '方面', winRate: '胜率', votes: '票数', needed: '所需票数', study: '研究' },
  outcomes: { 'non-inferior': '可以替代', inferior: '达不到', undecided: '票数太少' },
  allAspects: '全部',
  fromFile: '来自文件',
  calledThere: (model, version) => `${model}，名为 ${version}`,
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
  weakSpot: (rate, votes, study) => `人工投票的结果相反：${votes} 票中胜率为 ${rate}（研究 ${study}）`,
  unknown: (names) => `同样参与对比、但既没有卡片也没有在此测量过的模型：${names}`,
  next: (model, reference, votes) =>
    `人工投票，${model}：还没有人把它的回答与 ${reference} 的相比；这一对约需 ${votes} 票（也可在 \`understudy serve\` 的“研究”页面进行）`,
};
