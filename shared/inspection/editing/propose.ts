import type { ChecklistDraft } from './draft.ts';

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode('A'.charCodeAt(0) + at));
const MOST = 99;

/** The codes of all items of a draft. */
export function codesOf({ sections }: Pick<ChecklistDraft, 'sections'>): readonly string[] {
  return sections.flatMap(({ items }) => items.map(({ code }) => code));
}

/**
 * A code for a new item of a section: the letter of the section's last item with the number after the highest one, else a letter
 * that nothing begins with. `used`: codes of earlier versions, which would mean another item there. Undefined when all are taken.
 */
export function proposeCode(
  draft: Pick<ChecklistDraft, 'sections'>,
  section: number,
  used: readonly string[] = [],
): string | undefined {
  const taken = new Set([...codesOf(draft), ...used]);
  const own = draft.sections[section]?.items.at(-1)?.code.slice(0, 1);
  const begun = new Set([...taken].map((code) => code.slice(0, 1)));
  const others = LETTERS.toSorted((a, b) => Number(begun.has(a)) - Number(begun.has(b)));
  const letters = own !== undefined && LETTERS.includes(own) ? [own, ...others] : others;
  for (const letter of letters) {
    const numbers = [...taken].filter((code) => code.startsWith(letter)).map((code) => Number(code.slice(1)));
    const next = Math.max(0, ...numbers.filter((n) => Number.isInteger(n))) + 1;
    const free = [next, ...Array.from({ length: MOST }, (_, at) => at + 1)].find(
      (n) => n <= MOST && !taken.has(`${letter}${String(n)}`),
    );
    if (free !== undefined) return `${letter}${String(free)}`;
  }
  return undefined;
}

/** The first of `stem-1`, `stem-2` … that is not taken. */
export function proposeId(stem: string, taken: readonly string[]): string {
  let n = 1;
  while (taken.includes(`${stem}-${String(n)}`)) n += 1;
  return `${stem}-${String(n)}`;
}
