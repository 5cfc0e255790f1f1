import type { PlanChange } from '#shared/programme/comparePlans.ts';
import type { ProgrammeFault } from '#shared/programme/readProgramme.ts';

import { publishingText } from './publishing.ts';

/** What the administrators' page of year plans says. */
export const planFilesText = {
  ...publishingText,
  title: '计划文件',
  open: '计划文件',
  subtitle: '各年度的计划和版本。新计划先在这里查验、与原计划比较，再发布给所有电脑。',
  inUse: '在用的计划',
  name: (year: number, version: number) => `${String(year)}年 第 ${String(version)} 版`,
  facts: (rows: number, indicators: number) => `${String(rows)} 条 · ${String(indicators)} 个指标`,
  verifications: { verified: '已核实', memory: '待核实', proposal: '建议稿' },
  bundled: '随应用',
  publishedBy: (person: string, at: string) => `已发布：${person}，${at}`,
  replaced: '已被新版本代替',
  current: '现行',
  exportFile: '导出',
  exportSheet: '导出 XLSX',
  checkHint:
    '选一个 JSON 文件或从这里导出的 XLSX 表格，或把内容粘贴到下面；没有发布之前只留在本机，离开后回来还在。做下一年度的计划，可以先导出上一年度的，改年度、版本（从 1 开始）和目标。',
  badLine: (line: number) =>
    `表格第 ${String(line)} 行读不懂：请核对类别、目标、小数位、凭证（是或否）和“其他（JSON）”。`,
  text: '计划内容（JSON）',
  sound: (name: string, year: number, version: number) =>
    `可以使用：${name}（${String(year)}年 第 ${String(version)} 版）`,
  faults: {
    not_json: '不是 JSON',
    shape: '格式不对',
    doubled: '编号重复',
    no_such_indicator: '条目引用了没有的指标',
    not_in_a_row: '没有条目引用这个指标',
    unknown_reference: '目录中没有',
    unit_changed: '同一编号的指标，单位或小数位与已有计划不同，已填报的数会被读错；请换一个编号。原来是',
  } as const satisfies Record<ProgrammeFault['code'], string>,
  compareWith: (year: number, version: number) => `与${String(year)}年第 ${String(version)} 版比较`,
  isFirst: '没有更早的计划可比。',
  same: '指标和目标没有区别',
  changes: {
    added: '新增',
    removed: '移出',
    target: '目标',
    changed: '修改',
  } as const satisfies Record<PlanChange['is'], string>,
  to: (before: string, after: string) => `${before} → ${after}`,
  publishTitle: (year: number, version: number) => `发布${String(year)}年度计划第 ${String(version)} 版？`,
  publishText:
    '发布后，本机马上按它统计，其他电脑下次同步后也按它统计。同一年度的旧版本不再用来统计，但仍可查看；已填报的数都保留。发布的版本不能修改或删除，要改就再发布一个新版本。',
  published: (year: number, version: number) => `已发布：${String(year)}年度计划第 ${String(version)} 版`,
  shouldBe: (year: number, version: number) =>
    `要发布，${String(year)}年的版本号应是 ${String(version)}（比已有的最高版本大 1）。`,
} as const;
