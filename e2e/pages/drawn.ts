import type { Locator, Page } from '@playwright/test';

/** Draws two strokes into the field of a pad, as a name is written. */
export async function drawInto(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.locator('canvas').boundingBox();
  if (box === null) throw new Error('no field to draw in');
  for (const [from, to] of [
    [0.2, 0.5],
    [0.5, 0.8],
  ] as const) {
    await page.mouse.move(box.x + from * box.width, box.y + 0.3 * box.height);
    await page.mouse.down();
    await page.mouse.move(box.x + to * box.width, box.y + 0.7 * box.height, { steps: 8 });
    await page.mouse.up();
  }
}
