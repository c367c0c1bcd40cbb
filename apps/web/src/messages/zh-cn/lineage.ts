import type { Messages } from '../messages.js';

export const lineage: Messages['lineage'] = {
  title: '谱系',
  about: '哪些模型源自哪些模型：左侧为基础模型，右侧为由其微调而来的模型。',
  picture: '谱系图',
  pictureNote:
    '每个方框是源自左侧的一个系列及其模型数；线上为微调方法。虚线连向其输出被用作训练数据的教师。点选方框可折叠其下游。',
  label: (trees) => `${trees} 个谱系的图。下方的嵌套列表包含全部内容。`,
  fold: (family) => `${family}：源自它的模型`,
  family: '包含系列',
  allFamilies: '全部系列',
  foldAll: '全部折叠',
  unfoldAll: '全部展开',
  teachers: '教师',
  use: (use) => `商用：${use}`,
  taughtBy: (names) => `教师：${names}`,
  list: '列表形式',
  alone: '没有亲缘',
  aloneNote: '目录中没有这些模型的来源，也没有源自它们的模型。',
};
