import type { Messages } from '../messages.js';

/** 帮助的框架：标题、全局选项和末尾几行。 */
export const help: Messages['help'] = {
  usage: '用法：',
  arguments: '参数：',
  options: '选项：',
  globalOptions: '全局选项：',
  commands: '命令：',
  defaultValue: (text, value) => `${text}（默认：${value}）`,
  help: '显示帮助',
  helpCommand: '显示某个命令的帮助',
  version: '显示版本',
  description:
    '哪个开源大语言模型可以替代 ChatGPT？在基准测试上评测开源模型，分数与 lm-evaluation-harness 一致；并把人们对其回答的盲投变成评分。',
  footer: [
    '文件存放在 $UNDERSTUDY_HOME（~/.understudy），运行与投票也可存放在 PostgreSQL（$UNDERSTUDY_DATABASE_URL）。数据中心：$HF_ENDPOINT、$HF_TOKEN、$HF_HUB_OFFLINE。',
    '密钥写在环境变量或 .env 文件中：$OPENAI_API_KEY（地址：$OPENAI_BASE_URL）、$ANTHROPIC_API_KEY；http://… 用 $UNDERSTUDY_API_KEY。',
    '退出码：0 完成，1 失败，2 命令行或配置文件有误，130 被 Ctrl-C 中止。',
  ],
};
