import { useEffect, useState } from 'react';

import { bridge } from '#renderer/app/bridge.ts';
import type { BridgeAnswer } from '#shared/bridge/contract.ts';

/** The printers as main knows them now; asked anew with each `round`. `undefined` while loading. */
export function usePrinters(round: number): BridgeAnswer<'printing.printers'> | undefined {
  const [asked, setAsked] = useState<{ readonly round: number; readonly answer: BridgeAnswer<'printing.printers'> }>();
  useEffect(() => {
    let wanted = true;
    void bridge.invoke('printing.printers', {}).then((answer) => {
      if (wanted) setAsked({ round, answer });
    });
    return () => {
      wanted = false;
    };
  }, [round]);
  return asked?.round === round ? asked.answer : undefined;
}
