import type { Messages } from '../messages.js';

/** 对话之间的提示。 */
export const chat: Messages['chat'] = {
  ready: (model, engine) =>
    `${model}（${engine}）。/exit 退出，/reset 重新开始，/system 文本 设置系统消息，/adapter 文件[:比例] 叠加 LoRA 适配器。`,
  prompt: '> ',
  reset: '对话已重新开始。',
  adapters: (count) => `此后叠加在模型上的适配器：${count} 个。`,
  system: '已设置系统消息，对话重新开始。',
  unknown: (command) => `没有 ${command}。可用的有 /exit、/reset、/system 文本 和 /adapter [文件[:比例]]。`,
  forgotten: (count) => `最早的 ${count} 条消息放不进上下文，已略去。`,
  tooLong: '这条消息本身就放不进上下文。',
  cut: '回答在 token 上限处被截断；可用 --max_gen_toks 提高上限。',
  noTemplate: (model) => `模型 ${model} 没有对话模板：它只会续写文本，不是为对话训练的。`,
  noTemplateHint: '可用 --chat_template 给出模板的名称或文件，或换用指令模型，例如 smollm2-135m-instruct。',
  singleTurn: '此对话模板只适用于一问一答。用 /reset 重新开始。',
  failed: (code, message) => `没有回答（${code}）：${message}`,
};
