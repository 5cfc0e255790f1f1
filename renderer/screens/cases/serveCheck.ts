import { casesText } from '#renderer/app/language/zh/cases.ts';

const words = casesText.actions;

/** Service as the form holds it. */
export type ServiceForm = {
  readonly mode: 'direct' | 'left';
  readonly receiver: string;
  readonly relation: string;
  readonly place: string;
  readonly refusalReason: string;
  readonly witness: string;
  readonly photos: readonly string[];
};

/**
 * What is missing: direct service needs a receiver and the relation (民事诉讼法 §88); leaving needs the reason of the
 * refusal, and a witness or photos (§89).
 */
export function serviceProblems(form: ServiceForm): readonly string[] {
  const left = form.mode === 'left';
  const missing: readonly (readonly [boolean, string])[] = [
    [form.receiver.trim() === '', words.receiverMissing],
    [form.relation.trim() === '', words.relationMissing],
    [form.place.trim() === '', words.placeMissing],
    [left && form.refusalReason.trim() === '', words.reasonMissing],
    [left && form.witness.trim() === '' && form.photos.length === 0, words.witnessOrPhotos],
  ];
  return missing.filter(([is]) => is).map(([, text]) => text);
}
