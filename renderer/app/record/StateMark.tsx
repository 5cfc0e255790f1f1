import type { ReactNode } from 'react';

import type { ItemState } from '#shared/sync/itemState.ts';

import { StatusBadge } from '../../components/StatusBadge.tsx';
import { stateWords } from '../language/zh/states.ts';

/** Where something stands on its way to the server; nothing once it is there. */
export function StateMark({ state }: { readonly state: ItemState }): ReactNode {
  if (state === 'server') return null;
  const { text, tone } = stateWords[state];
  return <StatusBadge tone={tone}>{text}</StatusBadge>;
}
