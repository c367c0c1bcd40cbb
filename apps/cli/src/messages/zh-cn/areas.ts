import type { Area } from '@understudy/catalog';

/** 工作领域的名称；命令行使用其标识。 */
export const areas: Readonly<Record<Area, string>> = {
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
