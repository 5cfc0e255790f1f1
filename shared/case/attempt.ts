import { chinaDateOf } from '../kernel/chinaTime.ts';

import type { CaseEvent } from './caseEvent.ts';
import { hasGrantedNumber, type Grants } from './numbers.ts';
import type { Attempt } from './requirements.ts';
import type { CaseState } from './state.ts';

/** What an event says of the step it took, for the requirements of its line. */
export function attemptOf(event: CaseEvent, state: CaseState | undefined, grants: Grants): Attempt {
  switch (event.type) {
    case 'case.found':
    case 'case.fixedOnSite':
      return { state, by: event.by, officer: event.data.officer, second: event.data.second };
    case 'document.issued': {
      const { officer, second, noticeOn, deadline } = event.data;
      const notice = { noticeOn, dueOn: deadline.dueOn };
      return { state, by: event.by, officer, second, notice, hasNumber: hasGrantedNumber(grants, event) };
    }
    case 'document.served': {
      const { officer, second, document, mode, refusalReason, witness, photos } = event.data;
      const hasProof = (witness ?? '') !== '' || photos.length > 0;
      return {
        state,
        by: event.by,
        officer,
        second,
        document,
        service: { mode, hasReason: (refusalReason ?? '') !== '', hasProof },
      };
    }
    case 'case.rechecked': {
      const { officer, second, recheckedAt } = event.data;
      return { state, by: event.by, officer, second, recheckedAt, on: dateOf(recheckedAt) };
    }
    case 'case.handedOver':
      return { state, receiver: event.data.to };
    case 'number.granted':
    case 'number.voided':
    case 'photo.added':
    case 'supervision.returned':
    case 'supervision.accepted':
      return { state };
  }
}

function dateOf(instant: string): string | undefined {
  const ms = Date.parse(instant); // the schema checks the form, not that the hour exists
  return Number.isNaN(ms) ? undefined : chinaDateOf(ms);
}
