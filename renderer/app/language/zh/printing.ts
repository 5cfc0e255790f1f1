import type { PrintRow } from '#renderer/data/tables.ts';
import type { PrinterInfo } from '#shared/bridge/printing.ts';
import type { Medium } from '#shared/documents/media.ts';

import type { ErrorText } from './errorText.ts';
import type { Tone } from './tone.ts';

/** What a printer or the queue answers, and what to do about it. */
export const printFailures = {
  no_print_system: { what: '本机没有打印系统', todo: '请管理员安装 CUPS 打印服务；可以先保存 PDF。' },
  print_system_down: { what: '本机打印服务没有运行', todo: '作业在本机排队等待，打印服务恢复后自动继续。' },
  printer_unknown: { what: '找不到这台打印机', todo: '请检查打印机是否已连接，或另选一台重新打印。' },
  printer_stopped: { what: '打印机已暂停', todo: '作业在排队等待。请检查打印机，恢复后自动继续。' },
  printer_rejecting: { what: '打印机暂不接收作业', todo: '作业在本机排队等待，打印机恢复接收后自动继续。' },
  print_failed: { what: '没有打印成功', todo: '请检查打印机后重试，或先保存 PDF。' },
  print_aborted: { what: '打印机没有印完这份文书', todo: '请检查打印机后重试。' },
  print_held: { what: '作业在打印队列里被人挂起', todo: '请在打印机或打印服务上放行，或取消后重新打印。' },
  print_lost: {
    what: '打印队列里已经查不到这份作业',
    todo: '请先看打印机有没有出纸：没有出纸再重试，以免重复打印。',
  },
  cancelled_at_printer: { what: '作业在打印机上被取消', todo: '需要时请重试。' },
  document_voided: { what: '文书编号已作废，不能打印', todo: '请打印有效的文书。' },
  no_narrow_layout: { what: '这种文书没有窄幅版式', todo: '请用 A4 纸打印。' },
  bad_pages: { what: '页码范围不对', todo: '请写成“1-2,4”这样，页码不超过文书的页数。' },
  unknown_print: { what: '打印队列里没有这份作业', todo: '它可能已经从列表里清除。' },
  other_printer: { what: '这份作业是别人交的', todo: '请由本人登录后处理。' },
} as const satisfies Readonly<Record<string, ErrorText>>;

/** States of a job, with the tone they are shown in. */
export const printStates: Readonly<Record<PrintRow['state'], { readonly text: string; readonly tone: Tone }>> = {
  waiting: { text: '等待', tone: 'info' },
  printing: { text: '正在打印', tone: 'info' },
  printed: { text: '已打印，待记录', tone: 'good' },
  done: { text: '已打印', tone: 'good' },
  failed: { text: '未打印', tone: 'bad' },
  cancelled: { text: '已取消', tone: 'neutral' },
};

const PRINTER_STATES: Readonly<Record<PrinterInfo['state'], string>> = {
  ready: '就绪',
  printing: '正在打印',
  stopped: '已暂停',
  rejecting: '暂不接收',
  unknown: '状态未知',
};

const copies = (n: number): string => `${String(n)} 份`;

/** What the screens around printing say. */
export const printingText = {
  title: '打印队列',
  openWith: (n: number): string => (n === 0 ? '打印队列' : `打印队列（${String(n)}）`),
  batch: '批量打印',
  batchTitle: '批量打印',
  printer: '打印机',
  printerOption: ({ label, state }: PrinterInfo): string => `${label}（${PRINTER_STATES[state]}）`,
  noPrinter: '没有打印机',
  noPrinterHint: '请在系统设置里添加打印机后重试；可以先保存 PDF。',
  stoppedHint: (reason: string): string =>
    `这台打印机现在不出纸${reason === '' ? '' : `（${reason}）`}。作业会在本机等待，打印机恢复后自动打印。`,
  dialogHint:
    'Windows 用系统的打印对话框，一次一份。份数和页码在对话框里选；本应用不知道最后有没有出纸，所以不登记“已打印”。',
  dialogOpen: '打开系统打印对话框',
  dialogDone: '已交给系统打印，请看打印机是否出纸。',
  dialogCancelled: '没有打印：您关闭了对话框',
  back: '返回文书',
  media: '纸张',
  medium: { A4: 'A4', A5: 'A5', roll80: '80 毫米卷纸' } satisfies Record<Medium, string>,
  mediaHint: '窄幅用便携打印机当场交给对方，文字和核验码与 A4 相同；要存档的文书仍用 A4。',
  copies: '份数',
  copiesOf: (name: string): string => `${name} 的份数`,
  fewer: (name: string): string => `${name}：少一份`,
  more: (name: string): string => `${name}：多一份`,
  pages: '页码',
  pagesHint: (n: number): string => `共 ${String(n)} 页；留空打印全部，或写成“1-2,4”，也可以点下面的页。`,
  pagesBad: '页码范围不对，例如“1-2,4”',
  thumbs: '页面预览',
  thumb: (n: number): string => `第 ${String(n)} 页`,
  documents: '文书',
  papers: '笔录、审批与回证',
  nothingChosen: '还没有选文书',
  allCopies: '每份文书打印',
  all: '全选',
  none: '全不选',
  print: (documents: number, sheets: number): string =>
    documents === 1 ? `打印 ${copies(sheets)}` : `打印 ${String(documents)} 件，共 ${copies(sheets)}`,
  printChosen: (n: number): string => `打印所选（${String(n)}）`,
  chooseUnprinted: (n: number): string => `选中没打印过的（${String(n)}）`,
  choose: (number: string): string => `选中 ${number}`,
  queued: '作业已加入打印队列，可以继续做别的事。',
  finish: '完成',
  jobs: '打印作业',
  empty: '没有打印作业',
  emptyHint: '在案件的文书里点“打印”或“批量打印”，作业会排在这里；没有网络也能打印。',
  hint: '每台打印机一次打印一份，按先后顺序。关闭程序不会丢失等待的作业；锁屏以后，等待的作业到本人解锁再打印。',
  clear: '清除已结束的',
  retry: '重试',
  cancel: '取消',
  cancelling: '正在取消…',
  retryOf: (title: string): string => `重试：${title}`,
  cancelOf: (title: string): string => `取消：${title}`,
  job: ({ printer, copies: n, pages, medium }: PrintRow): string =>
    [
      printer,
      ...(medium === undefined ? [] : [printingText.medium[medium]]),
      copies(n),
      pages === undefined ? '全部页' : `第 ${pages} 页`,
    ].join(' · '),
  ordered: (name: string, time: string): string => `${name}，${time}`,
  said: (words: string): string => `打印机说明：${words}`,
  printed: (n: number, on: string): string => `已打印 ${copies(n)}，最近 ${on}`,
  handedOver: '案件已移交，没有登记打印',
} as const;
