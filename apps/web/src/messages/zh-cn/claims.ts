import type { Messages } from '../messages.js';

export const claims: Messages['claims'] = {
  sourceCheck: '对照其来源',
  checks: {
    supported: '有所查来源支持',
    'supported-with-caveat': '有保留地支持',
    contradicted: '与来源矛盾',
    'not-checked': '未核查',
  },
  dataCheck: { published: '此处已发表的表格', measured: '我们的评测' },
  verdicts: {
    supported: '与之一致',
    contradicted: '与之相反',
    mixed: '结果不一',
    open: '无法判断',
    'no-data': '没有可比较的数据',
  },
  outcomes: { supports: '支持', contradicts: '矛盾', open: '无法判断' },
  comparisons: (count) => `${count} 项比较`,
  missing: (count) => `论断中有 ${count} 对模型不在此处的任何表中。`,
  comparesNothing: '该论断不比较模型，此处的数据无从判断。',
  saysOf: (models) => `关于 ${models}`,
};
