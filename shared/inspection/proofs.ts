import type { ItemAnswer } from '../events/inspectionEvents.ts';

/** When an inspection proves something: an item has one of the answers or values, or a number within bounds. */
export type ProofCondition =
  | { readonly when: 'answer'; readonly item: string; readonly isOneOf: readonly string[] }
  | { readonly when: 'value'; readonly item: string; readonly isOneOf: readonly string[] }
  | {
      readonly when: 'number';
      readonly item: string;
      readonly atLeast?: number | undefined;
      readonly below?: number | undefined;
    };

/**
 * What a checklist says its records prove for the year plan: a measure, when, how much of it (the code of a number item; absent:
 * one) and which items must carry a photo. Of two photo items (before and after) the photos must differ.
 */
export type Proof = {
  readonly measure: string;
  readonly when: ProofCondition;
  readonly amount?: string | undefined;
  readonly photos?: readonly string[] | undefined;
};

/** What an inspection proves: the measures, and of each how much as decimal text. */
export type Proofs = { readonly proves: readonly string[]; readonly amounts: Readonly<Record<string, string>> };

/** A checklist as far as proofs go. */
export type ProvingChecklist = { readonly id: string; readonly proofs?: readonly Proof[] | undefined };

/** An answer; in a repeated section `entry` says to which of its entries (处, 户, 泊位) it belongs, from 1. */
type Answer = Pick<ItemAnswer, 'item' | 'answer' | 'value'> & {
  readonly photos: readonly string[];
  readonly entry?: number | undefined;
};

const DECIMALS = 3;
const SCALE = 10 ** DECIMALS;

/**
 * What the answers of a record prove by the checklist's version. An entry of a repeated section proves by itself, with what
 * was answered outside of it; the amounts of entries are added up. Nothing is proved by an amount that is zero, missing or no
 * number, nor without the photos the proof asks for.
 */
export function proofsOf(checklist: ProvingChecklist, answers: readonly Answer[]): Proofs {
  const sums = new Map<string, number>();
  for (const proof of checklist.proofs ?? []) {
    const entries = new Set(answers.flatMap((one) => (one.item === proof.when.item ? [one.entry] : [])));
    for (const entry of entries) {
      const amount = amountOf(proof, answersFor(answers, entry));
      if (amount > 0) sums.set(proof.measure, (sums.get(proof.measure) ?? 0) + amount);
    }
  }
  return {
    proves: [...sums.keys()],
    amounts: Object.fromEntries([...sums].map(([measure, sum]) => [measure, decimalText(sum)])),
  };
}

/** The last answer to each item within an entry; outside of it those that belong to none. */
function answersFor(answers: readonly Answer[], entry: number | undefined): ReadonlyMap<string, Answer> {
  const common = answers.filter((one) => one.entry === undefined);
  const own = entry === undefined ? [] : answers.filter((one) => one.entry === entry);
  return new Map([...common, ...own].map((one) => [one.item, one]));
}

/** In thousandths; zero when it proves nothing. */
function amountOf({ when, amount, photos = [] }: Proof, given: ReadonlyMap<string, Answer>): number {
  if (!holds(when, given.get(when.item))) return 0;
  const shown = photos.map((item) => given.get(item)?.photos ?? []);
  if (shown.some((one) => one.length === 0)) return 0;
  if (shown.length > 1 && new Set(shown.flat()).size < shown.length) return 0;
  if (amount === undefined) return SCALE;
  return scaledOf(given.get(amount)?.value) ?? 0;
}

function holds(when: ProofCondition, answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  if (when.when === 'answer') return when.isOneOf.includes(answer.answer);
  if (when.when === 'value') return answer.value !== undefined && when.isOneOf.includes(answer.value);
  const number = scaledOf(answer.value);
  if (number === undefined) return false;
  const { atLeast, below } = when;
  return (atLeast === undefined || number >= atLeast * SCALE) && (below === undefined || number < below * SCALE);
}

function scaledOf(text: string | undefined): number | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, sign, whole = '', rest = ''] = match;
  const number = Number(whole) * SCALE + Number(rest.padEnd(DECIMALS, '0'));
  return sign === '-' ? -number : number;
}

function decimalText(scaled: number): string {
  const rest = String(scaled % SCALE)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '');
  return `${String(Math.floor(scaled / SCALE))}${rest === '' ? '' : `.${rest}`}`;
}
