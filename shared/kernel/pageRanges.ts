/** Pages of a document as people and CUPS write them: `1-2,4`. */
export const PAGE_RANGES = /^[1-9]\d{0,3}(-[1-9]\d{0,3})?(,[1-9]\d{0,3}(-[1-9]\d{0,3})?)*$/;

/**
 * The pages that a text names, ascending and each once; undefined when it is no such text, names a page that a document of
 * `count` pages does not have, or a range backwards. Full-width commas and dashes and blanks are read as people type them.
 */
export function pagesOf(text: string, count: number): readonly number[] | undefined {
  const plain = text
    .replaceAll(/\s/gu, '')
    .replaceAll(/[，、]/gu, ',')
    .replaceAll(/[－—–~～至]+/gu, '-');
  if (!PAGE_RANGES.test(plain)) return undefined;
  const pages = new Set<number>();
  for (const range of plain.split(',')) {
    const [from = 0, to = from] = range.split('-').map(Number);
    if (from > to || to > count) return undefined;
    for (let page = from; page <= to; page += 1) pages.add(page);
  }
  return [...pages].sort((one, other) => one - other);
}

/** The shortest text for these pages, ascending and without overlap as IPP wants them; empty for none. */
export function rangesOf(pages: Iterable<number>): string {
  const ranges: [from: number, to: number][] = [];
  for (const page of [...new Set(pages)].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`)).join(',');
}
