import { describe, expect, it } from 'vitest';

import type { EventEnvelope } from '../events/envelope.ts';
import { aUuid } from '../testing/builders.ts';
import { ORDINARY_SCRIPT } from '../testing/fileScripts.ts';
import { FileStory, type Account } from '../testing/fileStory.ts';

import { foldCase } from './fold.ts';
import { printSums } from './prints.ts';
import type { CaseState } from './state.ts';

const PRINT = { printer: 'Office', copies: 2, printedAt: '2024-03-04T02:00:00.000Z' };

class Printing extends FileStory {
  #jobs = 0;

  print(document: string, by: Account = 'nei', overrides: Record<string, unknown> = {}): EventEnvelope {
    this.#jobs += 1;
    const data = { ...PRINT, document, job: aUuid(700 + this.#jobs), ...overrides };
    return this.write('document.printed', data, { by, follows: undefined });
  }
}

function archived(): { readonly story: Printing; readonly document: string } {
  const story = new Printing();
  for (const [act, by, days = 0] of ORDINARY_SCRIPT) story.wait(days).add(act, by);
  const document = story.state()?.documents.at(-1)?.document;
  if (document === undefined) throw new Error('the script issues a document');
  return { story, document };
}

/** The case without what prints leave in it. */
function withoutPrints(state: CaseState | undefined): unknown {
  return {
    ...state,
    documents: state?.documents.map(({ prints: _, ...document }) => document),
    timeline: state?.timeline.filter(({ type }) => type !== 'document.printed'),
  };
}

describe('a print', () => {
  it('of an archived file counts, and changes nothing else', () => {
    const { story, document } = archived();
    const before = story.state();
    story.print(document);
    const after = story.state();
    expect(after?.timeline.at(-1)).toMatchObject({
      type: 'document.printed',
      verdict: { is: 'applied' },
      detail: 'Office',
    });
    expect(after?.documents.at(-1)?.prints).toEqual([expect.objectContaining({ by: 'nei', copies: 2 })]);
    expect(withoutPrints(after)).toEqual(withoutPrints(before));
  });

  it('anywhere in the history of a file leaves every verdict as it was', () => {
    const { story, document } = archived();
    const before = withoutPrints(story.state());
    const at = story.events.findIndex(
      ({ type, data }) => type === 'document.issued' && (data as { document: string }).document === document,
    );
    const rest = story.events.slice(at + 1);
    expect(rest.length).toBeGreaterThan(3);
    for (const [n, event] of rest.entries()) {
      const header = { by: 'nei', at: event.at, follows: undefined };
      const data = { ...PRINT, document, job: aUuid(800 + n) };
      const copy = new Printing();
      copy.events.push(...story.events);
      copy.write('document.printed', data, header);
      expect(withoutPrints(copy.state())).toEqual(before);
    }
  });

  it('told twice counts once', () => {
    const { story, document } = archived();
    const job = aUuid(900);
    story.print(document, 'nei', { job });
    story.print(document, 'nei', { job });
    expect(story.state()?.documents.at(-1)?.prints).toHaveLength(1);
  });

  it('by the brigade or an assistant, or of a document nobody issued, is void', () => {
    const { story, document } = archived();
    story.print(document, 'du');
    story.print(document, 'zhou');
    story.print(aUuid(999));
    const verdicts = story
      .state()
      ?.timeline.slice(-3)
      .map(({ verdict }) => verdict);
    expect(verdicts).toMatchObject([
      { is: 'void', reason: 'wrong_role' },
      { is: 'void', reason: 'wrong_role' },
      { is: 'void', reason: 'document_not_issued' },
    ]);
    expect(story.state()?.documents.every(({ prints }) => prints === undefined)).toBe(true);
  });

  it('does not open a case, and without one is nothing', () => {
    const { story, document } = archived();
    const print = story.print(document);
    expect(foldCase([print])).toBeUndefined();
  });
});

describe('printSums', () => {
  it('adds the copies and knows the last time', () => {
    const { story, document } = archived();
    expect(printSums(story.state()?.documents.at(-1)?.prints)).toBeUndefined();
    story.print(document, 'nei', { printedAt: '2024-06-02T00:00:00.000Z' });
    story.print(document, 'chen', { copies: 3 });
    const sums = printSums(story.state()?.documents.at(-1)?.prints);
    expect(sums).toEqual({ copies: 5, lastAt: '2024-06-02T00:00:00.000Z' });
  });
});
