import { useEffect, useState } from 'react';

import type { BridgeApi } from '#shared/bridge/contract.ts';
import type { DiskState } from '#shared/bridge/disk.ts';

const LOOK_EVERY_MS = 4_000;

/** How much room the disk has; `undefined` until main has answered. Asked past the stores, which a full disk can stop. */
export function useDisk(bridge: BridgeApi): DiskState | undefined {
  const [disk, setDisk] = useState<DiskState>();
  useEffect(() => {
    let wanted = true;
    const look = async (): Promise<void> => {
      const answer = await bridge.invoke('disk.state', {});
      if (wanted && answer.ok) setDisk(answer.value);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [bridge]);
  return disk;
}
