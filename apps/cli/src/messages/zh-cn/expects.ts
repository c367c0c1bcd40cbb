import type { Messages } from '../messages.js';
import { areas } from './areas.js';

const list = (values: readonly string[]): string => values.join('、');

/** 选项取什么值；帮助和错误中都用。 */
export const expects: Messages['expects'] = {
  path: '文件路径',
  texts: '文本',
  name: (longest) => `一行文字，至多 ${longest} 个字符，不含控制字符`,
  names: '以逗号分隔的名称',
  truth: 'true 或 false',
  positive: '大于 0 的数',
  between: (low, high) => `${low} 到 ${high} 之间的数`,
  whole: (minimum) => `不小于 ${minimum} 的整数`,
  parameterCount: '一个数，后面可带 K、M、B 或 T：7B',
  oneOf: (values) => `${list(values)} 之一`,
  someOf: (values) => `${list(values)} 中的若干个`,
  currency: '三个字母：USD、EUR、CNY 等',
  keyValues: 'key=value（多个以逗号分隔）或 JSON 对象',
  adapter: '适配器文件，或 文件:比例',
  sampleIndices: '按任务给出文档的 JSON 或 JSON 文件：{"arc_easy": [0, 5]}',
  columnNames: (names) => `名称=列名，多个以逗号分隔；名称为 ${list(names)}`,
  columnName: '列名',
  globs: '评判者名称，* 为任意文本，多个以逗号分隔',
  anchor: '模型及其评分：MODEL=1000',
  clusters: '一两个列名，以逗号分隔，或 none',
  address: '本机的一个地址：127.0.0.1、0.0.0.0、::',
  webAddress: '网址：https://arena.example.org',
  database: '文件路径，或 postgres://…',
  areas: (names) =>
    `带权重的领域，如 reasoning-math=2；领域有 ${list(names.map((name) => `${name}（${areas[name]}）`))}`,
  people: '人数：1200、50k、700M',
  dateOrMonth: '年、月或日：2023、2023-06、2023-06-30',
  memory: '内存大小：8GiB、500MB',
  tokens: '词元数：8192、8k',
  seeds: '一个整数，或以逗号分隔的四个：random,numpy,torch,fewshot',
};
