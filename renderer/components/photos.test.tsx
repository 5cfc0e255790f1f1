// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { PhotoGrid, PhotoTile } from './PhotoGrid.tsx';
import { PhotoPicker, type PhotoPickerWords } from './PhotoPicker.tsx';
import { PhotoViewer, type PhotoViewerWords } from './PhotoViewer.tsx';

const PICKER: PhotoPickerWords = {
  add: '加照片',
  hint: '可拖入或粘贴',
  drop: '松开即可添加',
  progress: (done, all) => `${String(done)}/${String(all)}`,
  rejected: (count) => `${String(count)} 个没有收下`,
  dismiss: '知道了',
};
const VIEWER: PhotoViewerWords = {
  previous: '上一张',
  next: '下一张',
  actualSize: '原始大小',
  fit: '适合窗口',
  loading: '正在读取',
  notShown: '无法显示',
};
const FILE = new File(['x'], '店面.jpg', { type: 'image/jpeg' });

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
  vi.restoreAllMocks();
});

async function show(node: ReactNode): Promise<void> {
  await act(async () => {
    root.render(<MantineProvider env="test">{node}</MantineProvider>);
    await Promise.resolve();
  });
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

/** An event with the files a drag or the clipboard brings; happy-dom cannot fill these itself. */
function fire(type: string, key: 'dataTransfer' | 'clipboardData', files: readonly File[]): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, key, { value: { files, types: files.length > 0 ? ['Files'] : ['text/plain'] } });
  act(() => void find('[role="group"]').dispatchEvent(event));
  return event;
}

describe('PhotoPicker', () => {
  it('hands over files that are dropped and pasted, and leaves text alone', async () => {
    const onFiles = vi.fn();
    await show(<PhotoPicker label="照片" words={PICKER} onFiles={onFiles} />);
    expect(fire('drop', 'dataTransfer', [FILE]).defaultPrevented).toBe(true);
    expect(fire('paste', 'clipboardData', [FILE]).defaultPrevented).toBe(true);
    expect(fire('paste', 'clipboardData', []).defaultPrevented).toBe(false);
    expect(onFiles.mock.calls).toEqual([[[FILE]], [[FILE]]]);
  });

  it('takes nothing while an import runs, and says how far it is', async () => {
    const onFiles = vi.fn();
    await show(<PhotoPicker label="照片" words={PICKER} onFiles={onFiles} progress={{ done: 1, all: 3 }} />);
    fire('drop', 'dataTransfer', [FILE]);
    expect(onFiles).not.toHaveBeenCalled();
    expect(box.textContent).toContain('1/3');
    expect(find('input').hasAttribute('disabled')).toBe(true);
  });

  it('names every rejected file with its reason beside the list that stays', async () => {
    const onDismiss = vi.fn();
    const rejected = [
      { name: 'a.txt', reason: '不是照片文件' },
      { name: 'a.txt', reason: '文件是空的' },
    ];
    await show(
      <PhotoPicker label="照片" words={PICKER} onFiles={vi.fn()} rejected={rejected} onDismiss={onDismiss}>
        <p id="kept">list</p>
      </PhotoPicker>,
    );
    expect(box.textContent).toContain('2 个没有收下');
    expect([...document.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
      'a.txt 不是照片文件',
      'a.txt 文件是空的',
    ]);
    expect(find('#kept').textContent).toBe('list');
    act(() => [...document.querySelectorAll('button')].find((button) => button.textContent === '知道了')?.click());
    expect(onDismiss).toHaveBeenCalledOnce();
  });
});

describe('PhotoTile', () => {
  it('shows the thumbnail under its alt text and gives its URL back', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one');
    const revoked = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    const tile = (id: string, thumb: Blob | undefined): ReactNode => (
      <PhotoGrid label="照片">
        <PhotoTile
          id={id}
          alt="店面.jpg"
          thumb={thumb}
          placeholder="无法显示"
          badges={[{ tone: 'info', label: '待上传' }]}
        />
      </PhotoGrid>
    );
    await show(tile('a', FILE));
    expect(find('img').getAttribute('src')).toBe('blob:one');
    expect(find('button').getAttribute('aria-label')).toBe('店面.jpg');
    expect(box.textContent).toContain('待上传');
    // A store hands out a new Blob object per read: the same picture is not loaded again.
    await show(tile('a', new File(['x'], 'again.jpg')));
    expect(made).toHaveBeenCalledOnce();
    await show(tile('b', undefined));
    expect(revoked.mock.calls).toEqual([['blob:one']]);
    expect(box.textContent).toContain('无法显示');
  });
});

describe('PhotoViewer', () => {
  it('goes on by arrow keys, but not while someone types', async () => {
    const [onPrevious, onNext] = [vi.fn(), vi.fn()];
    await show(
      <PhotoViewer
        opened
        onClose={vi.fn()}
        title="店面.jpg"
        id="a"
        alt="店面"
        image={undefined}
        words={VIEWER}
        onPrevious={onPrevious}
        onNext={onNext}
      >
        <input aria-label="note" />
      </PhotoViewer>,
    );
    const press = (key: string, at: EventTarget = window): void =>
      act(() => void at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    press('ArrowRight');
    press('ArrowRight');
    press('ArrowLeft');
    press('ArrowLeft', find('input'));
    expect([onPrevious.mock.calls.length, onNext.mock.calls.length]).toEqual([1, 2]);
  });

  it('says that a picture loads, why there is none, and what the engine cannot show', async () => {
    const viewer = (image: Blob | undefined, problem?: string): ReactNode => (
      <PhotoViewer
        opened
        onClose={vi.fn()}
        title="t"
        id="a"
        alt="店面"
        image={image}
        problem={problem}
        words={VIEWER}
      />
    );
    await show(viewer(undefined));
    expect(document.body.textContent).toContain('正在读取');
    await show(viewer(undefined, '服务器上没有'));
    expect(document.body.textContent).toContain('服务器上没有');
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:heic');
    vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    await show(viewer(FILE));
    act(() => void find('img').dispatchEvent(new Event('error')));
    expect(document.body.textContent).toContain('无法显示');
  });
});
