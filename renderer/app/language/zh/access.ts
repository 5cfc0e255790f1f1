/** Why everything on this device is read-only for the person at the screen. */
export const accessWords = {
  role: {
    title: '您的岗位已被取消，本机只能查看',
    text: '本机的记录都还在。没有上传的记录不会丢失，仍可导出；岗位恢复后自动可以继续办理。岗位有变动请重新用密码登录。',
  },
  org: {
    title: '您已不在本单位，本机只能查看',
    text: '本机的记录都还在。没有上传的记录不会丢失，仍可导出；如有误请管理员更正人员信息。',
  },
} as const;
