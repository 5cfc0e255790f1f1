/** The page of the day. */
export const home = {
  title: '今日',
  startInspection: '开始检查',
  startInspectionText: '选择检查对象，填写检查表',
  registerSite: '登记商户',
  registerSiteText: '新商户先登记，再检查',
  review: '督察审阅',
  reviewText: '审阅各单位提交的案件',
  recheck: '待复查',
  recheckEmpty: '没有到期的复查',
  recheckEmptyText: '改正期限到期的案件会出现在这里。',
  drafts: '未完成的草稿',
  draftsEmpty: '没有未完成的草稿',
  draftsEmptyText: '检查表填到一半可以随时离开，回来从这里继续。',
  draftInspection: '检查表',
  draftOf: (kind: string, site: string): string => (site === '' ? kind : `${kind} · ${site}`),
  draftSaved: (time: string): string => `保存于 ${time}`,
  open: '待处理案件',
  openEmpty: '没有待处理的案件',
  openEmptyText: '检查中发现的问题登记成案件后，下一步会列在这里。',
  returned: '督察退回',
  toReview: '待审阅案件',
  toReviewEmpty: '没有待审阅的案件',
  toReviewEmptyText: '各单位提交的案件同步到本机后会出现在这里。',
  due: (dueOn: string): string => `改正期限 ${dueOn}`,
  more: (count: number): string => `另有 ${String(count)} 件`,
  numbersTitle: (left: number): string => (left === 0 ? '本机没有可用的文书编号' : `文书编号只剩 ${String(left)} 个`),
  numbersText: '连接服务器后会自动领取新的号段；没有编号时不能开具通知书。',
  pinTitle: '还没有设置 PIN',
  pinText: '没有 PIN 就不能离线解锁，也不能作为第二名执法人员确认。请锁定后用密码登录并设置。',
  certificateExpired: '您的执法证已过有效期',
  certificateExpiredText: '可以检查和拍照，但不能办理案件和文书。',
} as const;

/** What the app found at start. */
export const problemTexts = {
  catalogue_unreadable: {
    title: (subject: string): string => `目录文件无法读取：${subject}`,
    text: '已改用上一次完好的版本，可以继续工作。请告诉管理员。',
  },
  catalogue_missing: {
    title: (subject: string): string => `目录文件无法读取：${subject}`,
    text: '本机也没有它完好的旧版本，其中的内容暂时不能用，其他工作不受影响。请告诉管理员。',
  },
  clock_wrong: {
    title: (): string => '本机时间与服务器相差较大',
    text: '校准系统时间之前不能开具文书，其他工作不受影响。',
  },
  checklist_unusable: {
    title: (subject: string): string => `已发布的检查表不能用：${subject}`,
    text: '本机照旧使用原来的版本，其他工作不受影响。应用版本太旧时请升级；否则请告诉管理员。',
  },
  plan_unusable: {
    title: (subject: string): string => `已发布的年度计划不能用：${subject}`,
    text: '本机照旧按原来的计划统计，其他工作不受影响。应用版本太旧时请升级；否则请告诉管理员。',
  },
  areas_unusable: {
    title: (subject: string): string => `已发布的区域不能用：${subject}`,
    text: '地图上不画这一版，其他工作不受影响。应用版本太旧时请升级；否则请告诉管理员。',
  },
  key_file: {
    title: (): string => '本机没有系统钥匙串，密钥保存在受保护的文件中',
    text: '请管理员为这台设备启用磁盘加密。',
  },
  font_unusable: {
    title: (subject: string): string => `文书字体不能用：${subject}`,
    text: '设置中指定的字体这台电脑没有，或者它不是 TrueType 字体、不允许嵌入文书。文书暂用自带的宋体，内容不受影响。请管理员安装字体或者修改设置。',
  },
  store_rebuilt: {
    title: (): string => '本机数据已从日志恢复',
    text: '如发现缺少最近的记录，请立即告诉管理员。',
  },
  forgery: {
    title: (subject: string): string => `发现与编号不符的伪造内容：${subject}`,
    text: '本机没有采用它；真实的内容在本机的照旧使用。请把这条信息告诉管理员。',
  },
  write_failed: {
    title: (subject: string): string => `有内容没有写入本机：${subject}`,
    text: '请检查磁盘空间，再重新打开应用。',
  },
  store_replaced: {
    title: (): string => '本机数据库一度没有响应，已自动重新打开',
    text: '已保存的内容都在，不需要操作。刚才没有保存成功的内容，请再保存一次。',
  },
  server_restored: {
    title: (): string => '服务器丢失了部分数据，本机正在补传',
    text: '服务器可能从旧备份恢复过。本机的记录一条没有少，缺少的会自动补传；等待他人的见同步页面。',
  },
  lease_taken: {
    title: (subject: string): string => `号段被服务器另行发出：${subject}`,
    text: '本机已停用这个号段。其中已经开具的文书可能与他人重号，请立即告诉管理员。',
  },
  number_twice: {
    title: (subject: string): string => `两份文书使用了同一个编号：${subject}`,
    text: '请立即告诉管理员，由负责人决定作废哪一份。',
  },
  device_forgotten: {
    title: (): string => '服务器上没有这台设备的登记',
    text: '服务器可能从旧备份恢复过。请管理员重新登记这台设备。',
  },
} as const;
