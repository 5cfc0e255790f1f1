import { readFileSync } from 'node:fs';

import { KEYS_ELEMENT, parseKeys } from '#shared/documents/keysPage.ts';
import type { PublishedKeys } from '#shared/documents/publishedKeys.ts';

const ELEMENT = new RegExp(`<script id="${KEYS_ELEMENT}" type="application/json">([^]*?)</script>`);

/** The keys that a bureau publishes: its exported page that verifies, or the JSON in it. Throws where there are none. */
export function readKeys(path: string): PublishedKeys {
  const text = readFileSync(path, 'utf8');
  const keys = parseKeys(ELEMENT.exec(text)?.[1] ?? text);
  if (keys === undefined) throw new Error(`${path} holds no published keys`);
  return keys;
}
