import type { RescueReport } from '#renderer/data/client.ts';

const WHY: Readonly<Record<RescueReport['why'], string>> = {
  gone: '启动时发现本机数据库是空的，而这台设备以前有数据。',
  unreadable: '本机数据库无法打开。',
  partly: '本机数据库缺少一部分内容。',
};

/** What the app says after the store was lost and rebuilt. */
export const rescueText = {
  title: '本机数据库已重建',
  why: (report: RescueReport): string => WHY[report.why],
  restoredTitle: '未上传的内容，已从本机日志恢复',
  nothing: '没有未上传的内容',
  restored: ({ events, drafts, photos, documents }: RescueReport): readonly string[] => [
    ...(events > 0 ? [`${String(events)} 条记录`] : []),
    ...(drafts > 0 ? [`${String(drafts)} 份草稿`] : []),
    ...(photos > 0 ? [`${String(photos)} 张照片`] : []),
    ...(documents > 0 ? [`${String(documents)} 份文书 PDF`] : []),
  ],
  againTitle: '其余内容，从服务器重新接收',
  again: ({ had, events }: RescueReport): string =>
    had === undefined || had <= events
      ? '连接服务器后自动接收，不需要操作；照片在打开时再取。'
      : `原有约 ${String(had - events)} 条已上传的记录，连接服务器后自动接收，不需要操作；照片在打开时再取。`,
  lostTitle: '没有能恢复的',
  lostNone: '没有',
  lost: (count: number): string => `${String(count)} 个文件已损坏或不在本机。请保留原照片，并把这条信息告诉管理员：`,
  copyTitle: '原数据库',
  copy: (path: string): string => `原样另存，没有删除：${path}`,
  numbers: 'PIN、文书编号和记录的先后次序不受影响。',
  read: '知道了',
  signIn: '本机数据库已重建，登录后查看恢复了哪些内容。',
} as const;
