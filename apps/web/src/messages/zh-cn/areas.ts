import type { Messages } from '../messages.js';

export const areas: Messages['areas'] = {
  general: '综合能力',
  knowledge: '知识',
  commonsense: '常识',
  reading: '阅读理解',
  'reasoning-math': '数学',
  'reasoning-code': '代码',
  science: '科学',
  biomedical: '生物医学',
  truthfulness: '真实性',
  safety: '安全性',
  'long-context': '长上下文',
  agent: '智能体',
  chinese: '中文',
  translation: '翻译',
  'language-modelling': '语言建模',
  multimodal: '多模态',
  application: '应用',
};

/** 句子中的写法与单独出现时相同。 */
export const areasInSentences: Messages['areasInSentences'] = areas;
