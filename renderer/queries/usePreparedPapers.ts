import { useEffect } from 'react';

import { send } from '#renderer/data/client.ts';

/** On a page that documents are made on: fonts and code are read while the page is, and not when the first one is asked for. */
export function usePreparedPapers(): void {
  useEffect(() => {
    void send('paper.prepare', {});
  }, []);
}
