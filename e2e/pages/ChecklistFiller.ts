import { expect, type Locator, type Page } from '@playwright/test';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import { keyOf } from '#shared/inspection/answers.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import type { ChecklistItem } from '#shared/inspection/item.ts';
import { allItems } from '#shared/inspection/visible.ts';
import { showDegrees } from '#shared/kernel/degrees.ts';

import type { PhotoFile } from '../fixtures/photos.ts';

import { drawInto } from './drawn.ts';

const words = inspectionsText.form;

/** Fills any checklist on the screen, item by item, as its kind wants it. */
export class ChecklistFiller {
  readonly page: Page;
  readonly #items: ReadonlyMap<string, ChecklistItem>;
  readonly #photo: PhotoFile;

  constructor(page: Page, checklist: Checklist, photo: PhotoFile) {
    this.page = page;
    this.#items = new Map(allItems(checklist).map(({ item }) => [item.code, item]));
    this.#photo = photo;
  }

  /** Gives these answers, in order. */
  async fill(answers: readonly ItemAnswer[]): Promise<void> {
    for (const answer of answers) {
      const item = this.#items.get(answer.item);
      if (item === undefined) throw new Error(`no item ${answer.item}`);
      await this.#answer(item, answer);
    }
  }

  /** The card of an item. */
  card(answer: Pick<ItemAnswer, 'item' | 'entry'>): Locator {
    return this.page.locator(`#item-${keyOf(answer).replace('#', '-')}`);
  }

  async #answer(item: ChecklistItem, answer: ItemAnswer): Promise<void> {
    const card = this.card(answer);
    const value = answer.value ?? '';
    switch (item.kind) {
      case 'check':
        await card.getByRole('radio', { name: words.answers[answer.answer], exact: true }).click();
        if (answer.photos.length > 0) await this.#addPhoto(card);
        break;
      case 'choice': {
        const text = item.options.find((option) => option.value === value)?.text ?? value;
        await card.getByRole('radio', { name: text, exact: true }).click();
        break;
      }
      case 'photo':
        await this.#addPhoto(card);
        break;
      case 'date':
        await card.locator('input').first().fill(value);
        await card.locator('input').first().press('Tab');
        break;
      case 'number':
      case 'text':
        await card.getByRole('textbox').first().fill(value);
        if (answer.photos.length > 0) await this.#addPhoto(card);
        break;
      case 'location':
        if (answer.position === undefined) {
          await this.#excuse(card, words.location, answer.note ?? '');
          break;
        }
        await card.getByLabel(words.location.lon).fill(showDegrees(answer.position.lonE7));
        await card.getByLabel(words.location.lat).fill(showDegrees(answer.position.latE7));
        await expect(card.getByRole('status')).toContainText(words.location.sources.manual);
        break;
      case 'signature':
        if (answer.photos.length === 0) {
          await this.#excuse(card, words.signature, answer.note ?? '');
          break;
        }
        await card.getByLabel(words.signature.name).fill(value);
        await drawInto(this.page, card.getByRole('group', { name: new RegExp(words.signature.pad) }));
        await card.getByRole('button', { name: words.signature.keep }).click();
        await expect(card.getByRole('button', { name: words.signature.again })).toBeVisible();
        break;
    }
  }

  /** Says why a place or a signature could not be had. */
  async #excuse(card: Locator, say: { readonly cannot: string; readonly reason: string }, why: string): Promise<void> {
    await card.getByRole('button', { name: say.cannot }).click();
    await card.getByLabel(say.reason).fill(why);
  }

  async #addPhoto(card: Locator): Promise<void> {
    await card.locator('input[type="file"]').setInputFiles([this.#photo]);
    await expect(card.locator('li img')).toHaveCount(1);
  }
}
