import type { Page } from '@playwright/test';

/** Without a change for so long, the screen shows the answer; milliseconds. */
const STILL_MS = 500;
/** A screen that shows nothing new within this long has not answered; milliseconds. */
const WITHIN_MS = 10_000;

/** Functions are put into it, not named: names inside of what a page evaluates need a helper that is not there. */
type Watched = {
  beganMs: number | undefined;
  changedMs: number;
  paintedMs: number | undefined;
  frame?: () => void;
  begin?: (event: Event) => void;
  end?: () => void;
};

/**
 * Does something in a window and answers how long after its first event of that kind the last frame was drawn that changed
 * what stands in `main`, in milliseconds. What happens between, deferred drawing included, counts.
 */
export async function toPaint(page: Page, event: 'input' | 'click', act: () => Promise<void>): Promise<number> {
  await page.evaluate((kind) => {
    const main = document.querySelector('main');
    if (main === null) throw new Error('there is no screen');
    const seen: Watched = { beganMs: undefined, changedMs: performance.now(), paintedMs: undefined };
    // Posted from within a frame, a message is answered after the frame was drawn.
    seen.frame = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          seen.paintedMs = performance.now();
          port1.close();
        };
        port2.postMessage(undefined);
      });
    // An answer that is the same as the last one is on the screen with the next frame.
    seen.begin = ({ timeStamp }: Event): void => {
      seen.beganMs = timeStamp;
      seen.changedMs = performance.now();
      seen.frame?.();
    };
    const observer = new MutationObserver(() => {
      if (seen.beganMs === undefined) return;
      seen.changedMs = performance.now();
      seen.frame?.();
    });
    document.addEventListener(kind, seen.begin, { capture: true });
    observer.observe(main, { childList: true, characterData: true, subtree: true });
    seen.end = () => {
      observer.disconnect();
      if (seen.begin !== undefined) document.removeEventListener(kind, seen.begin, { capture: true });
    };
    Reflect.set(globalThis, '__paints', seen);
  }, event);
  await act();
  return page.evaluate(
    async ([stillMs, withinMs]) => {
      const seen = Reflect.get(globalThis, '__paints') as Watched;
      const startedMs = performance.now();
      try {
        for (;;) {
          await new Promise((resolve) => {
            setTimeout(resolve, 20);
          });
          const nowMs = performance.now();
          const isStill = nowMs - seen.changedMs > stillMs && seen.paintedMs !== undefined;
          if (isStill && seen.beganMs !== undefined && seen.paintedMs !== undefined)
            return seen.paintedMs - seen.beganMs;
          if (nowMs - startedMs > withinMs) throw new Error('nothing was drawn');
        }
      } finally {
        seen.end?.();
      }
    },
    [STILL_MS, WITHIN_MS] as const,
  );
}
