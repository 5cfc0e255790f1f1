import { createContext, useContext, useState, type ReactNode } from 'react';

type Slot = { readonly element: HTMLElement | null; readonly setElement: (element: HTMLElement | null) => void };

const SlotContext = createContext<Slot>({ element: null, setElement: () => undefined });

/** Lets a page put its heading into the top bar, where it stays in view and costs no height. */
export function PageTitleProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [element, setElement] = useState<HTMLElement | null>(null);
  return <SlotContext.Provider value={{ element, setElement }}>{children}</SlotContext.Provider>;
}

/** Where the heading of the page appears. */
export function PageTitleSlot({ className }: { readonly className?: string | undefined }): ReactNode {
  const { setElement } = useContext(SlotContext);
  return <div ref={setElement} className={className} />;
}

/** The place of the heading, or null when there is none (then it stands in the page). */
export function usePageTitleSlot(): HTMLElement | null {
  return useContext(SlotContext).element;
}
