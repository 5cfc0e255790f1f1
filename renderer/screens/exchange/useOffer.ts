import { useCallback, useEffect, useState } from 'react';

import { send, type CommandAnswer, type CommandResults } from '#renderer/data/client.ts';
import type { ExchangeRow } from '#renderer/queries/exchange.ts';
import type { EventData } from '#shared/events/registry.ts';

/** See `PLATFORMS`. */
export type Platform = EventData<'exchange.packed'>['platform'];
type Offer = CommandAnswer<CommandResults['exchange.offer']>;

/** What is to go out, asked again when a package left or a receipt came; `undefined` while it is asked for the first time. */
export function useOffer(
  platform: Platform,
  from: string,
  packages: readonly ExchangeRow[],
): { readonly offer: Offer | undefined; readonly again: () => void } {
  const [offer, setOffer] = useState<Offer>();
  const [round, setRound] = useState(0);
  const asked = JSON.stringify(packages.map(({ id, items }) => [id, items.map(({ answer }) => answer?.at)]));
  useEffect(() => {
    let wanted = true;
    void send('exchange.offer', { platform, from }).then((answer) => {
      if (wanted) setOffer(answer);
    });
    return () => {
      wanted = false;
    };
  }, [platform, from, asked, round]);
  return { offer, again: useCallback(() => setRound((before) => before + 1), []) };
}
