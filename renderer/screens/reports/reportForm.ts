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
  readonly division: string;
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
  const none = { external: '', text: '', matter: '', division: '', street: '', address: '', community: '' };
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

/** The command's input from a form without errors. Without the right to it the reporter is left out. */
export function reportInputOf(
  form: ReportForm,
  photos: readonly string[],
  mayName: boolean,
): CommandInput<'report.receive'> {
  const text = (value: string): string => cleanText(value).trim();
  const optional = <K extends string>(key: K, value: string): { readonly [P in K]?: string } =>
    text(value) === '' ? {} : ({ [key]: text(value) } as { readonly [P in K]: string });
  const { kind } = form;
  const visit = {
    community: text(form.community),
    topic: form.topic === '' ? 'service' : form.topic,
    headcount: Number(form.headcount),
    ...optional('problems', form.problems),
  } as const;
  const data = {
    kind,
    source: form.source === '' ? 'other' : form.source,
    text: text(form.text),
    place: { address: text(form.address), ...optional('division', form.division), ...optional('street', form.street) },
    happenedAt: new Date(msOfMinute(form.happened)).toISOString(),
    ...optional('external', form.external),
    ...optional('matter', form.matter),
    ...(kind === 'visit' && { visit }),
    ...(kind === 'suggestion' && optional('wish', form.wish)),
  } as const;
  const reporter = { name: text(form.name), phone: text(form.phone) };
  return { data, photos: [...photos], ...(mayName && { reporter }) };
}
