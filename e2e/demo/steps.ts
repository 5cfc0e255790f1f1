import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { measured, type Measure } from '../../scripts/report/report.ts';

/** Runs the demo's steps one after the other, times each, and keeps a picture where one is asked for. */
export class DemoSteps {
  readonly #out: string;
  readonly #measures: Measure[] = [];
  #pictures = 0;

  constructor(out: string) {
    this.#out = out;
    mkdirSync(out, { recursive: true });
  }

  /** What was measured so far, in order. */
  get measures(): readonly Measure[] {
    return this.#measures;
  }

  /** Does a step and notes its milliseconds. */
  async step<T>(id: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    this.#measures.push(measured(`step.${id}`, Math.round(performance.now() - began), 'ms'));
    return result;
  }

  /** Notes something seen. */
  note(measure: Measure): void {
    this.#measures.push(measure);
  }

  /** Keeps a picture of the screen as `<n>-<name>.png`. */
  async picture(page: Page, name: string): Promise<void> {
    this.#pictures += 1;
    // Notifications come and go on their own; the picture is of the screen below them.
    await page.mouse.move(0, 0);
    // Animations run on: switching them off for the picture crashes Chromium 114's renderer now and then.
    await page.screenshot({ path: join(this.#out, `${String(this.#pictures).padStart(2, '0')}-${name}.png`) });
  }
}
