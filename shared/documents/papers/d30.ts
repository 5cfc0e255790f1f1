import { countsFrom } from '../../case/acts.ts';
import { formatChinaDate } from '../../kernel/chinaTime.ts';
import type { FormRow } from '../form.ts';
import { partyName } from '../party.ts';
import { ANNOUNCEMENT_GROUNDS, SERVICE_TITLES } from '../serviceTitles.ts';
import { DOCUMENT_TITLES } from '../titles.ts';

import { paperOf, type PaperSource } from './paper.ts';
import { at, officerLine, row, rows, signed } from './pieces.ts';

/** What was drawn on the screen helps the eye and proves nothing (民事诉讼法 §87: the receipt is signed). */
const ON_SCREEN = { label: '屏幕签名（辅助）', note: '以纸面签名为准' } as const;

type Source = PaperSource<'document.served'>;

/**
 * 送达回证 (行政处罚法 §61; 民事诉讼法 §87-95): the proof of service in whichever form it took. A decision on the spot is handed
 * over at once and is signed itself.
 */
export const D30 = paperOf({
  kind: 'D30',
  template: 2,
  title: '送达回证',
  of: 'document.served',
  isFor: (_state, { tag }) => tag !== 'D21',
  blocks: (source) => {
    const { state, event } = source;
    const { mode, servedAt, place, witness, photos, officer, second, drawn } = event.data;
    const paper = state.documents.find(({ document }) => document === event.data.document);
    const isHanded = mode !== 'left' && mode !== 'announcement' && mode !== 'electronic';
    return [
      rows(
        row('案由', state.title),
        row('受送达人', partyName({ party: state.file?.party, site: state.site })),
        row('送达地点', place),
        row(mode === 'announcement' ? '公告时间' : '送达时间', at(servedAt)),
        row('送达方式', SERVICE_TITLES[mode]),
        row('送达照片', photos.length === 0 ? undefined : `${String(photos.length)}张`),
        row('备注', undefined),
      ),
      {
        is: 'grid',
        columns: ['送达文书', '文号', '份数'],
        shares: [5, 4, 1],
        rows: [[paper === undefined ? '／' : DOCUMENT_TITLES[paper.kind], paper?.number ?? '／', '1']],
      },
      rows(...recordRows(source)),
      ...(mode === 'direct' && drawn !== undefined ? [{ is: 'drawn' as const, ...drawn, ...ON_SCREEN }] : []),
      signed(
        ...(isHanded ? [['收件人签名或者盖章'] as const] : []),
        officerLine('送达人', officer),
        officerLine('送达人', second),
        ['见证人', witness ?? ''],
      ),
    ];
  },
});

/** What this way of service leaves behind. */
function recordRows(source: Source): readonly FormRow[] {
  const { mode, receiver, relation, refusalReason, trackingNo, receivedOn, through, eAddress } = source.event.data;
  const taken = [row('收件人', receiver), row('与受送达人的关系', relation)];
  const slip = row('回执上的收件日期', receivedOn && formatChinaDate(receivedOn));
  switch (mode) {
    case 'direct':
      return taken;
    case 'left':
      return [row('拒收人', receiver), row('与受送达人的关系', relation), row('拒收理由', refusalReason)];
    case 'post':
      return [...taken, row('邮件号码', trackingNo), slip];
    case 'electronic':
      return [...taken, row('电子送达地址', eAddress)];
    case 'entrusted':
      return [...taken, row('受委托的机关', through), slip];
    case 'forwarded':
      return [...taken, row('转交的机关、单位', through), slip];
    case 'announcement':
      return announcementRows(source);
  }
}

/** 公告送达: its ground, what was tried before, and the day on which it counts (民事诉讼法 §95). */
function announcementRows({ state, event }: Source): readonly FormRow[] {
  const { ground, tried } = event.data;
  const entry = state.timeline.find((one) => one.event === event._id);
  return [
    row('公告送达的原因', ground && ANNOUNCEMENT_GROUNDS[ground]),
    row('采用过的送达方式和经过', tried),
    row('视为送达的日期', entry && formatChinaDate(countsFrom(entry))),
  ];
}
