/** The page of synchronising. */
export const sync = {
  title: '同步',
  now: '立即同步',
  retryAll: '全部重试',
  retry: '重试',
  state: '当前状态',
  last: '上次同步',
  never: '还没有同步过',
  waiting: '待上传',
  waitingRecords: '待上传记录',
  waitingFiles: '待上传照片和文书',
  retryAllText: '把被拒绝的记录再上传一次。原因没有消除的会再次被拒绝，不会丢失。',
  forged: '伪造',
  refused: '被拒绝',
  records: (count: number): string => `${String(count)} 条记录`,
  photos: (count: number): string => `${String(count)} 个文件`,
  offlineSafe: '离线时可以照常检查、拍照、开具文书。记录已保存在本机，连接服务器后自动上传。',
  outbox: '待上传的记录',
  outboxEmpty: '所有记录都已在服务器上',
  blobs: '待上传的照片和文书',
  blobsEmpty: '没有待上传的照片和文书',
  quarantine: '隔离的记录',
  quarantineText: '服务器送来、但本机无法采用的内容，原样保留；升级后会再次检查。',
  forgeries: '伪造报告',
  forgeriesText: '服务器上出现了与编号不符的内容。本机仍使用真实的记录，请把编号告诉管理员。',
  savedAt: (time: string): string => `保存于 ${time}`,
  otherUser: (user: string): string => `等待 ${user} 本人登录后上传`,
  photo: '照片原件',
  thumb: '照片缩略图',
  doc: '文书 PDF',
  size: (kib: number): string =>
    kib >= 1024 ? `${(kib / 1024).toFixed(1)} MB` : `${String(Math.max(1, Math.round(kib)))} KB`,
  more: (count: number): string => `另有 ${String(count)} 项没有列出`,
  about: '本机信息',
  server: '服务器',
  noServer: '未设置',
  device: '设备编号',
  standing: '设备状态',
  keyStorage: '密钥保管',
  safeStorage: '系统钥匙串',
  keyFile: '受保护的文件。请管理员为这台设备启用磁盘加密',
  version: '版本',
  versionOf: (app: string, electron: string): string => `巡执 ${app}（Electron ${electron}）`,
  account: '登录账号',
  certificate: '执法证号',
  certificateUntil: (card: string, on: string): string => `${card}（有效期至 ${on}）`,
} as const;

/** Why a document is in quarantine. */
const QUARANTINE: Readonly<Record<string, string>> = {
  malformed: '格式不对',
  forged: '内容与编号不符',
  forged_leaf: '真实记录旁另有伪造的内容，本机只用真实的',
  deleted: '服务器上被删除，本机照旧使用',
  unknown_kind: '不是本应用认识的内容',
  wrong_database: '放错了数据库',
  newer: '来自新版本，升级后可读',
  bad_data: '内容不符合要求',
};

/** Why a document is in quarantine, in words. */
export function quarantineReason(code: string): string {
  return QUARANTINE[code] ?? code;
}

/** Codes of the server's validation, as people can act on them. */
const REASONS: Readonly<Record<string, string>> = {
  author: '作者不是上传的账号',
  role: '账号没有记录上写的岗位',
  type: '这个岗位不能写这类记录',
  org: '账号不属于这个单位',
  device_revoked: '这台设备已被停用',
  device_not_approved: '这台设备还没有被批准',
  exists: '服务器上已有同一编号的记录，不能更改',
  revision: '服务器不接受改写过的记录',
  id: '记录编号不对',
  field: '记录缺少必要的内容',
  database: '记录不属于这个数据库',
};

/** The server's own words for refusing, translated where they are known. */
export function reasonText(reason: string | undefined): string {
  if (reason === undefined || reason === '') return '服务器没有说明理由';
  const code = /(?:^|\s)([a-z_]+):/.exec(reason.replace(/^forbidden: ?/, ''))?.[1] ?? '';
  const known = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return known === undefined ? `服务器的理由：${reason}` : `服务器的理由：${known}（${reason}）`;
}
