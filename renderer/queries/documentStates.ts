import type { CaseDocument } from '#shared/case/state.ts';
import { blobState, worstState, type ItemState } from '#shared/sync/itemState.ts';

import type { CaseRow } from './cases.ts';
import { readUnderWay, useUnsettled } from './itemStates.ts';
import { store, useLive } from './store.ts';

/** Where each document of a case stands: its record and its PDF together. */
export function useDocumentStates(row: CaseRow): (document: CaseDocument) => ItemState {
  const records = useUnsettled(`case:${row.id}`);
  const keys = row.documents.map((document) => `doc:${document.pdfSha256}`);
  const blobs = useLive(async () => {
    const [rows, underWay] = await Promise.all([store.blobs.bulkGet(keys), readUnderWay()]);
    return new Map(
      rows.flatMap((blob) => (blob === undefined ? [] : [[blob.key, blobState(blob, underWay)] as const])),
    );
  }, [keys.join(' ')]);
  return ({ event, pdfSha256 }) =>
    worstState([records.get(event)?.state ?? 'server', blobs?.get(`doc:${pdfSha256}`) ?? 'server']);
}
