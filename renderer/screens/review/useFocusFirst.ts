import { useEffect, useRef, type RefObject } from 'react';

/** Puts the focus on the form's first text when it opens: the person asked for the form by pressing a button. */
export function useFocusFirst(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus();
  }, []);
  return form;
}
