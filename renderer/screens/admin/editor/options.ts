import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { ItemDraft } from '#shared/inspection/editing/draft.ts';

/** One line of a list to choose from. */
export type Option = { readonly value: string; readonly label: string };

/** The options, each value once (a draft may have one twice), and what is chosen and is none: it is shown and can be taken out. */
export function optionsWith(options: readonly Option[], chosen: readonly string[]): Option[] {
  const all = [...options, ...chosen.map((value) => ({ value, label: words.unknown(value) }))];
  return all.filter(({ value }, at) => value !== '' && all.findIndex((one) => one.value === value) === at);
}

/** Options of a record of words. */
export function optionsIn(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** Items to choose from. */
export function itemOptions(items: readonly ItemDraft[]): readonly Option[] {
  return items.map(({ code, text }) => ({ value: code, label: `${code} ${text}` }));
}

/** The matters of the catalogue, each once under its newest name. */
export function matterOptions({ matters }: Catalogue): readonly Option[] {
  return matters
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
    .toSorted((a, b) => (a.value < b.value ? -1 : 1));
}

/** The measures that indicators of the year plans are computed from. */
export function measureOptions({ programmes }: Catalogue): readonly Option[] {
  return programmes.flatMap(({ year, indicators }) =>
    indicators.flatMap(({ name, derived }) =>
      derived?.from === 'inspections'
        ? [{ value: derived.measure, label: `${String(year)} ${name}（${derived.measure}）` }]
        : [],
    ),
  );
}
