import { signedCode, textOfCode, type CodeContent } from '#shared/documents/code.ts';

import type { Context } from '../context.ts';

/** What the QR code holds, signed by this device. */
export async function signCode(ctx: Context, content: CodeContent): Promise<string> {
  const { signature } = await ctx.port.call('keys.sign', { text: textOfCode(content) });
  return signedCode(content, signature);
}
