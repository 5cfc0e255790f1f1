/** 全局搜索. */
export const searchText = {
  open: '搜索（Ctrl+K）',
  title: '搜索',
  label: '搜索案件、台账和群众诉求',
  holder: '名称、拼音首字母、文号、信用代码、地址……',
  hint: '输入文字开始搜索；上下键选择，回车打开。',
  sites: '台账',
  cases: '案件',
  reports: '群众诉求',
  nothing: '没有找到',
  nothingText: '换一个写法，或只写其中几个字。',
  found: (n: number): string => `找到 ${String(n)} 条`,
} as const;
