import { useEffect, useState } from 'react';

import type { BridgeOutput } from '#shared/bridge/contract.ts';

import { bridge } from '../bridge.ts';

/** What an export would hold, from the journal itself. */
export type BundleSummary = BridgeOutput<'bundle.summary'>;

/** Asks again whenever `of` changes; `undefined` while loading, `null` when main does not answer. */
export function useSummary(of: unknown): BundleSummary | null | undefined {
  const [summary, setSummary] = useState<BundleSummary | null>();
  useEffect(() => {
    let wanted = true;
    void bridge.invoke('bundle.summary', {}).then((answer) => {
      if (wanted) setSummary(answer.ok ? answer.value : null);
    });
    return () => {
      wanted = false;
    };
  }, [of]);
  return summary;
}
