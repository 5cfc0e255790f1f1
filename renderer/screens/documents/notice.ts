import type { CommandInput } from '#renderer/data/client.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { Matter } from '#shared/catalogue/matter.ts';

/** The form's content: kept as a draft under the case's id. `count` is text, because it may be half typed. */
export type NoticeForm = {
  readonly form: 'notice.v1';
  readonly matter: string;
  readonly facts: string;
  readonly toCorrect: string;
  readonly by: 'days' | 'date';
  readonly count: string;
  readonly unit: 'working' | 'calendar';
  readonly date: string;
  readonly contact: string;
  /** Photos of the case that the notice shows; drafts of older versions have none. */
  readonly photos?: readonly string[];
};

/** How many photos a notice has room for. */
const MAX_PHOTOS = 2;

/** The photos that a notice can show. */
export function photosFor(row: Pick<CaseRow, 'photos'>): readonly string[] {
  return row.photos.slice(0, MAX_PHOTOS);
}

const DEFAULT_DAYS = '3';

/** What the officer gets to see first: the case's first matter with its proposal, and three working days. */
export function proposeNotice(row: CaseRow, matters: readonly Matter[], contact: string): NoticeForm {
  const matter = row.findings[0]?.matter ?? '';
  return {
    form: 'notice.v1',
    matter,
    facts: seenOf(row),
    toCorrect: toCorrectOf(row, matters),
    by: 'days',
    count: DEFAULT_DAYS,
    unit: 'working',
    date: '',
    contact,
  };
}

/** What was seen, without time and place: the printed page says those itself before the facts. */
function seenOf(row: CaseRow): string {
  const seen = row.findings
    .map((finding) => finding.description.trim().replace(/[。；;.]+$/, ''))
    .filter((text) => text !== '');
  const numbered = seen.length === 1 ? seen : seen.map((text, index) => `${String(index + 1)}. ${text}`);
  return seen.length === 0 ? row.facts : `${numbered.join('；\n')}。`;
}

/** What the matters of the case's findings propose to be done, each once, numbered when there are several. */
export function toCorrectOf(row: CaseRow, matters: readonly Matter[]): string {
  const codes = [...new Set(row.findings.map((finding) => finding.matter))];
  const texts = codes.flatMap((code) => matters.find((matter) => matter.code === code)?.toCorrect ?? []);
  return texts.length === 1 ? texts.join('') : texts.map((text, index) => `${String(index + 1)}. ${text}`).join('\n');
}

/** A kept draft when it has the shape this version knows. */
export function parseNotice(content: unknown): NoticeForm | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const draft = content as Partial<NoticeForm>;
  const texts = [draft.matter, draft.facts, draft.toCorrect, draft.count, draft.date, draft.contact];
  const whole = draft.form === 'notice.v1' && texts.every((text) => typeof text === 'string');
  return whole && (draft.by === 'days' || draft.by === 'date') ? (draft as NoticeForm) : undefined;
}

/** The days as a number, when they are 1 to 365. */
export function daysOf(form: NoticeForm): number | undefined {
  const count = /^\d{1,3}$/.test(form.count) ? Number(form.count) : 0;
  return count >= 1 && count <= 365 ? count : undefined;
}

/** What is still missing, by field. */
export type NoticeNeed = 'matter' | 'facts' | 'toCorrect' | 'deadline' | 'contact' | 'second';

/** The notice as commands take it, or what is missing. `dueOn` is the computed date when days are counted. */
export function noticeOf(
  caseId: string,
  form: NoticeForm,
  dueOn: string | undefined,
): { readonly input?: CommandInput<'notice.preview'>; readonly missing: readonly NoticeNeed[] } {
  const deadline = deadlineOf(form, dueOn);
  const missing: NoticeNeed[] = [];
  if (form.matter === '') missing.push('matter');
  if (form.facts.trim() === '') missing.push('facts');
  if (form.toCorrect.trim() === '') missing.push('toCorrect');
  if (deadline === undefined) missing.push('deadline');
  if (form.contact.trim() === '') missing.push('contact');
  if (deadline === undefined || missing.length > 0) return { missing };
  const { matter, facts, toCorrect, contact, photos = [] } = form;
  const texts = { matter, facts: facts.trim(), toCorrect: toCorrect.trim(), contact: contact.trim() };
  return { input: { caseId, ...texts, deadline, ...(photos.length === 0 ? {} : { photos: [...photos] }) }, missing };
}

function deadlineOf(
  form: NoticeForm,
  dueOn: string | undefined,
): CommandInput<'notice.preview'>['deadline'] | undefined {
  if (form.by === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(form.date) ? { by: 'date', dueOn: form.date } : undefined;
  const count = daysOf(form);
  return count === undefined || dueOn === undefined ? undefined : { by: 'days', count, unit: form.unit, dueOn };
}
