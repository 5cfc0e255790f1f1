import type { ErrorText } from './errorText.ts';

/** Why areas were not published; the file stays where it is. */
export const areaFailures = {
  areas_faulty: { what: '区域数据有错，没有发布', todo: '请重新选择文件查验，改正后再发布。' },
  areas_version: { what: '版本号不对，没有发布', todo: '刚有新版本到达本机。请核对在用的区域后再发布。' },
  areas_taken: { what: '别人刚刚发布了同一个版本，没有发布', todo: '请同步后核对在用的区域，仍需要时再发布。' },
  areas_refused: { what: '服务器没有收下这些区域', todo: '请把下面的信息告诉管理员，文件还在原处。' },
} as const satisfies Readonly<Record<string, ErrorText>>;
