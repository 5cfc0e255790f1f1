import { readableEvents, type CaseEvent } from '../../case/caseEvent.ts';
import type { CaseState } from '../../case/state.ts';
import { buildJpeg, quadrants } from '../../evidence/testing/jpegBuilder.ts';
import { sha256Hex } from '../../kernel/hash.ts';
import { aSha } from '../../testing/builders.ts';
import { HEARING_SCRIPT, ORDINARY_SCRIPT, SPOT_SCRIPT, TO_FILED, type Step } from '../../testing/fileScripts.ts';
import { FileStory } from '../../testing/fileStory.ts';
import type { FormModel } from '../formModel.ts';
import { buildPaper, papersOf, type PaperOffer } from '../papers/index.ts';
import { sourceOf, type Known } from '../papers/source.ts';

import { aSheetInput } from './aSheetInput.ts';

const NAMES: Readonly<Record<string, string>> = {
  ...{
    chen: '陈伟（示例）',
    fa: '方明（示例）',
    ju: '局长（示例）',
    nei: '内勤（示例）',
    da: '大队长（示例）',
    du: '督察（示例）',
  },
};

/** What is printed of the one photo of an invented case. */
export const A_PRINT_JPEG = buildJpeg({ columns: 40, rows: 30, colourAt: quadrants(40, 30) });
const A_PRINT: ReadonlyMap<string, string> = new Map([[aSha(2), sha256Hex(A_PRINT_JPEG)]]);

/** What is known beside an invented case. */
export function aKnown(): Known {
  const { org, address, matter } = aSheetInput();
  return {
    org,
    address,
    matter,
    orgName: (id) => (id === org.org ? org.name : '黄石市城市管理执法局（示例）'),
    nameOf: (user) => NAMES[user] ?? user,
    prints: A_PRINT,
  };
}

/** A case that was told by a script, and its events. `changes`: what the data of an act says instead. */
export function aTold(
  script: readonly Step[],
  changes: Readonly<Record<string, Record<string, unknown>>> = {},
): { readonly state: CaseState; readonly events: readonly CaseEvent[] } {
  const story = new FileStory();
  for (const [act, by, days = 0] of script) story.wait(days).add(act, by, changes[act] ?? {});
  const state = story.state();
  if (state === undefined) throw new Error('the script opens no case');
  return { state, events: readableEvents(story.events) };
}

/** A case of the ordinary procedure to its end, with a statement of the party and a discussion. */
export const FULL_SCRIPT: readonly Step[] = ORDINARY_SCRIPT.flatMap((step): readonly Step[] => {
  const [act] = step;
  if (act === 'document.served:D17') return [step, ['statement.made', 'chen', 1], ['statement.reviewed', 'fa']];
  return act === 'case.decided' ? [['case.discussed', 'ju'], step] : [step];
});

/** What the receiver of its notice drew on the screen. */
export const DRAWN = {
  'document.served:D17': {
    drawn: {
      ...{ width: 600, height: 200 },
      strokes: [
        [60, 60, 160, 60, 240, 70],
        [150, 30, 150, 100, 110, 170],
        [320, 100],
      ],
    },
  },
};

/** A notice that nothing but an announcement reached, after the party had confirmed an address. */
export const ANNOUNCED_SCRIPT: readonly Step[] = [
  ...FULL_SCRIPT.slice(
    0,
    FULL_SCRIPT.findIndex(([act]) => act === 'document.served:D17'),
  ),
  ['service.addressConfirmed'],
  ['document.served:D17'],
];
/** What its service says. */
export const ANNOUNCED = {
  'document.served:D17': {
    ...{ mode: 'announcement', ground: 'whereabouts_unknown', place: '区政府公告栏（示例）' },
    ...{ tried: '直接送达两次无人，邮寄送达被退回（示例）', photos: ['a'.repeat(64)] },
  },
};
/** What the supervision brigade returned. */
export const RETURNED_SCRIPT: readonly Step[] = [...ORDINARY_SCRIPT.slice(0, 6), ['supervision.returned', 'du', 1]];

/** What the host reports of its hearing. */
export const REPORTED = {
  'hearing.reported': {
    words:
      '当事人对堆放的事实没有异议，认为堆放系卸货途中临时停放，时间不足两小时，已自行清理，请求从轻处罚。\n当事人提交了送货单一份（示例）。',
    handlers: '调查人员出示现场勘验笔录、照片和询问笔录，认为当事人连续三日在同一处堆放，建议罚款500元（示例）。',
    facts:
      '当事人在黄石大道1号门前人行道堆放空箱，占用公共场地的事实清楚，有现场勘验笔录、照片为证，双方均无异议。\n送货单只能证明其中一日的卸货时间，不足以否定连续三日堆放的事实（示例）。',
    text: '建议按照拟处罚的内容作出决定；当事人已主动清理，可以在裁量幅度内酌情从轻（示例）。',
  },
};

/** Cleared in the place of the party after a decision and urging (行政强制法 §50). */
export const SUBSTITUTE_SCRIPT: readonly Step[] = HEARING_SCRIPT.flatMap((step): readonly Step[] =>
  step[0] === 'document.served:D25' ? [step, ['document.issued:D29', 'chen', 20], ['document.served:D29']] : [step],
);

/** Cleared at once, before anything was decided (§52): recorded against the rules of the procedure, because it happened. */
export const AT_ONCE_SCRIPT: readonly Step[] = [...TO_FILED, ['case.enforced', 'chen']];

/** On the spot, with a fine that is paid in cash and goes to the bank. */
export const CASH_SCRIPT: readonly Step[] = SPOT_SCRIPT.flatMap((step): readonly Step[] =>
  step[0] === 'payment.entered'
    ? [
        ['payment.entered', 'chen'],
        ['cash.handedIn:unit', 'chen', 1],
        ['cash.handedIn:bank', 'nei', 1],
      ]
    : [step],
);
const TAKEN = { way: 'cash', cashGround: 'unenforceable', cashReason: '当事人为流动摊贩，无固定住所（示例）' };
/** What its acts say: the same amount all the way. */
export const CASH = Object.fromEntries(
  CASH_SCRIPT.flatMap(([act]) =>
    /^(payment|cash)/.test(act) ? [[act, { amountFen: 20_000, ...(act.startsWith('p') ? TAKEN : {}) }]] : [],
  ),
);

/** Every paper of a case, with its model. */
export function papersOfTold(
  ...told: Parameters<typeof aTold>
): readonly { readonly offer: PaperOffer; readonly model: FormModel }[] {
  const { state, events } = aTold(...told);
  return papersOf(state).map((offer) => {
    const source = sourceOf(state, events, offer.event, aKnown());
    if (source === undefined) throw new Error(`no record ${offer.event}`);
    return { offer, model: buildPaper(offer.kind, source) };
  });
}
