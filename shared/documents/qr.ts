import { chinaDateOf, type ChinaDate } from '../kernel/chinaTime.ts';

import { modelHash, type SheetModel } from './sheetModel.ts';

/** What a document's QR code says: enough to find the record and to compare the paper with it. */
export type QrContent = {
  readonly org: string;
  readonly kind: string;
  readonly number: string;
  /** Day of issuing in Asia/Shanghai. */
  readonly issuedOn: ChinaDate;
  readonly modelHash: string;
};

/** `XZ1|<org>|<kind>|<number>|<day of issue>|<hash of the printed model>`; undefined for a draft, which has no number. */
export function qrPayload(model: SheetModel): string | undefined {
  if (model.draft) return undefined;
  const issuedOn = chinaDateOf(Date.parse(model.issuedAt));
  return ['XZ1', model.org, model.kind, model.number.replaceAll('|', '/'), issuedOn, modelHash(model)].join('|');
}

/** Reads a QR code's text; undefined when it is not one of ours. */
export function parseQr(text: string): QrContent | undefined {
  const match = /^XZ1\|([a-z][a-z0-9]{1,15})\|(D\d{2})\|([^|]+)\|(\d{4}-\d{2}-\d{2})\|([0-9a-f]{64})$/.exec(text);
  const [, org, kind, number, issuedOn, hash] = match ?? [];
  if (org === undefined || kind === undefined || number === undefined || issuedOn === undefined || hash === undefined)
    return undefined;
  return { org, kind, number, issuedOn, modelHash: hash };
}
