import { useEffect, useState } from 'react';

/**
 * For a dialog that exists only while it is open: closing it gives the focus back to what opened it, so that a keyboard
 * goes on from there. The library does this only for dialogs that stay.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
