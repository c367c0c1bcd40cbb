import type { Messages } from '../messages.js';

export const timeline: Messages['timeline'] = {
  title: '时间线',
  about: '按月列出模型的发布：开放权重的在轴上方，闭源的在下方。',
  range: '时间范围',
  from: '起',
  to: '止',
  all: '全部',
  picture: '发布',
  pictureNote:
    '一个圆点是一个系列在一个月内的发布，大小对应其最大的模型（空心：规模未知）。发布越多的月份越宽。指向圆点可看全部规模，下方列表亦有。',
  counts: (releases, open, closed, undated) =>
    `${releases} 次发布：开放 ${open} 次，闭源 ${closed} 次。${undated > 0 ? `另有 ${undated} 个模型发布日期未知，未列入。` : ''}`,
  label: (open, closed) => `时间轴上的发布：上方开放 ${open} 次，下方闭源 ${closed} 次。列表中有全部内容。`,
  open: '开放权重',
  closed: '闭源或未发布权重',
  list: '发布列表',
  columns: { month: '月份', family: '系列', weights: '权重', largest: '最大规模', models: '模型', developer: '开发者' },
};
