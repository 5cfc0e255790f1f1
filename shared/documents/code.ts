import { chinaDateOf, type ChinaDate } from '../kernel/chinaTime.ts';
import { isDate } from '../kernel/days.ts';

import type { FormModel } from './formModel.ts';
import { modelHash, type SheetModel } from './sheetModel.ts';

/** Hex digits of the model's hash that a code carries: 128 bits, which nobody can aim at. */
const HASH_DIGITS = 32;
const MARK = 'XZ2';

/** What the code on a document says: enough to find the record and to hold the paper against it. */
export type CodeContent = {
  readonly org: string;
  readonly kind: string;
  /** On a paper without a number: the record it is made from (`recordIn`). */
  readonly number: string;
  /** Day of issuing in Asia/Shanghai. */
  readonly issuedOn: ChinaDate;
  /** Amount of the fine in fen; 0 where there is none. */
  readonly fineFen: number;
  /** The first 32 hex digits of the hash of the printed model. */
  readonly hashPrefix: string;
  /** Id of the device whose key signed it. */
  readonly device: string;
};

/** A code as it was read: what it says, the text that was signed, and the signature. */
export type ReadCode = { readonly content: CodeContent; readonly text: string; readonly signature: string };

/** What the code of an issued document says. */
export function codeContent(model: SheetModel, fineFen: number, device: string): CodeContent {
  return {
    org: model.org,
    kind: model.kind,
    number: model.number.replaceAll('|', '/'),
    issuedOn: chinaDateOf(Date.parse(model.issuedAt)),
    fineFen,
    hashPrefix: modelHash(model).slice(0, HASH_DIGITS),
    device,
  };
}

/** What the code of a paper without a number says; undefined for one that bears none. It names no fine: such a paper imposes nothing. */
export function paperCodeContent(model: FormModel, device: string): CodeContent | undefined {
  if (model.code === undefined) return undefined;
  return {
    ...{ org: model.org, kind: model.kind, number: model.code.record },
    issuedOn: chinaDateOf(Date.parse(model.madeAt)),
    fineFen: 0,
    hashPrefix: modelHash(model).slice(0, HASH_DIGITS),
    device,
  };
}

/** The text that is signed: `XZ2|<org>|<kind>|<number>|<day>|<fine in fen>|<hash prefix>|<device>`. */
export function textOfCode({ org, kind, number, issuedOn, fineFen, hashPrefix, device }: CodeContent): string {
  return [MARK, org, kind, number, issuedOn, String(fineFen), hashPrefix, device].join('|');
}

/** What the QR code holds: the text and, behind it, its signature in base64 (ECDSA P-256, 64 bytes). */
export function signedCode(content: CodeContent, signature: string): string {
  return `${textOfCode(content)}|${signature}`;
}

const CODE =
  /^(XZ2\|([a-z][a-z0-9]{1,15})\|(D\d{2})\|([^|]{1,60})\|(\d{4}-\d{2}-\d{2})\|(0|[1-9]\d{0,14})\|([0-9a-f]{32})\|([0-9a-f-]{36}))\|([A-Za-z0-9+/]{85}[AQgw]==)$/;

/** Reads the text of a QR code; undefined when it is not one of ours, or not whole. Nothing is believed by that yet. */
export function parseCode(code: string): ReadCode | undefined {
  const [, text, org, kind, number, issuedOn, fine, hashPrefix, device, signature] = CODE.exec(code) ?? [];
  if (text === undefined || org === undefined || kind === undefined || number === undefined) return undefined;
  if (issuedOn === undefined || fine === undefined || hashPrefix === undefined) return undefined;
  if (device === undefined || signature === undefined || !isDate(issuedOn)) return undefined;
  const fineFen = Number(fine);
  return { content: { org, kind, number, issuedOn, fineFen, hashPrefix, device }, text, signature };
}
