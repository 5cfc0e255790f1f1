import type { EventData } from '../events/registry.ts';
import { chinaDateOf, formatChinaDate, formatChinaInstant } from '../kernel/chinaTime.ts';

import type { SheetRefusal } from './definition.ts';
import { untilKnown } from './fileWording.ts';
import { CROSSED_OUT, filled } from './form.ts';
import type { MeasureFacts } from './sheetFacts.ts';
import type { SheetInput } from './sheetInput.ts';
import type { SheetList } from './sheetModel.ts';

type Taken = EventData<'measure.taken'>;
type Ended = EventData<'measure.ended'>;

/** The measure as a verb of the decision. */
const VERBS: Readonly<Record<Taken['measure'], string>> = {
  register: '先行登记保存',
  seizure: '扣押',
  seal: '查封',
  site_seal: '查封',
};
/** What becomes of registered things (行政处罚法 §56); what is taken away needs a decision of its own. */
const HANDLED: Readonly<Record<Ended['result'], string>> = {
  returned: '解除先行登记保存，物品退还当事人',
  confiscated: '作为非法财物，按照行政处罚决定没收',
  seized: '依法转为扣押，另行交付扣押决定书和清单',
  handed_on: '移送有权处理的机关',
  auctioned: '依法拍卖或者变卖，保存所得款项',
};

/** Refuses a paper whose measure the file does not have. */
export function measureMissing({ of }: SheetInput): SheetRefusal | undefined {
  return of?.measure === undefined ? 'no_record' : undefined;
}

/** As `measureMissing`, for papers of a measure that has ended. */
export function endMissing({ of }: SheetInput): SheetRefusal | undefined {
  return of?.measure?.ended === undefined ? 'no_record' : undefined;
}

/** `查封` or `扣押`, or both words while it is not known which. */
export function verbOf(measure: MeasureFacts | undefined): string {
  return measure === undefined ? '查封（扣押）' : VERBS[measure.taken.measure];
}

/** What is decided on registered things. */
export function handledAs(measure: MeasureFacts | undefined): string {
  return measure?.ended === undefined ? CROSSED_OUT : HANDLED[measure.ended.result];
}

/** `2026年3月2日10时0分，在黄石大道1号`, of a measure that was taken. */
export function takenWhere(measure: MeasureFacts | undefined): string {
  return measure === undefined
    ? CROSSED_OUT
    : `${formatChinaInstant(Date.parse(measure.taken.at))}，在${measure.taken.place}`;
}

/** From the day on which it was taken to its last day. */
export function lastsFromTo(measure: MeasureFacts | undefined): string {
  if (measure?.untilOn === undefined) return `自${CROSSED_OUT}起至${CROSSED_OUT}止`;
  return `自${dayOf(measure.taken.at)}起至${formatChinaDate(measure.untilOn)}止`;
}

/** The day until which registered things are kept. */
export function keptUntil(measure: MeasureFacts | undefined): string {
  return untilKnown(measure?.untilOn);
}

/** The paper that was handed over when the measure was taken, e.g. `2026年3月2日以黄城管扣字〔2026〕1号决定书`. */
export function paperOf(measure: MeasureFacts | undefined, paper: string): string {
  if (measure === undefined) return `以${paper}`;
  const number = measure.number === undefined ? '' : `（${measure.number}）`;
  return `于${dayOf(measure.taken.at)}以${paper}${number}`;
}

/** 清单: every thing of the measures, counted through. `last`: head of the last column and what stands in it. */
export function thingsList(
  heading: string,
  measures: readonly (MeasureFacts | undefined)[],
  last?: { readonly head: string; readonly of: (measure: MeasureFacts) => string },
): SheetList {
  const things = measures.flatMap((measure) =>
    measure === undefined ? [] : measure.taken.items.map((item) => ({ item, measure })),
  );
  const columns = ['序号', '名称', '规格型号', '数量', '状况', last?.head ?? '备注'];
  const rows = things.map(({ item, measure }, index) => [
    String(index + 1),
    filled(item.name),
    filled(item.spec),
    filled(item.quantity),
    filled(item.state),
    filled(last === undefined ? item.note : last.of(measure)),
  ]);
  const count = rows.length === 0 ? '没有物品' : `以上共${String(rows.length)}项`;
  return {
    heading,
    columns,
    shares: [3, 8, 7, 4, 6, 6],
    rows: rows.length === 0 ? [columns.map(() => CROSSED_OUT)] : rows,
    note: `（${count}，以下空白）`,
  };
}

function dayOf(iso: string): string {
  return formatChinaDate(chinaDateOf(Date.parse(iso)));
}
