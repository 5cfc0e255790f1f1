// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { bundleText as words } from '../language/zh/bundle.ts';

import { ExportFromFailedStart } from './ExportFromFailedStart.tsx';

/** The main process as far as exporting goes: it holds work, and remembers what it was asked to write. */
class FakeMain {
  readonly summary: object;
  readonly written: unknown[] = [];

  constructor(summary: object) {
    this.summary = summary;
  }

  invoke = (channel: string, input: unknown): Promise<unknown> => {
    if (channel === 'bundle.summary') return Promise.resolve({ ok: true, value: this.summary });
    if (channel === 'bundle.export') {
      this.written.push(input);
      const value = { saved: true, path: '/stick/work.xzbundle', events: 3, blobs: 2, bytes: 9, gaps: 1 };
      return Promise.resolve({ ok: true, value });
    }
    return Promise.resolve({ ok: true, value: { is: 'idle' } });
  };
}

const recoveryKey = { keyId: '0123456789abcdef', madeAt: '2026-11-24T01:02:03.000Z' };
let root: Root;
let box: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  box = document.createElement('div');
  document.body.append(box);
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.unstubAllGlobals();
});

async function show(main: FakeMain): Promise<void> {
  Reflect.set(window, 'xunzhi', main);
  await act(async () => {
    root.render(
      <MantineProvider env="test">
        <ExportFromFailedStart />
      </MantineProvider>,
    );
    await Promise.resolve();
  });
}

function button(name: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find((one) => one.textContent === name);
}

async function click(name: string): Promise<void> {
  await act(async () => {
    button(name)?.click();
    await Promise.resolve();
  });
}

describe('when the data worker could not start', () => {
  it('un-synced work can still leave, without asking the worker for states', async () => {
    const main = new FakeMain({ recoveryKey, events: 3, blobs: 2, bytes: 9 });
    await show(main);
    expect(box.textContent).toContain(words.unsynced(3, 2));
    await click(words.export);
    await click(words.choosePlace);
    expect(main.written).toEqual([{ states: {} }]);
    expect(document.body.textContent).toContain(words.exportedTo('/stick/work.xzbundle'));
    expect(document.body.textContent).toContain(words.gaps(1));
  });

  it('nothing is offered when nothing waits, and a missing recovery key is said', async () => {
    await show(new FakeMain({ recoveryKey, events: 0, blobs: 0, bytes: 0 }));
    expect(button(words.export)).toBeUndefined();
    act(() => root.unmount());
    root = createRoot(box);
    await show(new FakeMain({ events: 1, blobs: 0, bytes: 0 }));
    expect(button(words.export)?.disabled).toBe(true);
    expect(box.textContent).toContain(words.noKey);
  });
});
