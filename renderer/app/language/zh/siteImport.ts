import type { CellProblem, CellProblemCode } from '#shared/site/import/judge.ts';

import { siteProblems } from './sites.ts';

/** Importing a table into a register. */
export const siteImportText = {
  title: (register: string): string => `导入${register}`,
  lead: '从 XLSX、XLS 或 CSV 表格导入。先核对每一行，没有错误的行才会导入；导入后可以整批撤销。',
  template: '下载模板',
  templateFile: (register: string): string => `${register}导入模板.xlsx`,
  templateNotes: '填写说明',
  notesHead: ['列名', '是否必填', '可以填写的内容'],
  required: '必填',
  optional: '可不填',
  anyText: '文字',
  anyNumber: '数字',
  anyPolygon: 'WKT（POLYGON ((经度 纬度, …))）或 GeoJSON 的 Polygon 文本，WGS84 或 CGCS2000',
  anyDate: '日期，例如 2024-03-01',
  anyStreet: '街道或乡镇的名称',
  flags: '是、否',
  usccNote: '18 位统一社会信用代码',
  choose: '选择表格文件',
  chooseOther: '换一个文件',
  drop: '把表格文件拖到这里，或者',
  dropArea: '放置表格文件',
  reading: '正在读取表格…',
  columns: '列的对应',
  columnsHint: '已按列名自动对应；没有对上的请手工选择。',
  noColumn: '不导入',
  headOf: (column: string, head: string): string => `${column} 列 ${head}`,
  missing: (labels: readonly string[]): string => `还没有对应的必填列：${labels.join('、')}`,
  preview: '核对结果',
  summary: (good: number, bad: number): string =>
    `共 ${String(good + bad)} 行：${String(good)} 行可以导入，${String(bad)} 行有错误`,
  doubtful: (count: number): string => `另有 ${String(count)} 行信用代码校验位不对，可以导入，请再核对。`,
  bad: '有错误的行',
  moreBad: (count: number): string => `另有 ${String(count)} 行有错误，请保存错误行查看。`,
  saveBad: '保存错误行',
  badFile: (file: string): string => `错误行 ${file.replace(/\.[^.]*$/, '')}.xlsx`,
  badSheet: '错误行',
  reasonHead: '错误原因',
  submit: (count: number): string => `导入 ${String(count)} 行`,
  nothing: '不导入',
  runs: '导入记录',
  progress: (done: number, total: number): string => `已写入 ${String(done)} / ${String(total)} 行`,
  undoing: (done: number, total: number): string => `已撤销 ${String(done)} / ${String(total)} 行`,
  unfinished: (done: number, total: number): string => `没有导入完：已写入 ${String(done)} / ${String(total)} 行`,
  finished: (total: number): string => `已导入 ${String(total)} 行`,
  undone: (count: number): string => `已撤销 ${String(count)} 行`,
  kept: (count: number): string => `${String(count)} 行导入后已被更改或使用，没有撤销：`,
  resume: '继续导入',
  undo: '撤销这次导入',
  undoAsk: '确认撤销',
  undoText: '这次导入的内容将全部撤销登记；导入后已被更改、检查过或立了案的保留。',
  forget: '从列表中去掉',
  show: '查看台账',
  of: (register: string, file: string): string => `${register} · ${file}`,
} as const;

/** Why a file is no table. */
export const sheetProblems = {
  too_large: { what: '文件太大', todo: '请拆成几个文件，每个不超过 50 MB。' },
  unreadable: { what: '文件不是表格，或者已损坏、有密码', todo: '请用 WPS 或 Excel 打开，另存为 XLSX 后再导入。' },
  empty: { what: '表格是空的', todo: '请选择另一个文件。' },
  too_many_rows: { what: '表格行数太多', todo: '请拆成几个文件，每个不超过 6 万行。' },
} as const;

const CELL_PROBLEMS: Readonly<Record<CellProblemCode, string>> = {
  ...siteProblems,
  bad_uscc: '应为 18 位数字和大写字母（没有 I、O、S、V、Z）',
  unknown_division: '没有这个县（市、区）',
  unknown_street: '没有这个街道（乡镇），或者有同名的，请同时填写县（市、区）',
  bad_frontage: '请填 0 至 9999 之间的数字，最多两位小数',
  twice_in_file: '与表格中的另一行重复',
  in_register: '台账中已经有了',
};

/** What is wrong with a cell, e.g. `C37 统一社会信用代码：应为 18 位…`. */
export function cellProblemText({ cell, label, code, about }: CellProblem): string {
  const same = about === undefined ? '' : code === 'twice_in_file' ? `（第 ${about} 行）` : `（${about}）`;
  return `${cell} ${label}：${CELL_PROBLEMS[code]}${same}`;
}
