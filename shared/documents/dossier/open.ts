import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { textOfUtf8 } from '../../kernel/utf8.ts';

import type { FindingCode, Part } from './findings.ts';

/** A dossier that is being checked: its files, their hashes, and where what was seen is noted. */
export type Open = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly hashes: ReadonlyMap<string, string>;
  /** So many things of a part were looked at. */
  readonly looked: (part: Part, count?: number) => void;
  /** Something is wrong. */
  readonly found: (part: Part, code: FindingCode, subject: string) => void;
};

/** The text of a file; undefined when it is not there or no UTF-8. */
export function textIn({ files }: Open, name: string): string | undefined {
  const bytes = files.get(name);
  return bytes === undefined ? undefined : textOfUtf8(bytes);
}

/** The value of a JSON file; undefined unless the file is the one text that the value has. */
export function canonicalIn(open: Open, name: string): unknown {
  return valueOf(textIn(open, name) ?? '');
}

/** The value of a canonical JSON text; undefined for any other text. */
export function valueOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined; // neither JSON nor anything that an honest writer could have sealed
  }
}
