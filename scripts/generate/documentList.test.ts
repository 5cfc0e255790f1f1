import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { inProject } from '../run/project.mjs';

import { documentListText } from './documentList.ts';

it('is what docs/documents.md says (else: npx tsx scripts/generate/documents.ts)', () => {
  expect(readFileSync(inProject('docs/documents.md'), 'utf8')).toBe(documentListText());
});
