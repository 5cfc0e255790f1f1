import { useEffect } from 'react';

/** While the screen is locked, open dialogs (they hang on `body`) can neither be seen nor reached; they keep their content. */
export function useInertPortals(locked: boolean): void {
  useEffect(() => {
    if (!locked) return;
    const portals = [...document.body.querySelectorAll<HTMLElement>(':scope > [data-portal]')];
    for (const portal of portals) {
      portal.inert = true;
      portal.hidden = true;
    }
    return () => {
      for (const portal of portals) {
        portal.inert = false;
        portal.hidden = false;
      }
    };
  }, [locked]);
}
