import type { CaseEvent } from './caseEvent.ts';
import { judgeOwner, type Owners } from './owners.ts';

/** Document numbers granted so far in the stream of a case, by document; voided ones are gone. */
export type Grants = ReadonlyMap<string, { readonly number: string; readonly org: string; readonly kind: string }>;

/** The grants after an event of a case with these owners; what someone without the role wrote grants and voids nothing. */
export function afterEvent(grants: Grants, event: CaseEvent, owners: Owners): Grants {
  const refusal = judgeOwner(event, owners);
  if (refusal !== undefined && refusal.code !== 'handed_over') return grants;
  if (event.type === 'number.granted') {
    const { document, number, series } = event.data;
    return new Map([...grants, [document, { number, org: series.org, kind: series.kind }]]);
  }
  if (event.type !== 'number.voided') return grants;
  return new Map([...grants].filter(([, grant]) => grant.number !== event.data.number));
}

/** True when the document was issued under a number granted to it before, in a series of its own organisation. */
export function hasGrantedNumber(grants: Grants, event: Extract<CaseEvent, { type: 'document.issued' }>): boolean {
  const grant = grants.get(event.data.document);
  return grant?.number === event.data.number && grant.org === event.org && grant.kind === event.data.kind;
}
