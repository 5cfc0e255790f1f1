import type { PoolReply } from './pool.ts';
import { createRenderer, type PrintJob, type Render, type Rendered } from './render.ts';

const REGULAR = new URL('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', import.meta.url);
const BOLD = new URL('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf', import.meta.url);

let renderer: Promise<Render> | undefined;

/** Reads a font of the app itself. A `file:`-less, same-origin request: it works without network. */
async function load(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`font ${url.pathname}: ${String(response.status)}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function start(): Promise<Render> {
  const [regular, bold] = await Promise.all([load(REGULAR), load(BOLD)]);
  return createRenderer({ regular, bold });
}

self.onmessage = async (message: MessageEvent<PrintJob>) => {
  let reply: PoolReply<Rendered>;
  try {
    renderer ??= start();
    reply = { ok: true, value: await (await renderer)(message.data) };
  } catch (problem) {
    renderer = undefined; // the next document tries the fonts again
    reply = { ok: false, message: problem instanceof Error ? problem.message : String(problem) };
  }
  self.postMessage(reply, { transfer: reply.ok ? [reply.value.pdf.buffer as ArrayBuffer] : [] });
};
