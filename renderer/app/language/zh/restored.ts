/** A server that lost something, and what waits for people who are not here. */
export const restored = {
  title: '服务器曾丢失数据',
  noticed: (time: string, databases: number): string =>
    `${time} 发现服务器上有 ${String(databases)} 个数据库缺少数据。`,
  done: (sent: number, fetched: number, blobs: number): string =>
    `本机补传 ${String(sent)} 条记录、${String(blobs)} 个照片和文书文件，取回 ${String(fetched)} 条记录。本机的数据没有减少。`,
  heldTitle: '等待他人上传',
  heldFor: (user: string): string => `等待 ${user}`,
  heldCount: (count: number): string => `${String(count)} 项，由本人登录后上传，或由数据搬运账号代传`,
  carry: '用搬运账号代传',
  carryText: '输入数据搬运账号，把等待他人的记录和文件一次送到服务器。账号和密码不会保存。',
  carrier: '搬运账号',
  password: '密码',
  send: '上传',
  cancel: '取消',
} as const;
