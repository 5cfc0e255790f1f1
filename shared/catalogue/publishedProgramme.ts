import { z } from 'zod';

import { sha256Text } from '../kernel/hash.ts';
import { plainText } from '../kernel/plainText.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Programme } from '../programme/programme.ts';
import { readProgramme } from '../programme/readProgramme.ts';

import type { Catalogue } from './catalogue.ts';
import {
  besideFiles,
  faultOf,
  publishedField,
  readSealed,
  versionBeside,
  type PublishedProblem,
  type Publisher,
} from './published.ts';

/** What the ids of published year plans begin with. */
export const PUBLISHED_PROGRAMMES = 'programme:';

/** A version of the plan of a year that an administrator published: a document of `bureau`, written once and never changed. */
export const publishedProgrammeField = publishedField.extend({ kind: z.literal('programme'), year: z.int() });
/** See `publishedProgrammeField`. */
export type PublishedProgramme = z.infer<typeof publishedProgrammeField>;

/** The document that publishes a plan. */
export function publishedProgramme(plan: Programme, publisher: Publisher): PublishedProgramme {
  const { year, version } = plan;
  const text = plainText(plan);
  const _id = `${PUBLISHED_PROGRAMMES}${String(year)}:${String(version)}`;
  return { _id, kind: 'programme', year, version, text, hash: sha256Text(text), ...publisher };
}

/** The version that the plan of a year has to have to be published next: one more than the highest that is known. */
export function nextProgrammeVersion(programmes: readonly Programme[], year: number): number {
  return 1 + Math.max(0, ...programmes.filter((plan) => plan.year === year).map(({ version }) => version));
}

/** Reads such a document; refused with a reason when it is not what it says, or no plan that can be used. */
export function readPublishedProgramme(
  doc: unknown,
): Result<{ readonly doc: PublishedProgramme; readonly plan: Programme }, string> {
  const sealed = readSealed(publishedProgrammeField, doc);
  if (!sealed.ok) return sealed;
  const { _id, year, version, text } = sealed.value;
  const plan = readProgramme(text);
  if (!plan.ok) return err(faultOf(plan.error));
  const isIts = plan.value.year === year && plan.value.version === version;
  if (!isIts || _id !== `${PUBLISHED_PROGRAMMES}${String(year)}:${String(version)}`)
    return err('its text is of another plan');
  return ok({ doc: sealed.value, plan: plan.value });
}

/** The catalogue with the plans that were published since; a file stays before a document of the same year and version. */
export function withProgrammes(
  catalogue: Catalogue,
  docs: readonly { readonly id: string; readonly doc: unknown }[],
): { readonly catalogue: Catalogue; readonly problems: readonly PublishedProblem[] } {
  const { used, problems } = besideFiles(docs, readPublishedProgramme, ({ plan: { year, version } }) => {
    const file = catalogue.programmes.find((plan) => plan.year === year && plan.version === version);
    return file && plainText(file);
  });
  if (used.length === 0) return { catalogue, problems };
  return {
    catalogue: {
      ...catalogue,
      version: versionBeside(catalogue.version, used),
      programmes: [...catalogue.programmes, ...used.map(({ plan }) => plan)],
      publishedProgrammes: used.map(({ plan: { year, version }, doc: { by, publishedAt: at } }) => {
        return { year, version, by, at };
      }),
    },
    problems,
  };
}
