import { chinaDateAt } from '../kernel/chinaTime.ts';

import { happenedMs, happenedOn, peopleOf, tagOf, writtenMs } from './acts.ts';
import type { CaseEvent } from './caseEvent.ts';
import { hasGrantedNumber, type Grants } from './numbers.ts';
import { actOf } from './procedures/procedure.ts';
import type { ActData, Attempt, Service } from './requirements/attempt.ts';
import { serviceGaps, type ServiceSaid } from './service.ts';
import type { CaseState } from './state.ts';

/** What an event says of the step it took, for the requirements of its line. */
export function attemptOf(event: CaseEvent, state: CaseState | undefined, grants: Grants): Attempt {
  const isFile = event.type === 'case.opened' || state?.file !== undefined;
  const common = { ...commonAttempt(event, state, grants), state, by: event.by };
  if (!isFile) return common;
  return {
    ...common,
    on: happenedOn(event),
    act: actOf(event.type, tagOf(event, state)),
    people: peopleOf(event),
    happenedMs: happenedMs(event),
    writtenMs: writtenMs(event),
    // Every member of `ActData` is named and typed as in the events that have it.
    data: event.data as ActData,
  };
}

function commonAttempt(event: CaseEvent, state: CaseState | undefined, grants: Grants): Attempt {
  switch (event.type) {
    case 'document.issued': {
      const { officer, second } = event.data;
      const hasNumber = hasGrantedNumber(grants, event);
      if (event.data.kind !== 'D07') return { officer, second, hasNumber };
      const { noticeOn, deadline } = event.data;
      return { officer, second, hasNumber, notice: { noticeOn, dueOn: deadline.dueOn } };
    }
    case 'document.served': {
      const { officer, second, document } = event.data;
      const when = { happenedMs: happenedMs(event), writtenMs: writtenMs(event) };
      return { officer, second, document, service: serviceOf(event.data), ...when };
    }
    case 'case.rechecked': {
      const { officer, second, recheckedAt } = event.data;
      return { officer, second, recheckedAt, on: chinaDateAt(recheckedAt) };
    }
    case 'case.handedOver':
      return { receiver: event.data.to };
    default:
      return 'officer' in event.data ? { officer: event.data.officer, second: event.data.second } : { state };
  }
}

/** How a document was served, as its rules ask: which way, with a reason, with a proof, with its records (民事诉讼法 §87-95). */
export function serviceOf(said: ServiceSaid): Service {
  const { mode, refusalReason = '', witness = '', photos = [], eAddress } = said;
  const proof = { hasReason: refusalReason !== '', hasProof: witness !== '' || photos.length > 0 };
  return { mode, ...proof, gaps: serviceGaps(said), ...(eAddress === undefined ? {} : { eAddress }) };
}
