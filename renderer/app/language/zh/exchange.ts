import type { OfferedRecord } from '#renderer/data/client.ts';
import type { EventData } from '#shared/events/registry.ts';
import type { ReceiptProblem } from '#shared/exchange/receipt.ts';

/** 平台对接: packages for platforms and their receipts. */
export const exchangeText = {
  title: '平台对接',
  subtitle: '用文件与平台交换，不经网络推送。不含举报人和当事人信息。',
  platform: '平台',
  platforms: { city: '运管服平台（案件）', lifeline: '生命线平台（隐患）' } as const satisfies Record<
    EventData<'exchange.packed'>['platform'],
    string
  >,
  period: '发现时间',
  periods: { month: '近 30 天', quarter: '近 90 天', year: '近一年', all: '全部' },
  offer: (count: number) => `待推送 ${String(count)}`,
  offerList: '待推送的记录',
  refresh: '刷新',
  nothing: '没有待推送的记录',
  nothingHint: '已推送而没有变化的不再列出；时间范围之外没有推送过的也不列出。',
  unmapped: (count: number) => `另有 ${String(count)} 件案件的事项没有标准代码，不能推送。`,
  why: { pending: '未推送', changed: '有变化', returned: '被退回' } as const satisfies Record<
    OfferedRecord['why'],
    string
  >,
  unverified: '代码未核实',
  reason: (text: string) => `退回原因：${text}`,
  choose: (title: string) => `选 ${title}`,
  all: '全选',
  none: '全不选',
  more: '显示更多',
  pack: (count: number) => `生成数据包（${String(count)} 条）`,
  tooMany: (most: number) => `一个数据包最多 ${String(most)} 条，其余请放进下一个包。`,
  saved: (records: number, photos: number) => `已保存数据包：${String(records)} 条记录，${String(photos)} 张照片。`,
  missing: (count: number) => `${String(count)} 张照片本机和服务器上都没有，没有放入；数据包的清单里已写明。`,
  notSaved: '没有保存文件，什么都没有记为已推送。',
  packages: '已推送的数据包',
  noPackages: '还没有推送过',
  noPackagesHint: '生成的数据包保存成文件后列在这里。',
  packageName: (at: string) => `${at} 的数据包`,
  counts: (all: number, received: number, returned: number) =>
    `${String(all)} 条 · 已接收 ${String(received)} · 被退回 ${String(returned)} · 待回执 ${String(all - received - returned)}`,
  states: { open: '已推送', returned: '有退回', done: '已接收' },
  receipt: '导入回执',
  receiptLead:
    '选平台给的回执文件（CSV 或 JSON）。要有任务号（taskNo）和结果（result：received 或 returned，或已接收、已退回）两列；退回的要有原因（reason）；有数据包编号（package）的按编号对，没有的按最近一次推送对。',
  receiptTable: '回执内容',
  heads: { line: '行', taskNo: '任务号', title: '记录', result: '结果' },
  summary: (received: number, returned: number, bad: number) =>
    `已接收 ${String(received)} 条，被退回 ${String(returned)} 条，不能用 ${String(bad)} 条`,
  answers: { received: '已接收', returned: '被退回' },
  bad: '不能用',
  problems: {
    unknown_task: '没有推送过这个任务号，或不在这个数据包里',
    bad_result: '结果看不懂',
    no_reason: '退回没有写原因',
    twice: '文件里这个任务号已经出现过',
  } as const satisfies Record<ReceiptProblem, string>,
  fileProblems: {
    not_text: { what: '这个文件不是文本', todo: '请选 CSV 或 JSON 格式的回执。' },
    no_columns: { what: '文件里没有任务号和结果两列', todo: '请核对表头，或让平台按说明导出。' },
    empty: { what: '文件里没有内容', todo: '请选另一个文件。' },
    too_large: { what: '文件太大', todo: '一次最多 2000 条、2 MB；请分成几个文件。' },
  },
  take: (count: number) => `记下 ${String(count)} 条回执`,
  taken: (count: number) => `已记下 ${String(count)} 条回执`,
} as const;
