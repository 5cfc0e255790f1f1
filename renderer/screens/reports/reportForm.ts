import { reportsText } from '#renderer/app/language/zh/reports.ts';
import type { CommandInput } from '#renderer/data/client.ts';
import type { ReportKind, ReportSource } from '#shared/events/reportEvents.ts';
import { CHINA_OFFSET_MS } from '#shared/kernel/chinaTime.ts';
import { cleanText } from '#shared/kernel/text.ts';

/** What somebody typed, as typed. `happened`: `YYYY-MM-DDTHH:mm` in Asia/Shanghai. */
export type ReportForm = {
  readonly kind: ReportKind;
  readonly source: ReportSource | '';
  readonly external: string;
  readonly text: string;
  readonly matter: string;
  readonly street: string;
  readonly address: string;
  readonly happened: string;
  readonly community: string;
  readonly topic: '' | 'publicity' | 'enforcement' | 'service';
  readonly headcount: string;
  readonly problems: string;
  readonly wish: string;
  readonly name: string;
  readonly phone: string;
};

/** An untouched form at that instant. */
export function emptyReport(nowMs: number): ReportForm {
  const none = { external: '', text: '', matter: '', street: '', address: '', community: '' };
  const rest = { topic: '', headcount: '', problems: '', wish: '', name: '', phone: '' } as const;
  return { kind: 'report', source: '', ...none, ...rest, happened: localMinute(nowMs) };
}

/** Messages by field; only what blocks saving. */
export type ReportErrors = Partial<Record<keyof ReportForm, string>>;

/** The minute in Asia/Shanghai, as an input of date and time holds it. */
export function localMinute(ms: number): string {
  return new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 16);
}

/** Unix milliseconds of such a minute; NaN when it is none. */
export function msOfMinute(minute: string): number {
  return Date.parse(`${minute}:00+08:00`);
}

/** What has to be mended before saving. */
export function errorsOf(form: ReportForm, nowMs: number): ReportErrors {
  const { required, badTime, badCount } = reportsText.form;
  const errors: ReportErrors = {};
  const needed = ['source', 'text', 'address', ...(form.kind === 'visit' ? ['community', 'topic'] : [])] as const;
  for (const field of needed as readonly (keyof ReportForm)[])
    if (cleanText(form[field]).trim() === '') errors[field] = required;
  if (!(msOfMinute(form.happened) <= nowMs)) errors.happened = badTime;
  if (form.kind === 'visit' && !/^\d{1,5}$/.test(form.headcount.trim())) errors.headcount = badCount;
  return errors;
}

function text(typed: string): string {
  return cleanText(typed).trim();
}

/** Undefined where nothing was typed. */
function given(typed: string): string | undefined {
  return text(typed) || undefined;
}

/** The command's input from a form without errors. Without the right to it the reporter is left out. */
export function reportInputOf(
  form: ReportForm,
  photos: readonly string[],
  mayName: boolean,
): CommandInput<'report.receive'> {
  const { kind } = form;
  const visit = {
    community: text(form.community),
    topic: form.topic === '' ? 'service' : form.topic,
    headcount: Number(form.headcount),
    problems: given(form.problems),
  } as const;
  const data = {
    kind,
    source: form.source === '' ? 'other' : form.source,
    text: text(form.text),
    place: { address: text(form.address), division: given(form.street.slice(0, 6)), street: given(form.street) },
    happenedAt: new Date(msOfMinute(form.happened)).toISOString(),
    external: given(form.external),
    matter: given(form.matter),
    ...(kind === 'visit' && { visit }),
    ...(kind === 'suggestion' && { wish: given(form.wish) }),
  } as const;
  const reporter = { name: text(form.name), phone: text(form.phone) };
  return { data, photos: [...photos], ...(mayName && { reporter }) };
}
