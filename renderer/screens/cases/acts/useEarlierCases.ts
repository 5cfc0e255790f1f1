import { useMemo } from 'react';

import { useEveryCase } from '#renderer/queries/cases.ts';
import { earlierCases, type EarlierCase, type OffenceQuestion } from '#shared/catalogue/firstOffence.ts';

import { pastCases, type PastCase } from './discretion.ts';

/** Earlier cases of a party on this device, newest first; `undefined` while loading. Reads every case: for open panels. */
export function useEarlierCases(
  question: Omit<OffenceQuestion, 'matter'>,
): readonly EarlierCase<PastCase>[] | undefined {
  const rows = useEveryCase();
  const past = useMemo(() => rows && pastCases(rows), [rows]);
  const asked = JSON.stringify(question);
  return useMemo(() => past && earlierCases(past, JSON.parse(asked) as Omit<OffenceQuestion, 'matter'>), [past, asked]);
}

/** How many of them are about that matter: 初次违法 is asked for one kind of act. */
export function countOfMatter(earlier: readonly EarlierCase<PastCase>[], matter: string): number {
  return earlier.filter(({ row }) => row.matterCodes.includes(matter)).length;
}
