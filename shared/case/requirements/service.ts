import type { ServiceMode } from '../../events/serviceEvents.ts';

import type { Attempt, Requirement, Requirements } from './attempt.ts';

/** What each way of service has to leave behind (行政处罚法 §52, §61; 民事诉讼法 §89-95). */
export const SERVICE_REQUIREMENTS = {
  witness_or_media: {
    code: 'witness_or_media_missing',
    article: '民事诉讼法 §89',
    holds: ({ service }) => service?.mode !== 'left' || (service.hasReason && service.hasProof),
  },
  electronic_recorded: recordOf(['electronic'], '民事诉讼法 §90'),
  slip_recorded: recordOf(['post', 'entrusted'], '民事诉讼法 §91'),
  forwarded_recorded: recordOf(['forwarded'], '民事诉讼法 §94'),
  announcement_recorded: recordOf(['announcement'], '民事诉讼法 §95'),
  electronic_agreed: { code: 'no_electronic_consent', article: '行政处罚法 §61', holds: isAgreed },
  handed_on_the_spot: {
    code: 'not_on_the_spot',
    article: '行政处罚法 §52',
    holds: ({ service }) => service === undefined || service.mode === 'direct' || service.mode === 'left',
  },
} as const satisfies Requirements;

function recordOf(modes: readonly ServiceMode[], article: string): Requirement {
  const gap = ({ service }: Attempt): string | undefined =>
    service !== undefined && modes.includes(service.mode) ? service.gaps?.[0] : undefined;
  return { code: 'service_record_missing', article, holds: (attempt) => gap(attempt) === undefined, subject: gap };
}

/**
 * 当事人同意并签订确认书: the party agreed to this very address, and the paper it signed is in the file (行政处罚法 §61). While no
 * address was typed, any agreement will do.
 */
function isAgreed({ service, state }: Attempt): boolean {
  if (service?.mode !== 'electronic' || state === undefined) return true;
  const agreed = state.addresses.filter(({ eAddress = '' }) => eAddress !== '');
  const signed = agreed.filter(({ event }) => state.scans.some(({ paper, of }) => paper === 'D31' && of === event));
  return signed.some(({ eAddress }) => service.eAddress === undefined || eAddress === service.eAddress);
}
