import { partyName } from '../party.ts';
import { DOCUMENT_TITLES } from '../titles.ts';

import { paperOf } from './paper.ts';
import { at, officerLine, row, rows, signed } from './pieces.ts';

/**
 * 送达回证 (行政处罚法 §61; 民事诉讼法 §87-89): the proof that a document was handed over, or left where it was refused. A
 * decision on the spot is handed over at once and is signed itself.
 */
export const D30 = paperOf({
  kind: 'D30',
  template: 1,
  title: '送达回证',
  of: 'document.served',
  blocks: ({ state, event }) => {
    const { mode, servedAt, receiver, relation, place, refusalReason, witness, photos, officer, second } = event.data;
    const paper = state.documents.find(({ document }) => document === event.data.document);
    const left = mode === 'left';
    return [
      rows(
        row('案由', state.title),
        row('受送达人', partyName({ party: state.file?.party, site: state.site })),
        row('送达地点', place),
        row('送达时间', at(servedAt)),
        row('送达方式', left ? '留置送达' : '直接送达'),
        row('送达照片', photos.length === 0 ? undefined : `${String(photos.length)}张`),
        row('备注', undefined),
      ),
      {
        is: 'grid',
        columns: ['送达文书', '文号', '份数'],
        shares: [5, 4, 1],
        rows: [[paper === undefined ? '／' : DOCUMENT_TITLES[paper.kind], paper?.number ?? '／', '1']],
      },
      ...(left
        ? [rows(row('拒收人', receiver), row('与受送达人的关系', relation), row('拒收理由', refusalReason))]
        : [rows(row('收件人', receiver), row('与受送达人的关系', relation))]),
      signed(
        ...(left ? [] : [['收件人签名或者盖章'] as const]),
        officerLine('送达人', officer),
        officerLine('送达人', second),
        ['见证人', witness ?? ''],
      ),
    ];
  },
});
