/** Words that every screen shares. */
export const common = {
  app: '巡执',
  save: '保存',
  cancel: '取消',
  back: '返回',
  retry: '重试',
  search: '搜索',
  skipToContent: '跳到正文',
  saved: '已保存',
  savedTo: (path: string): string => `已保存到 ${path}`,
  notSaved: '没有保存',
  closeNotice: '关闭提示',
  crashed: '这个页面出错了',
  crashedTodo: '已保存的内容不受影响。请返回首页重新进入；一直出错请告诉管理员。',
  notFound: '没有这个页面',
  notFoundTodo: '请从左侧选择。',
  goHome: '回到今日',
} as const;

/** The rail on the left. */
export const nav = {
  label: '主要栏目',
  home: '今日',
  inspections: '检查',
  sites: '台账',
  cases: '案件',
  map: '地图',
  reports: '群众诉求',
  review: '督察审阅',
  plan: '年度计划',
  exchange: '平台对接',
  sync: '同步',
  devices: '设备',
  checklists: '检查表',
  areas: '区域',
  lock: '锁定',
} as const;

/** Names of roles as people say them. */
export const roleNames: Readonly<Record<string, string>> = {
  officer: '执法队员',
  assistant: '协管员',
  squad_leader: '中队长',
  clerk: '内勤',
  legal_reviewer: '法制审核',
  brigade_leader: '大队长',
  agency_head: '机关负责人',
  supervisor: '督察',
  admin: '管理员',
  carrier: '数据搬运',
  backup: '数据备份',
  intake: '外部系统',
};
