import { createContext, useContext } from 'react';

/** True below a preview: nothing is kept, so that nothing is taken in either. */
export const PreviewContext = createContext(false);

/** True where the form is only shown. */
export function useIsPreview(): boolean {
  return useContext(PreviewContext);
}
