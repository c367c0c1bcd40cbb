import type { Messages } from '../messages.js';

/** tasks 各命令的输出。 */
export const tasks: Messages['tasks'] = {
  columns: { name: '名称', kind: '种类', measures: '测量内容', licence: '许可' },
  kind: { task: '任务', group: '任务组', tag: '标签' },
  fields: {
    measures: '测量内容',
    data: '数据',
    split: '划分',
    licence: '许可',
    citation: '引用',
    output: '输出类型',
    shots: '示例数',
    metrics: '指标',
    filters: '过滤器',
    version: '版本',
    file: '文件',
    members: '成员',
    prompt: '提示模板',
    aggregates: '汇总',
  },
};
