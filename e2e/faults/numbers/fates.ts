import type { Asked, Fault } from '../proxy/fault.ts';

import type { LeaseFate } from './steps.ts';

/** True for the request for a block of numbers. */
export function isLease({ method, path }: Pick<Asked, 'method' | 'path'>): boolean {
  return method === 'PUT' && path.startsWith('/numbers/lease');
}

/** What requests for a block meet; `isMeant`: other requests that meet the same. */
export function fateOf(fate: LeaseFate, isMeant: (request: Asked) => boolean = isLease): (request: Asked) => Fault {
  return (request) => (isMeant(request) ? FATES[fate] : { is: 'none' });
}

const FEW_NODES: Fault = {
  is: 'change',
  change: (status, text) => ({ status: status === 201 ? 202 : status, text }),
};
const FATES: Readonly<Record<LeaseFate, Fault>> = {
  lose: { is: 'loseAnswer' },
  cutAnswer: { is: 'cutAnswer', part: 'head', share: 0.5, reset: true },
  refuse: { is: 'refuse' },
  badGateway: { is: 'answer', status: 502, json: { error: 'bad_gateway' } },
  fewNodes: FEW_NODES,
  // The other node's leaf is written once the round is over.
  otherLeaf: FEW_NODES,
};
