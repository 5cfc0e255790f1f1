import { createBinder, type BindJob } from './bind.ts';
import type { PoolReply } from './pool.ts';
import { openPress } from './press.ts';
import { createRenderer, type PrintJob, type Rendered } from './render.ts';

const REGULAR = new URL('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', import.meta.url);
const BOLD = new URL('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', import.meta.url);

/** Prints a document, or binds those of a file into one. */
type Work = (job: PrintJob | BindJob) => Promise<Rendered>;

let working: Promise<Work> | undefined;

/** Reads a font of the app itself. A `file:`-less, same-origin request: it works without network. */
async function load(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`font ${url.pathname}: ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function start(): Promise<Work> {
  const [regular, bold] = await Promise.all([load(REGULAR), load(BOLD)]);
  const press = openPress({ regular, bold });
  const [render, bind] = [createRenderer(press), createBinder(press)];
  return (job) => ('parts' in job ? bind(job) : render(job));
}

self.onmessage = async (message: MessageEvent<PrintJob | BindJob>) => {
  let reply: PoolReply<Rendered>;
  try {
    working ??= start();
    reply = { ok: true, value: await (await working)(message.data) };
  } catch (problem) {
    working = undefined; // the next document tries the fonts again
    reply = { ok: false, message: problem instanceof Error ? problem.message : String(problem) };
  }
  self.postMessage(reply, { transfer: reply.ok ? [reply.value.pdf.buffer as ArrayBuffer] : [] });
};
