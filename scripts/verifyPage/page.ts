import type { CodeContent } from '#shared/documents/code.ts';
import { codeRows } from '#shared/documents/codeRows.ts';
import { KEYS_ELEMENT, parseKeys } from '#shared/documents/keysPage.ts';
import { readCode, type Pixels } from '#shared/documents/readCode.ts';
import { verifyCode, type CodeVerdict } from '#shared/documents/verifyCode.ts';
import { formatChinaDate } from '#shared/kernel/chinaTime.ts';

import { words } from './words.ts';

type Said = {
  readonly tone: 'good' | 'bad' | 'doubt';
  readonly title: string;
  readonly text: string;
  readonly content?: CodeContent;
};

const keys = parseKeys(element(KEYS_ELEMENT, HTMLScriptElement).textContent);
const photo = element('photo', HTMLInputElement);
const pasted = element('code', HTMLTextAreaElement);

if (keys === undefined) show({ tone: 'doubt', title: words.noKeys, text: words.noKeysText });
photo.addEventListener('change', () => {
  const file = photo.files?.[0];
  photo.value = '';
  if (file !== undefined) void look(file);
});
element('check', HTMLButtonElement).addEventListener('click', () => {
  check(pasted.value);
});

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

/** Finds the code in a photo. */
async function look(file: File): Promise<void> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) {
    show({ tone: 'doubt', title: words.noPhoto, text: words.notOursText });
    return;
  }
  const code = readCode(picture.width, (width) => paint(picture, width));
  if (code === undefined) show({ tone: 'doubt', title: words.noCode, text: words.notOursText });
  else check(code);
}

function paint(picture: ImageBitmap, width: number): Pixels | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.round((picture.height * width) / picture.width);
  const context = canvas.getContext('2d');
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}

function check(code: string): void {
  if (keys === undefined) return;
  show(saidOf(verifyCode(code, keys)));
}

function saidOf(verdict: CodeVerdict): Said {
  switch (verdict.is) {
    case 'genuine':
      return { tone: 'good', title: words.genuine, text: words.genuineText, content: verdict.content };
    case 'altered':
      return { tone: 'bad', title: words.altered, text: words.alteredText, content: verdict.content };
    case 'after_revocation': {
      const text = words.revokedText(formatChinaDate(verdict.revokedOn));
      return { tone: 'bad', title: words.revoked, text, content: verdict.content };
    }
    case 'unknown_key':
      return { tone: 'doubt', title: words.unknown, text: words.unknownText, content: verdict.content };
    case 'not_ours':
      return { tone: 'doubt', title: words.notOurs, text: words.notOursText };
  }
}

function show({ tone, title, text, content }: Said): void {
  const box = element('result', HTMLElement);
  box.dataset['tone'] = tone;
  box.replaceChildren(line('h2', title), line('p', text), ...(content === undefined ? [] : [listOf(content)]));
  box.hidden = false;
  box.focus();
}

function listOf(content: CodeContent): HTMLElement {
  const { org, kind } = content;
  const list = document.createElement('dl');
  for (const [label, value] of codeRows(content, keys?.orgs[org] ?? org, keys?.kinds[kind] ?? kind))
    list.append(line('dt', label), line('dd', value));
  return list;
}

function line(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
