import { buildD07 } from '#shared/documents/d07.ts';
import { aD07Input } from '#shared/documents/testing/aD07Input.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { rendererHere } from './node.ts';

// Run by render.integration.test.ts in a process of its own: prints the hash of the sample notice's PDF.
const model = buildD07(aD07Input());
if (!model.ok) throw new Error(model.error);
process.stdout.write(sha256Hex((await rendererHere()({ model: model.value })).pdf));
