import { paperOf } from './paper.ts';
import { at, caseRows, officerLine, row, rows, section, signed } from './pieces.ts';

/** 整改复查记录: what the second visit found, against the notice that set the period. */
export const D08 = paperOf({
  kind: 'D08',
  template: 1,
  title: '整改复查记录',
  of: 'case.rechecked',
  blocks: (source) => {
    const { recheckedAt, result, note, photos, officer, second } = source.event.data;
    const notice = source.state.documents.findLast(({ kind, voided }) => kind === 'D07' && voided === undefined);
    return [
      rows(
        ...caseRows(source),
        row('责令改正文号', notice?.number),
        row('复查时间', at(recheckedAt)),
        row('复查结果', result === 'fixed' ? '已经改正' : '没有改正'),
        row('复查照片', `${String(photos.length)}张`),
      ),
      section('应当改正的情形', source.state.facts),
      section('复查情况', note),
      signed(['当事人或者在场人'], officerLine('复查人', officer), officerLine('复查人', second)),
    ];
  },
});
