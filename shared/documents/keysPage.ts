import { publishedKeysField, type PublishedKeys } from './publishedKeys.ts';

/** Where a page that verifies has the keys: the text of the script element of this id. */
export const KEYS_ELEMENT = 'xunzhi-keys';

/** The element in a page that nobody has filled. */
const NO_KEYS = new RegExp(`(<script id="${KEYS_ELEMENT}" type="application/json">)\\s*null\\s*(</script>)`);

/** The page with the keys in it. Throws when the page has no place for them. */
export function pageWithKeys(page: string, keys: PublishedKeys): string {
  if (!NO_KEYS.test(page)) throw new Error('the page has no place for keys');
  // No text of a name may end the element.
  const text = JSON.stringify(keys).replaceAll('<', '\\u003c');
  return page.replace(NO_KEYS, (_, start: string, end: string) => start + text + end);
}

/** Reads what stands in the element; undefined in a page that nobody has filled. */
export function parseKeys(text: string): PublishedKeys | undefined {
  return publishedKeysField.safeParse(JSON.parse(text)).data;
}
