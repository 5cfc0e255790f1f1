import type { CaseState } from '../../case/state.ts';
import { atKnown, yuanOf } from '../fileWording.ts';
import type { FormRow } from '../form.ts';
import { ACL } from '../statutes.ts';

import { BLANK } from './byHand.ts';
import { paperOf, type EventOf, type PaperSource } from './paper.ts';
import { at, caseRows, officerLine, row, rows, section, signed } from './pieces.ts';

const RESULTS = { full: '履行完毕', partial: '部分履行', ended: '终结' } as const;

/**
 * 代履行（立即代履行）记录: what was cleared, when, by whom and at what cost, signed by those who were there (行政强制法 §51), and
 * how an absent party was told of what could not wait (§52). Made of an enforcement that rests on a decision of that kind, or on
 * none that the case knows; on which ground it was done is then ticked by hand. What nobody recorded stays to be written.
 */
export const D29B = paperOf({
  kind: 'D29B',
  template: 1,
  title: '代履行（立即代履行）记录',
  of: 'case.enforced',
  isFor: ({ documents, timeline }) =>
    decisionIn(documents) !== undefined ||
    !timeline.some(({ type, verdict }) => verdict.is !== 'void' && OTHER_GROUNDS.has(type)),
  blocks: (source) => {
    const { at: doneAt, result, text, photos, officer, second } = source.event.data;
    return [
      rows(...caseRows(source), row('实施时间', at(doneAt)), byHand('实施地点')),
      rows(...groundRows(source)),
      rows(
        row('结果', RESULTS[result]),
        row('照片', `${String(photos.length)}张`),
        { label: '实际费用', value: '人民币　　　　　　元' },
        { label: '当事人', value: '□在场　□不在场，已于　　月　　日　　时告知' },
        byHand('告知的方式'),
      ),
      section('实施情况', text),
      signed(['代履行人'], ['当事人或者见证人'], officerLine('到场监督人', officer), officerLine('到场监督人', second)),
    ];
  },
});

/** What an enforcement may rest on that is no 代履行: own enforcement or the court. */
const OTHER_GROUNDS: ReadonlySet<string> = new Set(['case.enforcementDecided', 'case.courtApplied']);

function decisionIn(documents: CaseState['documents']): CaseState['documents'][number] | undefined {
  return documents.findLast(({ kind, voided }) => kind === 'D29' && voided === undefined);
}

/** By the decision that was made; without one, the two grounds to be ticked and the rest to be written. */
function groundRows({ state, events }: PaperSource): readonly FormRow[] {
  const decision = decisionIn(state.documents);
  const issued = events.find(
    (event): event is EventOf<'document.issued'> =>
      event.type === 'document.issued' && event.data.document === decision?.document,
  )?.data;
  if (issued?.kind !== 'D29') {
    const grounds = `□立即代履行（${ACL}第五十二条）　□其他`;
    return [
      { label: '依据', value: grounds },
      ...['立即清除的原因', '标的', '方式', '代履行人'].map((label) => byHand(label)),
    ];
  }
  const { number, object, manner, startAt, performer, costFen } = issued;
  return [
    row('代履行决定书', number),
    row('标的', object),
    row('方式', manner),
    row('决定的时间', atKnown(startAt)),
    row('代履行人', performer),
    row('费用预算', costFen === undefined ? undefined : `人民币${yuanOf(costFen)}元`),
  ];
}

function byHand(label: string): FormRow {
  return { label, value: BLANK };
}
