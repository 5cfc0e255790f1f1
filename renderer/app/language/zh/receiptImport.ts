import { importingText } from './importing.ts';
import { showYuan } from './yuan.ts';

/** 导入缴款记录: a table of receipts of a bank or finance office, row by row. */
export const receiptImportText = {
  ...importingText,
  open: '导入缴款记录',
  title: '导入缴款记录',
  lead: '选择银行或者财政部门提供的 CSV 表格（UTF-8 或 GBK 编码）。第一行是表头，要有：决定书文号或缴款码、缴款日期、金额、票据号。',
  table: '表格各行',
  heads: { line: '行', number: '文号或缴款码', on: '缴款日期', amount: '金额', receipt: '票据号', result: '结果' },
  columns: { number: '决定书文号', code: '缴款码', on: '缴款日期', amount: '金额', receipt: '票据号' },
  good: '可以导入',
  bad: '不导入',
  written: '已登记',
  summary: (good: number, fen: number, bad: number): string =>
    `${String(good)} 行可以导入，共 ${showYuan(fen)}${bad === 0 ? '' : `；${String(bad)} 行有问题，不会导入`}`,
  submit: (good: number): string => `导入 ${String(good)} 笔缴款`,
  done: (written: number, fen: number): string => `已登记 ${String(written)} 笔缴款，共 ${showYuan(fen)}`,
  left: (count: number): string =>
    `${String(count)} 行没有导入，原因见下表；改正后可以重新导入同一个文件，已登记的不会重复。`,
  progress: (done: number, all: number): string => `正在登记 ${String(done)} / ${String(all)}`,
  problems: {
    unknown_number: '没有找到这个文号或缴款码的处罚决定，请核对',
    two_cases: (title: string) => `文号和缴款码不是同一个案件，缴款码属于“${title}”`,
    other_org: (title: string) => `“${title}”是其他单位的案件，请交该单位登记`,
    case_over: (title: string) => `“${title}”已经结案或者终止，请核实后在案件里补记`,
    no_date: '不是有效的日期，请写成 2026-03-05 的形式',
    future_date: '日期还没有到，请核对',
    no_amount: '不是有效的金额，请写成元，最多两位小数',
    above_owed: (fen: number) => `多于尚未缴纳的罚款 ${showYuan(fen)}，请核对`,
    no_receipt: '不是完整的票据号，请在表格里按文本填写',
    receipt_used: (title: string) => `这张票据已经登记在“${title}”`,
    receipt_twice: '表格里前面已有这张票据',
  },
  files: {
    too_large: { what: '文件太大', todo: '请选择 2 MB 以内的 CSV 表格，或者按月份分开。' },
    not_text: { what: '这个文件不是 CSV 文本', todo: '请在表格软件里另存为 CSV（UTF-8 或 GBK 编码）再选择。' },
    empty_table: { what: '表格里没有缴款', todo: '请核对文件，第一行是表头，从第二行起是缴款。' },
    too_many_rows: { what: '表格超过 2000 行', todo: '请按月份分开导入。' },
    no_columns: { what: '表格缺少需要的列', todo: '请在第一行补上这些列名再选择' },
  },
} as const;
