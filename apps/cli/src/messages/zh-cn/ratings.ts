import type { Messages } from '../messages.js';

/** `ratings` 打印的内容。 */
export const ratings: Messages['ratings'] = {
  separator: '，',
  and: '与',
  votes: (votes, models) => `${models} 个模型的 ${votes} 张投票`,
  method: { 'bradley-terry': 'Bradley–Terry', elo: '在线 Elo', davidson: 'Davidson' },
  ties: { half: '平局各计半胜', drop: '不计平局' },
  tiesEstimated: '平局由模型估计',
  elo: (k, order) => `K = ${k}，${order}`,
  order: { file: '按文件中的顺序', time: '按投票时间' },
  gaugeMean: (rating) => `均值 ${rating}`,
  gaugeAnchor: (model, rating) => `${model} = ${rating}`,
  gaugeInitial: (rating) => `初始 ${rating}`,
  computing: (votes) => `正在为 ${votes} 张投票评分`,
  group: (column, value) => `${column}：${value ?? '（无）'}`,
  columns: {
    rank: '名次',
    model: '模型',
    rating: '评分',
    standardError: '标准误',
    interval: '95% 区间',
    votes: '投票',
    wins: '胜',
    losses: '负',
    ties: '平',
    bothBad: '都差',
    inconsistent: '不一致',
  },
  cluster: (column, count) => `${column}（${count}）`,
  clustered: (ways) => `投票按 ${ways} 聚类`,
  independent: '视投票相互独立',
  sandwich: (degreesOfFreedom) =>
    Number.isFinite(degreesOfFreedom) ? `三明治估计，自由度 ${degreesOfFreedom} 的 t 分布` : '三明治估计',
  bootstrap: (rounds, seed) => `自助法 ${rounds} 轮，种子 ${seed}`,
  intervals: {
    votes: (percent, { source, dependence, gauge, rank }) =>
      `${percent} 区间是与基准（${gauge}）之差的区间：${source}；${dependence}。${rank}`,
    order: (percent, rounds, seed) =>
      `同一批投票随机排列 ${rounds} 次（种子 ${seed}）得到的离散程度和 ${percent} 范围：只反映顺序，不反映票数。`,
  },
  ranks: {
    simultaneous: '名次是投票所容许的范围。',
    overlap: '名次只数整个区间在其上或其下的模型，对任何两个模型都没有已知的置信度。',
    bootstrap: '名次是该模型在自助法多数轮次中所处的范围，各模型单独计算。',
  },
  anchored: (model) => `${model} 是锚点，自身没有区间。`,
  bothDrawn: '两种聚类同时抽样：区间宁宽勿窄；可用 --cluster 只按一种抽样。',
  repair: {
    eigenvalues: '两种聚类合并后有负的方差：其超出按两者交叉聚类的部分，为负处已置为 0。',
  },
  notConnected: (groups, ties) =>
    `不连通：${groups} 组模型中，有的组对其他组全胜，仅凭投票得不到有限的差距。已为每个模型加上与虚拟模型的 ${ties} 场平局，组间差距由此决定。`,
  notConnectedDrawn: '自助法不改变这些组间差距，相关区间因而过窄；三明治估计（--bootstrap 0）则不然。',
  notConnectedElo: '不连通：有的模型对其他模型全胜，其差距只会随票数增大。',
  notConverged: '拟合没有收敛，请勿采用这些评分。',
  tieKinds: (bothBad, inconsistent) => `平局中，都差 ${bothBad} 张，不一致 ${inconsistent} 张。`,
  notBlind: (count) => `未计入：显示了模型名称的 ${count} 张（anony 为 false）。`,
  noVerdict: (count) => `未计入：没有裁决的 ${count} 条。`,
  sameModel: (count) => `未计入：模型与自身比较的 ${count} 张。`,
};

/** `agreement` 打印的内容。 */
export const agreement: Messages['agreement'] = {
  heading: (count, sides) => `${sides}，共 ${count} 对投票`,
  within: (file) => `${file}的评判者之间`,
  between: (files) => `${files}之间`,
  against: '与',
  file: (name, votes, judges) => `${name}（${votes} 张投票，${judges} 位评判者）`,
  fileVotes: (name, votes) => `${name}（${votes} 张投票）`,
  columns: { measure: '指标', value: '值', interval: '95% 区间', count: 'n' },
  measures: {
    exact: '完全一致',
    tieDiscounted: '平局折半（1、½、0）',
    nonTie: '不计平局',
    cohen: 'Cohen κ',
    fleiss: 'Fleiss κ',
    alpha: 'Krippendorff α',
  },
  units: { pairs: '对', items: '项', labels: '个标签' },
  intervals: (rounds, questions, seed) => `95% 区间：对 ${questions} 个问题做 ${rounds} 轮自助法，种子 ${seed}。`,
  repeated: (count) => `同一评判者对同一项的重复投票 ${count} 张未计入。`,
  nothing: '没有可比较的投票。',
  tieRates: (rates) => `判平局的比例：${rates}。`,
  tieRate: (judge, rate, count) => `${judge} ${count} 张中 ${rate}`,
  comma: '、',
  more: (count) => `；其余 ${count} 位见 --json`,
};
