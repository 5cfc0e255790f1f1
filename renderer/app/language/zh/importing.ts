/** What the dialogs say alike that take a table in. */
export const importingText = {
  choose: '选择文件',
  other: '换一个文件',
  cancel: '取消',
  close: '完成',
  cell: (column: string, value: string): string => (value === '' ? `${column}是空的` : `${column}“${value}”`),
} as const;
