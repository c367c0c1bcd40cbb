import type { Messages } from '../messages.js';

export const comparison: Messages['comparison'] = {
  title: '模型比较',
  about: '目录中的事实；来源见各模型页。',
  change: '重新选择',
  chooseTwo: '请在列表中选择二至五个模型，再进行比较。',
  facts: '事实',
  fact: '事实',
  differs: '不同',
  onlyDifferences: '只看不同之处',
  differing: (count, all) => `${all} 项事实中有 ${count} 项不同，以 ≠ 标出。短横表示未知。`,
  lineage: '亲缘关系',
  relations: {
    madeFrom: (descendant, ancestor) => `${descendant} 源自 ${ancestor}。`,
    common: (ancestor) => `两者都源自 ${ancestor}。`,
    family: '属于同一系列，互不源自对方。',
    none: '未知有共同来源。',
  },
  published: '已发表的分数',
  publishedNote: '只列出至少包含其中两个模型的表：不同表的数值不可比较。',
  noneShared: '目录中没有包含其中两个模型的已发表表格。',
  table: '表',
  best: (value) => `${value}（最佳）`,
  lowerIsBetter: '越低越好',
};
