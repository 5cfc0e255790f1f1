import type { Page } from '@playwright/test';

/** Begins to watch the frames of a page; answers how to learn the longest pause between two of them, in milliseconds. */
export async function watchFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { longestMs: 0, lastMs: performance.now(), isWatched: true };
    Reflect.set(globalThis, '__frames', seen);
    void (async () => {
      await new Promise(requestAnimationFrame);
      for (seen.lastMs = performance.now(); seen.isWatched;) {
        await new Promise(requestAnimationFrame);
        const nowMs = performance.now();
        seen.longestMs = Math.max(seen.longestMs, nowMs - seen.lastMs);
        seen.lastMs = nowMs;
      }
    })();
  });
  return () =>
    page.evaluate(() => {
      const seen = Reflect.get(globalThis, '__frames') as { longestMs: number; lastMs: number; isWatched: boolean };
      seen.isWatched = false;
      // A frame that has not come yet counts, too.
      return Math.max(seen.longestMs, performance.now() - seen.lastMs);
    });
}
