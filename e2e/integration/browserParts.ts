import type { Rendered } from '#renderer/data/rendering/render.ts';
import { RENDERER_VERSION } from '#renderer/data/rendering/rendererVersion.ts';
import { sha256Text } from '#shared/kernel/hash.ts';

/**
 * Stands in for the PDF worker where only the way of a document is tested: Node has no Web Worker. The same model gives
 * the same bytes here, too. What the real one prints is tested beside it and in the real app.
 */
class PaperWorker {
  onmessage: ((message: { readonly data: unknown }) => void) | null = null;
  onerror: ((problem: { readonly message: string }) => void) | null = null;

  postMessage(model: unknown): void {
    const pdf = new TextEncoder().encode(`%PDF of ${sha256Text(JSON.stringify(model))}`);
    const value: Rendered = { pdf, pages: 1, missingGlyphs: [], renderer: RENDERER_VERSION };
    queueMicrotask(() => this.onmessage?.({ data: { ok: true, value } }));
  }

  terminate(): void {
    this.onmessage = null;
  }
}

/** What the data worker asks of a browser beside IndexedDB and Node does not have. */
export function useBrowserParts(): void {
  const parts = { Worker: PaperWorker, navigator: { userAgent: 'Node' } };
  for (const [name, value] of Object.entries(parts))
    Object.defineProperty(globalThis, name, { value, configurable: true });
}
