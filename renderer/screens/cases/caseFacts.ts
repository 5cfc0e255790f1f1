import { showInstant } from '#renderer/app/format.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';

const words = casesText.new;
const LONGEST_FACTS = 2000;

/** What the proposal of the facts is written from. */
export type FactsSource = {
  /** When the place was inspected, an ISO instant. */
  readonly at: string;
  readonly officers: readonly string[];
  readonly address: string;
  readonly siteName: string;
  /** Which inspection it was; absent where its checklist is not known here. */
  readonly inspected?: string | undefined;
  readonly descriptions: readonly string[];
};

/** Time, place and what was seen, in plain words: a proposal that the officer edits. At most 2000 characters. */
export function proposeFacts(source: FactsSource): string {
  const when = showInstant(source.at);
  const opening = words.factsOpening(
    when,
    words.factsOfficer(source.officers.join('、')),
    source.address,
    source.siteName,
    source.inspected ?? words.factsInspected,
  );
  const seen = source.descriptions.map((text) => text.trim().replace(/[。；;.]+$/, '')).filter((text) => text !== '');
  const items =
    seen.length === 1 ? seen.join('') : seen.map((text, index) => words.factsItem(index + 1, text)).join('；');
  return `${opening}${items}。${words.factsClosing}`.slice(0, LONGEST_FACTS);
}
