import type { Position } from '#shared/events/fields.ts';
import { showDegrees } from '#shared/kernel/degrees.ts';

import { inspectionsText } from './language/zh/inspections.ts';

const words = inspectionsText.form.location;

/** A position in words: degrees, system, where it came from and how exact it is. */
export function positionText({ lonE7, latE7, crs, source, accuracyMm }: Position): string {
  const place = `${words.lon} ${showDegrees(lonE7)}，${words.lat} ${showDegrees(latE7)}`;
  const accuracy = accuracyMm === undefined ? '' : words.accuracy(Math.ceil(accuracyMm / 1000));
  return [place, words.systems[crs], words.sources[source], accuracy].filter((part) => part !== '').join(' · ');
}
