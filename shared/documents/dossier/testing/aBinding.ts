import { photosOf } from '../../../case/apply.ts';
import { aSheetInput } from '../../testing/aSheetInput.ts';
import { placed, type Binding } from '../binding.ts';
import type { DossierOrder } from '../manifest.ts';
import { piecesOf } from '../pieces.ts';

import { aFrozenFile } from './aDossier.ts';

/** That case as it is bound, each piece of two pages. `changes`: what the data of an act says instead. */
export function aBinding(order: DossierOrder, changes: Parameters<typeof aFrozenFile>[0] = {}): Binding {
  const { state, events } = aFrozenFile(changes);
  const { pieces, unprinted } = piecesOf(state, events);
  const { org } = aSheetInput();
  return {
    ...{ org, state, events, order, unprinted },
    pieces: placed(pieces, order, () => 2),
    photos: new Set(events.flatMap((event) => photosOf(event))).size,
    madeAt: '2026-03-05T01:00:00.000Z',
    orgName: () => org.name,
  };
}
