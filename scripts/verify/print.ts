import type { DossierVerdict } from '#shared/documents/dossier/verify.ts';

import { tableLines } from '../report/table.ts';

import { FINDING_WORDS, PART_WORDS, RESULT_WORDS, SIGNER_WORDS, STATE_WORDS } from './words.ts';

/** A verdict as people read it: a line for each part, then what was altered, then who is believed. */
export function verdictText({ genuine, signer, parts, newer }: DossierVerdict): string {
  const rows = parts.map(({ part, count, findings }) => {
    const state = findings.length > 0 ? 'altered' : count === 0 ? 'unseen' : 'genuine';
    return [PART_WORDS[part], String(count), STATE_WORDS[state]];
  });
  const findings = parts.flatMap((one) => one.findings);
  return [
    ...tableLines([['部分', '数量', '结果'], ...rows], [1]),
    '',
    ...findings.map(({ part, code, subject }) => `${PART_WORDS[part]}：${FINDING_WORDS[code]} ${subject}`),
    ...(newer > 0 ? [RESULT_WORDS.newer(newer)] : []),
    SIGNER_WORDS[signer],
    genuine ? RESULT_WORDS.genuine : RESULT_WORDS.altered(findings.length),
  ].join('\n');
}
