import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildD07 } from '#shared/documents/d07.ts';
import { aD07Input } from '#shared/documents/testing/aD07Input.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { createRenderer } from '../render.ts';

// Run by render.integration.test.ts in a process of its own: prints the hash of the sample notice's PDF.
const fonts = process.argv[2] ?? '';
const render = createRenderer({
  regular: new Uint8Array(readFileSync(join(fonts, '400Regular/NotoSerifSC_400Regular.ttf'))),
  bold: new Uint8Array(readFileSync(join(fonts, '700Bold/NotoSerifSC_700Bold.ttf'))),
});
const model = buildD07(aD07Input());
if (!model.ok) throw new Error(model.error);
process.stdout.write(sha256Hex((await render({ model: model.value })).pdf));
