/** What is said alike wherever something is checked and published for every device. */
export const publishingText = {
  check: '查验一个文件',
  choose: '选择文件',
  unreadable: '这个文件读不出表格。请选从这里导出的 XLSX 文件，或 JSON 文件。',
  faultsTitle: (n: number) => `有 ${String(n)} 处要改`,
  whole: '整个文件',
  publish: '发布',
  publishOnline: '发布要连接服务器。没有连上时不会发布，填写的内容都还在，联网后再点“发布”。',
  makeVersion: (version: number) => `版本号改成 ${String(version)}`,
} as const;
