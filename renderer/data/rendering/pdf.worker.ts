import type { BindJob } from './bind.ts';
import { WITH_FONTS, type FontFilesByFace } from './fontFiles.ts';
import type { PoolReply } from './pool.ts';
import type { PrintJob, Rendered } from './render.ts';
import type { Work } from './work.ts';

const REGULAR = new URL('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', import.meta.url);
const BOLD = new URL('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', import.meta.url);

/** Who starts it under this name gives the bureau's fonts with the first message. */
let giveFonts: (own: FontFilesByFace) => void = () => undefined;
const bureauFonts = new Promise<FontFilesByFace>((resolve) => {
  if (self.name === WITH_FONTS) giveFonts = resolve;
  else resolve({});
});

/** Begun before anything is asked: fonts and code come side by side, and a worker that waits is ready. */
const opening = open();
// Whoever started this worker hears of it as of a script that does not load, ends it, and starts another when one is needed.
opening.catch((problem: unknown) => {
  self.reportError(problem);
});

async function open(): Promise<Work> {
  const [regular, bold, own, { openWork }] = await Promise.all([
    load(REGULAR),
    load(BOLD),
    bureauFonts,
    import('./work.ts'),
  ]);
  return openWork({ regular, bold }, own);
}

/** Reads a font of the app itself. A `file:`-less, same-origin request: it works without network. */
async function load(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`font ${url.pathname}: ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}

self.onmessage = async (message: MessageEvent<PrintJob | BindJob | { readonly own: FontFilesByFace }>) => {
  if ('own' in message.data) {
    giveFonts(message.data.own);
    return;
  }
  const work = await opening;
  let reply: PoolReply<Rendered>;
  try {
    reply = { ok: true, value: await work(message.data) };
  } catch (problem) {
    reply = { ok: false, message: problem instanceof Error ? problem.message : String(problem) };
  }
  self.postMessage(reply, { transfer: reply.ok ? [reply.value.pdf.buffer as ArrayBuffer] : [] });
};
