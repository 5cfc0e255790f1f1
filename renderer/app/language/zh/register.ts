import { shortDevice } from './devices.ts';

/** 文号登记簿: which numbers are on which document, and why others are on none. */
export const registerText = {
  title: '文号登记簿',
  open: '文号登记簿',
  series: '文书和年度',
  ofYear: (title: string, year: string): string => `${title} · ${year}年`,
  empty: '还没有领取过文号',
  emptyHint: '设备获批并连接服务器后自动领取号段；本单位的设备都显示在这里。',
  lines: '文号',
  sums: { used: '已用', voided: '作废', free: '未用', lost: '不再使用', unknown: '未见号段' },
  number: (n: number): string => `第 ${String(n)} 号`,
  run: (from: number, to: number): string =>
    from === to ? `第 ${String(from)} 号` : `第 ${String(from)}—${String(to)} 号，共 ${String(to - from + 1)} 个`,
  used: '已用',
  voided: '作废',
  elsewhere: '案件不在本机',
  noDocument: '文书还没有同步到本机',
  free: '未用',
  freeText: (device: string): string => `在设备 ${shortDevice(device)} 的号段里，可以使用`,
  closed: '已关闭',
  closedText: (device: string, reason: string): string =>
    `设备 ${shortDevice(device)} 停用，号段关闭，不再使用：${reason}`,
  burned: '放弃',
  burnedText: (device: string): string =>
    `设备 ${shortDevice(device)} 领取时没有得到明确答复，为防止重号，整段不再使用`,
  below: '跳过',
  belowText: '服务器恢复备份后从更大的号开始，为防止重号，不再使用',
  unknown: '未见号段',
  unknownText: '本机没有见到这一段的领取记录；可能在没有同步的设备上，同步后再看',
  more: '显示更早的',
} as const;
