import type { Messages } from '../messages.js';

/** `serve` 和 `keys` 的提示。 */
export const serve: Messages['serve'] = {
  listening: (url, database) => `Understudy 已在 ${url} 启动（投票保存在 ${database}）。按 Ctrl-C 停止。`,
  stopping: '正在停止：等待进行中的请求完成。',
  noSite: '网页尚未构建，但接口可用。构建命令：npm run build --workspace @understudy/web',
  oneModel: '比较需要两个模型：请给出两个或更多 --model；只做研究时可以不给。',
  freeStudy: '自由对话',
  firstKey: (secret) =>
    `管理员密钥（仅显示这一次）：${secret}\n打开上述网址并在那里输入。更多密钥：understudy keys create`,
  keyTooShort: (least) => `UNDERSTUDY_ADMIN_KEY 少于 ${least} 个字符。`,
  keyHint: '可以这样生成：openssl rand -base64 33',
  keyOnce: '此密钥仅显示这一次；系统只保存其哈希值。',
  invitation: '在它前面加上服务器的网址，交给一个人：仅显示这一次。打开者以此名称投票。',
  noKeys: '没有密钥。',
  revoked: (count) => `已撤销 ${count} 个，其会话已结束。`,
  keyUnknown: (id) => `没有密钥 ${id}。`,
  keyUnknownHint: '“understudy keys ls” 列出所有密钥。',
  failed: (text) => `请求失败：${text}`,
  columns: { id: '编号', role: '角色', label: '名称', created: '创建', expires: '到期', revoked: '撤销' },
};
