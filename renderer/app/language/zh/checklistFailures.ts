import type { ErrorText } from './errorText.ts';

/** Why a checklist or a plan was not published; its text stays where it was entered. */
export const checklistFailures = {
  checklist_faulty: { what: '检查表有要改的地方，没有发布', todo: '请按查验结果改正后再发布，内容都还在。' },
  checklist_not_yet: {
    what: '检查表的启用日期还没有到，没有发布',
    todo: '发布后马上使用。请到那天再发布，或把 validFrom 改成今天。',
  },
  checklist_version: { what: '版本号不对，没有发布', todo: '新版本应比已有的最高版本大 1。请改版本号，内容都还在。' },
  checklist_taken: {
    what: '别人刚刚发布了同一个版本，没有发布',
    todo: '请同步后与它比较，再用下一个版本号发布，内容都还在。',
  },
  not_home_admin: {
    what: '您不是主管单位的管理员，不能发布',
    todo: '检查表、年度计划和区域由全市共用，请把文件交给主管单位的管理员发布。',
  },
  programme_faulty: { what: '计划有要改的地方，没有发布', todo: '请按查验结果改正后再发布，内容都还在。' },
  programme_version: {
    what: '版本号不对，没有发布',
    todo: '新版本应比同一年度已有的最高版本大 1。请改版本号，内容都还在。',
  },
  programme_taken: {
    what: '别人刚刚发布了这一年度的同一个版本，没有发布',
    todo: '请同步后与它比较，再用下一个版本号发布，内容都还在。',
  },
  programme_refused: { what: '服务器没有收下这份计划', todo: '请把下面的信息告诉管理员，内容都还在。' },
  checklist_refused: { what: '服务器没有收下这个版本', todo: '请把下面的信息告诉管理员，内容都还在。' },
} as const satisfies Readonly<Record<string, ErrorText>>;
