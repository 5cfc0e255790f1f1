import { actForm, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import type { Drawing } from '#renderer/components/SignaturePad.tsx';
import { SERVICE_RULES, serviceGaps, type ServiceMember } from '#shared/case/service.ts';
import { CROSSED_OUT } from '#shared/documents/form.ts';
import type { ServiceMode } from '#shared/events/serviceEvents.ts';

const words = casesText.actions;

/** Members of a service that are typed. */
export type TypedMember = Exclude<ServiceMember, 'photos'> | 'receiver' | 'relation' | 'place' | 'servedAt';

/** Service as the form holds it; `servedAt` as the clock in China shows it, empty for now. */
export type ServiceForm = { readonly mode: ServiceMode; readonly photos: readonly string[] } & Readonly<
  Partial<Record<TypedMember, string>>
> & { readonly drawn?: Drawing | undefined };

/** True where somebody signs for the paper, and so is asked who that is. */
export function isSignedFor(mode: ServiceMode): boolean {
  return mode !== 'announcement';
}

/**
 * What is missing, in words: whoever takes the paper and the relation (民事诉讼法 §88), and the records of the way of service.
 * Leaving needs the reason of the refusal, and a witness or photos (§89).
 */
export function serviceProblems(form: ServiceForm, issuedAt?: string): readonly string[] {
  const isLeft = form.mode === 'left';
  const isEmpty = (member: TypedMember): boolean => (form[member] ?? '').trim() === '';
  const missing: readonly (readonly [boolean, string])[] = [
    [isEmpty('receiver'), isLeft ? words.partyMissing : words.receiverMissing],
    [isSignedFor(form.mode) && isEmpty('relation'), words.relationMissing],
    [isEmpty('place'), words.placeMissing],
    [issuedAt !== undefined && (servedAtOf(form) ?? issuedAt) < issuedAt.slice(0, 16), words.servedBeforeIssued],
    [isLeft && isEmpty('witness') && form.photos.length === 0, words.witnessOrPhotos],
  ];
  const gaps = serviceGaps(trimmed(form)).map((member) => {
    if (member === 'refusalReason') return words.reasonMissing;
    const label = fieldLabel('document.served', member);
    return member === 'photos' ? actForm.missingPhotos(label) : actForm.missing(label);
  });
  return [...missing.filter(([is]) => is).map(([, text]) => text), ...gaps];
}

/** What is sent: of the form only what its way of service asks for. */
export function serviceData(form: ServiceForm): ServiceForm & Record<'receiver' | 'relation' | 'place', string> {
  const { mode, photos, receiver = '', relation = '', place = '', drawn, servedAt: _typed, ...rest } = trimmed(form);
  const servedAt = servedAtOf(form);
  const asked = Object.entries(rest).filter(([member, value]) => isAsked(mode, member) && value !== '');
  const common = { mode, photos, receiver, place, relation: isSignedFor(mode) ? relation : CROSSED_OUT };
  return {
    ...common,
    ...Object.fromEntries(asked),
    ...(servedAt === undefined ? {} : { servedAt }),
    ...(drawn === undefined || mode !== 'direct' ? {} : { drawn }),
  };
}

/** The day on the slip counts for whoever did not hand the paper over themselves, and nothing else is asked then. */
export function isTimed(mode: ServiceMode): boolean {
  return !SERVICE_RULES[mode].asks.includes('receivedOn');
}

/** The instant that was typed; undefined for now. */
function servedAtOf({ mode, servedAt = '' }: ServiceForm): string | undefined {
  return servedAt === '' || !isTimed(mode) ? undefined : new Date(`${servedAt}:00+08:00`).toISOString();
}

function isAsked(mode: ServiceMode, member: string): boolean {
  return SERVICE_RULES[mode].asks.some((one) => one === member);
}

function trimmed(form: ServiceForm): ServiceForm {
  const entries = Object.entries(form).map(([member, value]) => [
    member,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(entries) as ServiceForm;
}
