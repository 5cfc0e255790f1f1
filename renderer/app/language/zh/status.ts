import type { PullProgress, SignInProblem } from '#renderer/data/client.ts';

/** The status area that is always in view. */
export const status = {
  offline: '离线',
  syncing: '同步中',
  in_sync: '已同步',
  starting: '启动中',
  waiting: (events: number, blobs: number): string => {
    if (events === 0 && blobs === 0) return '没有待上传';
    if (blobs === 0) return `${String(events)} 条记录待上传`;
    if (events === 0) return `${String(blobs)} 个文件待上传`;
    return `${String(events)} 条记录、${String(blobs)} 个文件待上传`;
  },
  pull: ({ isFirst, done, total, leftMs }: PullProgress): string => {
    const count = (n: number): string => n.toLocaleString('en-US');
    const left = leftMs === undefined ? '' : `，约剩 ${count(Math.max(1, Math.ceil(leftMs / 1000)))} 秒`;
    return `${isFirst ? '首次同步' : '接收'} ${count(done)}${total === undefined ? '' : ` / ${count(total)}`} 条${left}`;
  },
  refused: (count: number): string => `${String(count)} 条被拒绝`,
  open: '打开同步页面',
  link: (phase: string, waits: string, refused: number): string =>
    ['打开同步页面', phase, waits, ...(refused > 0 ? [`${String(refused)} 条被拒绝`] : [])].join('，'),
} as const;

/** Short reasons for being offline. */
export const offlineReasons: Readonly<Record<SignInProblem, string>> = {
  no_server: '未设置服务器',
  unreachable: '连接不上服务器',
  name_not_found: '找不到服务器地址',
  timeout: '服务器没有回应',
  tls_error: '服务器证书无法验证',
  no_cors: '服务器未允许本应用访问',
  not_couchdb: '地址不是巡执服务器',
  wrong_password: '密码已不对，请重新登录',
  password_changed: '密码已在别处修改',
  account_locked: '账号暂时锁定',
  no_role: '账号没有岗位',
  no_card: '没有人员信息',
  certificate_expired: '执法证已过期',
  server_error: '服务器出错',
  disk_full: '本机磁盘空间不足',
  local_write: '本机写入失败',
};
