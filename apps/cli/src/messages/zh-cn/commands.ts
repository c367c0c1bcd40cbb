import type { Messages } from '../messages.js';

/** 各命令的用途，按路径。 */
export const commands: Messages['commands'] = {
  eval: '在任务上评测模型并打印分数',
  tasks: '查看有哪些任务',
  'tasks ls': '列出任务、任务组和标签',
  'tasks show': '显示任务测什么、数据、许可和设置',
  models: '获取、列出和转换模型',
  'models pull': '下载模型',
  'models ls': '列出目录中的模型和本地已有的模型',
  'models show': '显示模型卡片及其文件中的信息',
  'models rm': '删除模型文件',
  'models convert': '以另一种数值格式写出模型',
  runs: '查看、比较、导出和导入评测运行',
  'runs ls': '列出运行',
  'runs show': '显示一次运行的分数',
  'runs diff': '逐样本显示两次运行的差异',
  'runs export': '按参考框架的文件格式写出一次运行',
  'runs import': '读入参考框架的结果文件作为一次运行',
  'runs rm': '删除运行',
  chat: '在终端里与模型对话',
  ratings: '根据投票文件给模型评分',
  agreement: '衡量评判者的一致程度：一个投票文件之内，或两个文件之间',
};
