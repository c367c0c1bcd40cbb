import type { Messages } from '../messages.js';

/** `site` 的提示。 */
export const site: Messages['site'] = {
  notBuilt: '网页尚未构建，没有可发布的内容。',
  notBuiltHint: '构建命令：npm run build --workspace @understudy/web',
  foreign: (folder) => `${folder} 不为空，且不是由本程序发布的站点。`,
  foreignHint: '请用 --output 选择其他文件夹；若确定要丢弃其中内容，可使用 --force。',
  kept: (folder, kept) => `在 ${folder} 发布站点会覆盖 ${kept}。`,
  keptHint: '请用 --output 选择其他文件夹；此处 --force 无效。',
  progress: (files, bytes) => `正在发布：${files} 个文件，${bytes}`,
  written: (folder, files, bytes) => `${folder}：${files} 个文件，${bytes}`,
  next: '任何静态文件服务器都可以从任意文件夹提供此站点。其中不含样本、题目与回答、单张投票、投票者和密钥。',
};
