import { useMemo } from 'react';

import { useCaseRows } from '#renderer/queries/caseLines/useCaseRows.ts';
import { earlierCases, identityKeys, type EarlierCase, type OffenceQuestion } from '#shared/catalogue/firstOffence.ts';

import { pastCases, type PastCase } from './discretion.ts';

/** Earlier cases of a party on this device, newest first; `undefined` while loading. */
export function useEarlierCases(
  question: Omit<OffenceQuestion, 'matter'>,
): readonly EarlierCase<PastCase>[] | undefined {
  const rows = useCaseRows({ about: { parties: identityKeys(question.party) } });
  const past = useMemo(() => rows && pastCases(rows), [rows]);
  const asked = JSON.stringify(question);
  return useMemo(() => past && earlierCases(past, JSON.parse(asked) as Omit<OffenceQuestion, 'matter'>), [past, asked]);
}

/** How many of them are about that matter: 初次违法 is asked for one kind of act. */
export function countOfMatter(earlier: readonly EarlierCase<PastCase>[], matter: string): number {
  return earlier.filter(({ row }) => row.matterCodes.includes(matter)).length;
}
