import type { ErrorText } from './errorText.ts';

/** Why nothing was sent to a platform, or no receipt taken. */
export const exchangeFailures = {
  exchange_gone: {
    what: '所选记录有变化，没有生成数据包',
    todo: '它可能已移交别的单位，或事项没有标准代码。请刷新待推送的记录再选。',
  },
  exchange_too_large: { what: '照片太多，一个数据包放不下', todo: '请少选一些，分成几个数据包。' },
  exchange_forgotten: {
    what: '没有记为已推送',
    todo: '应用在保存文件之后重新启动过。请重新生成数据包，平台按任务号识别，不会重复。',
  },
  exchange_unknown: {
    what: '回执里有本单位没有推送过的任务号，没有记下',
    todo: '请同步后再导入，或核对是不是别的单位的回执。',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
