// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, type ComponentProps } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { importingText as words } from '../language/zh/importing.ts';

import { TableImportDialog } from './TableImportDialog.tsx';

type Props = ComponentProps<typeof TableImportDialog>;

const LEAD = '选择表格（示例）';
const TITLE = '导入（示例）';
const submit = (good: number): string => `导入 ${String(good)} 行`;
const onClose = vi.fn<Props['onClose']>();
const onRun = vi.fn<Props['onRun']>(() => Promise.resolve());

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
  vi.clearAllMocks();
  vi.unstubAllGlobals();
});

async function show(props: Partial<Props>): Promise<void> {
  const given: Props = {
    ...{ title: TITLE, lead: LEAD, size: 'lg', accept: '.csv', stage: 'file', problem: undefined, pending: false },
    ...{ submit, good: 0, onChoose: () => Promise.resolve(), onRun, onClose, children: null },
    ...props,
  };
  await act(async () => {
    root.render(
      <MantineProvider env="test">
        <TableImportDialog {...given} />
      </MantineProvider>,
    );
    await Promise.resolve();
  });
}

function buttons(): readonly HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>('[role="dialog"] button')];
}

/** The words on the buttons that can be pressed; `''` is the cross. */
function pressable(): readonly string[] {
  return buttons().flatMap((one) => (one.disabled ? [] : [one.textContent]));
}

async function press(name: string): Promise<void> {
  await act(async () => {
    buttons()
      .find((one) => one.textContent === name)
      ?.click();
    await Promise.resolve();
  });
}

function escape(): void {
  act(() => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true });
    document.querySelector('[role="dialog"]')?.dispatchEvent(event);
  });
}

describe('the dialog that takes a table in', () => {
  it('asks for a file first, once there is something to judge it by', async () => {
    await show({ waits: true });
    expect(pressable()).toEqual(['', words.cancel]);
    await show({});
    expect(pressable()).toEqual(['', words.cancel, words.choose]);
    expect(document.body.textContent).toContain(LEAD);
  });

  it('takes in the good rows, and nothing where there are none', async () => {
    await show({ stage: 'rows', good: 0 });
    expect(pressable()).toEqual(['', words.cancel, words.other]);
    await show({ stage: 'rows', good: 2 });
    await press(submit(2));
    expect(onRun).toHaveBeenCalledOnce();
  });

  it('offers nothing while it works; Esc leaves it unless the report would be lost', async () => {
    await show({ stage: 'rows', good: 2, pending: true, stays: true });
    expect(pressable().filter((name) => name !== submit(2))).toEqual([]);
    await press(submit(2));
    expect(onRun).not.toHaveBeenCalled();
    escape();
    expect(onClose).not.toHaveBeenCalled();
    await show({ stage: 'rows', good: 2, pending: true });
    escape();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says what was done and can only be closed then', async () => {
    await show({ stage: 'done', good: 2, children: <p>已导入 2 行</p> });
    expect(pressable()).toEqual(['', words.close]);
    expect(document.body.textContent).toContain('已导入 2 行');
    expect(document.body.textContent).not.toContain(LEAD);
    await press(words.close);
    expect(onClose).toHaveBeenCalledOnce();
  });
});
