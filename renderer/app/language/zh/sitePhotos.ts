/** 现状照片 of a thing of a register, and photos of inspections of it. */
export const sitePhotosText = {
  title: '现状照片',
  add: '添加照片',
  addTitle: (name: string): string => `添加现状照片：${name}`,
  hint: '拍下现在的样子，照片随台账同步，撤销登记后也保留。',
  label: '照片',
  missing: '请至少添加一张照片',
  save: '保存照片',
  saved: (n: number): string => `已添加 ${String(n)} 张照片`,
  none: '还没有现状照片',
  noneText: '添加后按日期排列，新的在前。',
  of: (day: string, who: string): string => `${day} · ${who}`,
  more: (n: number): string => `再看以前的 ${String(n)} 次`,
  inspections: '检查中拍的照片',
  historyCount: (n: number): string => `${String(n)} 张`,
} as const;
