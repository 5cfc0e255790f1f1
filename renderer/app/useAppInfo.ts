import { useEffect, useState } from 'react';

import type { BridgeOutput } from '#shared/bridge/contract.ts';

import { bridge } from './bridge.ts';

/** Versions, server and key storage as the main process knows them. */
export type AppInfo = BridgeOutput<'app.info'>;

/** The app's own facts; `undefined` while loading, `null` when main does not answer. */
export function useAppInfo(): AppInfo | null | undefined {
  const [info, setInfo] = useState<AppInfo | null>();
  useEffect(() => {
    let wanted = true;
    void bridge.invoke('app.info', {}).then((answer) => {
      if (wanted) setInfo(answer.ok ? answer.value : null);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return info;
}
