import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { Power } from './powerFile.ts';

/** Who wants to handle which matter, where, on which day: that of the step, as power must be there when it is used. */
export type PowerQuestion = {
  readonly org: string;
  readonly matter: string;
  readonly division: string;
  readonly street: string;
  readonly on: ChinaDate;
};

/** Whether the organisation has power, by what; or who has it, the nearest first: of the street, the division, the city. */
export type PowerAnswer =
  | { readonly has: true; readonly by: Power['by']; readonly reference?: string | undefined }
  | { readonly has: false; readonly competent: readonly string[] };

/** The law by which a step outside the power is refused. */
export const POWER_ARTICLE = '行政处罚法 §22';

/**
 * Whether an organisation has power over a matter at a place on a day (行政处罚法 §22, §24). Of several entries the one
 * that says most exactly counts: street before division before everywhere, then code before family, then own before
 * delegated, then the first of the file.
 *
 * An organisation that no entry names, on whatever day, is not limited and has its own power: a list says nothing of who
 * is not in it, so no list, or an example of other organisations, closes nothing. Whoever is named has only what it says;
 * `competent` is empty when nobody on the list has the power. Streets do not take a power from their district by
 * themselves: `exceptStreets` does.
 */
export function powerOf(powers: readonly Power[], question: PowerQuestion): PowerAnswer {
  if (!powers.some(({ org }) => org === question.org)) return { has: true, by: 'own' };
  const reaching = powers
    .filter((power) => reaches(power, question))
    .sort((a, b) => exactness(b, question) - exactness(a, question));
  const own = reaching.find(({ org }) => org === question.org);
  if (own === undefined) return { has: false, competent: [...new Set(reaching.map(({ org }) => org))] };
  const { by, reference } = own;
  return reference === undefined ? { has: true, by } : { has: true, by, reference };
}

function reaches(power: Power, { matter, division, street, on }: PowerQuestion): boolean {
  if (on < power.validFrom || (power.validTo !== undefined && power.validTo < on)) return false;
  const { matters, exceptMatters = [], exceptStreets = [] } = power;
  if (!names(matters, matter) || names(exceptMatters, matter) || exceptStreets.includes(street)) return false;
  const isEverywhere = power.divisions === undefined && power.streets === undefined;
  return isEverywhere || isOfStreet(power, street) || isOfDivision(power, division);
}

/** Higher is more exact; the parts of the order do not outweigh each other. */
function exactness(power: Power, { matter, division, street }: PowerQuestion): number {
  const place = isOfStreet(power, street) ? 2 : isOfDivision(power, division) ? 1 : 0;
  const kind = power.matters.includes(matter) ? 1 : 0;
  return place * 4 + kind * 2 + (power.by === 'own' ? 1 : 0);
}

function names(list: readonly string[], matter: string): boolean {
  return list.includes(matter) || list.includes(matter.slice(0, 2));
}

function isOfStreet({ streets = [] }: Power, street: string): boolean {
  return streets.includes(street);
}

function isOfDivision({ divisions = [] }: Power, division: string): boolean {
  return divisions.some((code) => code === division || (code.endsWith('00') && division.startsWith(code.slice(0, 4))));
}
