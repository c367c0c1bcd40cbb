import type { Messages } from '../messages.js';

/** `arena` 各命令的输出。 */
export const arena: Messages['arena'] = {
  questions: {
    columns: { id: '问题集', questions: '题数', title: '标题', licence: '许可' },
    none: '还没有问题集。',
    notImported: (names) => `内置、首次使用时自动加入：${names}。`,
    importedSet: (id, of) => `${id}：${of.questions} 题，${of.aspects} 个方面，其中 ${of.checked} 题有核对过的参考答案`,
    unknown: (id) => `竞技场中没有问题集 ${id}。`,
    unknownHint: '用 understudy arena questions import FILE 加入；用 understudy arena questions ls 列出。',
  },
  answers: {
    columns: {
      model: '模型',
      answers: '答案',
      missing: '缺少',
      chars: '字符',
      tokens: '词元',
      leaks: '暴露身份',
    },
    none: (set) => `还没有对 ${set} 的答案。`,
    imported: (answers, models) => `${answers} 个答案，来自 ${models} 个模型`,
    leaked: (count) => `${count} 个答案说出了自己的模型或开发者；除非另有要求，对它们的投票不计入评分。`,
    progress: (done, total) => `已回答 ${done} / ${total}`,
    progressFailed: (count) => `，失败 ${count}`,
    progressCost: (amount) => `，${amount}`,
    generated: (model, of) => `${model}：${of.total} 个答案中有 ${of.done} 个，其中 ${of.stored} 个此前已存`,
    tokens: (count) => `生成 ${count} 个词元`,
    cost: (amount) => `费用 ${amount}`,
    noCost: '价格未知',
    failure: (question, of) => `${question}，第 ${of.turn} 轮：${of.code}：${of.message}`,
    failures: (count) => `${count} 个答案失败；再次运行同一命令会重试。`,
    stopped: '已停止。已有的答案都已保存；再次运行同一命令会接着进行。',
  },
  study: {
    columns: { id: '研究', state: '状态', models: '模型', votes: '投票', title: '标题' },
    none: '还没有研究。understudy arena demo 会建立一个供试用。',
    state: { planned: '未开放', open: '开放', closed: '已结束', imported: '导入的投票' },
    fields: {
      study: '研究',
      title: '标题',
      state: '状态',
      questions: '问题集',
      models: '模型',
      design: '设计',
      code: '完成码',
    },
    design: (of) =>
      `${Math.round(100 * of.overlap)}% 的题目各 ${of.votesPerItem} 票，其余各一票；${
        of.goldEvery === 0 ? '没有检验题' : `每 ${of.goldEvery} 题插入一道检验题`
      }；种子 ${of.seed}`,
    balance: {
      items: '题目',
      overlap: '多人投票',
      known: '已知结果',
      perPair: '每对模型',
      perQuestion: '每个问题',
      perModel: '每个模型',
      perModelInQuestion: '每个问题中的每个模型',
    },
    items: (items, votes) => `${items}，共需 ${votes} 票`,
    known: (training, gold) => `练习题 ${training}，检验题 ${gold}`,
    spread: (range, spread) => `${range}，同一问题内最多相差 ${spread}`,
    power: {
      precision: (of) =>
        `${of.votes} 票：若各票独立，评分约精确到 ±${of.halfWidth} Elo 分；同一问题的投票彼此相关，实际约 ±${of.clustered}（20% 平局，95%）。`,
      nonInferiority: (of) =>
        `以 ${of.margin} 为界限证明“可以替代”，一对模型约需 ${of.votes} 票；每对有 ${of.perPair} 票：${
          of.isReached ? '足够' : '不够'
        }。`,
    },
    progress: (votes, of) =>
      of.total === undefined ? `${votes} 票` : `${of.total} 票中已有 ${votes} 票，${of.outstanding} 票进行中`,
    created: (id) => `已建立。understudy arena study open ${id} 会固定方案并开放投票。`,
    opened: (id) => `${id} 已开放。understudy serve 让标注者投票。`,
    closed: (id) => `${id} 已结束。`,
    withoutAnswers: (set, models) => `对 ${set} 的研究至少需要两个模型的答案；现有 ${models} 个。`,
    withoutAnswersHint:
      '用 understudy arena answers import 导入答案，或用 understudy arena answers generate 让模型作答。',
  },
  votes: {
    imported: (study, of) => `${study}：已导入对 ${of.models} 个模型的 ${of.votes} 张投票`,
    there: (study, of) => `${study}：此标题下已有对 ${of.models} 个模型的同样 ${of.votes} 张投票，没有改动。`,
    next: (study) => `understudy serve 显示其评分；understudy arena votes export ${study} 将其写成文件。`,
  },
  demo: {
    made: '演示已就绪。',
    there: '演示早已建立，没有改动。',
    votes: (study, of) => `${study}：${of.models} 个模型对 ${of.questions} 个提示的答案，${of.votes} 张已发布的投票`,
    open: (study, of) => `${study}：开放的研究，${of.items} 道题，之前有 ${of.training} 道练习题`,
    licence: '数据：Dmitry Ustalov 的 LLMFAO，源自 llmonitor.com 的 Crowdsourced LLM Benchmark，CC BY 4.0。',
    next: '接着运行 understudy serve。',
  },
};
