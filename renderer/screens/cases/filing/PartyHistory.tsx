import type { ReactNode } from 'react';

import { Panel } from '#renderer/components/Panel.tsx';
import { useToday } from '#renderer/queries/useNow.ts';
import type { Party } from '#shared/events/party.ts';

import { EarlierCasesOf } from '../acts/EarlierCases.tsx';
import { partyOf } from '../acts/party.ts';

import type { NewFile } from './newFile.ts';

/** 首违不罚 before a penalty on the spot: what this device knows of the party as it is typed (行政处罚法 §33). */
export function PartyHistory({ party, matter }: Pick<NewFile, 'party' | 'matter'>): ReactNode {
  const today = useToday();
  return (
    <Panel>
      {/* As far as it is typed: what is missing matches nobody. */}
      <EarlierCasesOf party={partyOf(party) as Party} on={today} matter={matter} />
    </Panel>
  );
}
