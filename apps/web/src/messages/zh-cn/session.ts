import type { Messages } from '../messages.js';

export const session: Messages['session'] = {
  signIn: '登录',
  signInText: '此服务器需要密钥。请向服务器的管理者索取；标注者请直接打开邀请链接。',
  key: '密钥',
  signOut: '退出登录',
  joining: '正在接受邀请…',
  joinFailed: '邀请未被接受',
  joinMissing: '地址中没有邀请信息。请打开收到的完整链接，直到最后一个字符。',
  roles: { viewer: '查看者', annotator: '标注者', admin: '管理员' },
};
