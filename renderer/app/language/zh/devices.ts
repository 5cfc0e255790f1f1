import type { DeviceStanding } from '#shared/access/device.ts';

/** Devices: an administrator's page, and what a waiting device says. */
export const devicesText = {
  title: '设备',
  subtitle: '首次登录的设备在这里等待批准。批准之前可以检查、拍照、登记案件，但没有文书编号。',
  waiting: '等待批准',
  waitingEmpty: '没有等待批准的设备',
  known: '全部设备',
  knownEmpty: '还没有批准过设备',
  mine: '本机',
  count: (n: number): string => `${String(n)} 台`,
  idOf: (short: string): string => `设备 ${short}`,
  requested: (time: string): string => `${time} 申请`,
  lastSeen: (time: string, person: string): string => `最近使用：${time}，${person}`,
  neverSeen: '最近使用：没有记录',
  lastSeenUnknown: '最近使用：连接服务器后显示',
  automatic: '本单位自动批准',
  approved: (time: string, by: string): string => `${by} 于 ${time} 批准`,
  revoked: (time: string, by: string, reason: string): string => `${by} 于 ${time} 停用：${reason}`,
  rejected: (time: string, by: string, reason: string): string => `${by} 于 ${time} 拒绝：${reason}`,
  approve: '批准',
  approveAgain: '重新批准',
  approveTitle: (short: string): string => `批准设备 ${short}`,
  approveText: (person: string, org: string): string =>
    `请先向 ${person}（${org}）核对设备编号。批准后这台设备可以领取文书编号。`,
  reject: '拒绝',
  rejectTitle: (short: string): string => `拒绝设备 ${short}`,
  rejectText: '拒绝后，任何账号都不能从这台设备上传记录。已保存在那台设备上的内容不会被删除。',
  revoke: '停用',
  revokeTitle: (short: string): string => `停用设备 ${short}`,
  revokeText:
    '设备遗失、更换或报废时停用。停用后任何账号都不能从这台设备上传记录，它领取的编号号段关闭，未用的编号不再使用。服务器上已有的记录不受影响。',
  publish: '导出核验页',
  verifyPage: '文书核验页.html',
  published: (path: string): string => `已保存到 ${path}，请放到机关网站上`,
  reason: '理由',
  reasonMissing: '请写明理由，登记簿据此说明编号空缺',
  cancel: '取消',
  pendingTitle: '设备卡片已更新，服务器名单还没有更新',
  pendingText: '您的账号无权修改服务器名单。请服务器管理员运行：npm run server:setup -- --url … --devices',
  waitTitle: '设备待批准',
  waitText: (id: string): string =>
    `请把设备编号 ${id} 告诉管理员，由管理员在“设备”页面批准。批准之前不能领取编号和签发文书；检查、拍照、登记案件照常，批准后自动恢复。`,
  lockedTitle: '这台设备已被停用',
  lockedText: (reason: string): string =>
    `${reason === '' ? '' : `理由：${reason}。`}不能开具文书，记录不能上传。本机的内容都还在，请联系管理员。`,
} as const;

/** How a device stands, in a word. */
export const standingNames: Readonly<Record<DeviceStanding, string>> = {
  requested: '待批准',
  approved: '已批准',
  rejected: '已拒绝',
  revoked: '已停用',
};

/** The end of a device's id: short enough to be read out on the telephone. */
export function shortDevice(id: string): string {
  return id.slice(-6);
}
