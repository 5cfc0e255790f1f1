import { isRefusalRule, type RefusalRule } from '#shared/sync/refusal.ts';

/** Why the server refused something, and what the person can do about it. */
export type RefusalText = { readonly why: string; readonly todo: string };

const CORRECT = '请撤回这条记录，按正确的内容重新办理。';
const ADMIN_THEN_RETRY = '请联系管理员；处理好后点“重试”。';

const TEXTS: Readonly<Record<RefusalRule, RefusalText>> = {
  author: { why: '记录的作者不是上传的账号', todo: '请由记录人本人登录后重试。' },
  role: { why: '账号没有记录上写的岗位', todo: `岗位可能已经变动。${ADMIN_THEN_RETRY}重新登录后也会自动再试一次。` },
  type: { why: '这个岗位不能写这类记录', todo: '请由有权限的人员办理，再撤回这条记录。' },
  org: { why: '账号不属于这个单位', todo: `账号可能已经调动。${ADMIN_THEN_RETRY}` },
  device_revoked: {
    why: '这台设备已被停用',
    todo: `请管理员恢复这台设备，再点“重试”；不再恢复的，请导出清单交管理员。`,
  },
  device_not_approved: {
    why: '这台设备还没有被批准',
    todo: `请管理员批准这台设备；批准后点“重试”，重新登录也会自动再试一次。`,
  },
  exists: { why: '服务器上已有同一编号的记录', todo: CORRECT },
  revision: { why: '服务器不接受改写过的记录', todo: CORRECT },
  id: { why: '记录编号不对', todo: CORRECT },
  field: { why: '记录缺少必要的内容', todo: CORRECT },
  database: { why: '记录不属于这个数据库', todo: CORRECT },
  deletion: { why: '服务器不允许删除记录', todo: CORRECT },
  kind: { why: '服务器不认识这类内容', todo: `服务器可能比本机旧。${ADMIN_THEN_RETRY}` },
  admins_only: { why: '只有管理员可以写这类内容', todo: '请由管理员办理，再撤回这条记录。' },
  unauthorized: { why: '账号没有写入的权限', todo: ADMIN_THEN_RETRY },
  too_large: {
    why: '内容超过服务器允许的大小',
    todo: `请管理员调大服务器的限制，再点“重试”；或撤回后缩短内容重新办理。`,
  },
  unclean: { why: '服务器读不懂这条内容，可能含有特殊符号', todo: CORRECT },
  database_closed: {
    why: '账号不能访问记录所在的数据库',
    todo: `请管理员开放权限，再点“重试”。重新登录后也会自动再试一次。`,
  },
  database_missing: {
    why: '服务器上还没有记录所在的数据库',
    todo: '请管理员建立数据库（新的一年或新单位），再点“重试”。',
  },
  other_content: { why: '服务器上同名的文件内容不同', todo: '请不要删除本机文件，把这条信息告诉管理员。' },
  bytes_lost: { why: '本机的文件已经损坏或不在了', todo: '请重新拍摄或导入这张照片，再把这条写明理由留在本机。' },
  unknown: { why: '服务器没有接受', todo: `把服务器的理由告诉管理员，处理好后点“重试”；不再需要的可以撤回。` },
};

/** The words for a rule, as stored with the refusal; a rule of another version is told like an unknown one. */
export function refusalText(rule: string | undefined): RefusalText {
  return TEXTS[rule !== undefined && isRefusalRule(rule) ? rule : 'unknown'];
}
