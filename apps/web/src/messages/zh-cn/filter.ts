import type { Messages } from '../messages.js';

export const filter: Messages['filter'] = {
  study: '研究',
  allStudies: '全部研究',
  voters: '评判者',
  people: '所有人',
  kinds: { crowd: '众包', expert: '专家', author: '作者' },
  judge: (spec: string, mode: string) => `评审模型：${spec}（${mode}）`,
  language: '问题语言',
  allLanguages: '全部语言',
  aspect: '方面',
  allAspects: '全部方面',
  aspects: {
    everyday: '日常',
    writing: '写作',
    reasoning: '推理',
    programming: '编程',
    mathematics: '数学',
    physics: '物理',
    chemistry: '化学',
    biology: '生物',
    'harmful-content': '有害内容',
    coding: '编码',
    math: '数学',
    extraction: '信息抽取',
    roleplay: '角色扮演',
    stem: '理工',
    humanities: '人文',
  },
  switches: { method: '方法', ties: '平局', cluster: '区间聚类依据', control: '控制变量' },
  choices: {
    method: { 'bradley-terry': 'Bradley–Terry', davidson: 'Davidson（显式平局）', elo: 'Elo（在线）' },
    ties: { half: '各算半胜', drop: '不计' },
    cluster: {
      auto: '有重复则聚类',
      none: '不聚类（朴素）',
      question: '问题',
      annotator: '标注者',
      'question,annotator': '问题和标注者',
    },
    control: { none: '无', length: '长度', style: '长度和格式' },
  },
};

export const table: Messages['table'] = {
  empty: '没有可显示的内容。',
  saveCsv: '保存为 CSV',
  saveJson: '保存为 JSON',
  numbers: '以表格显示',
};
