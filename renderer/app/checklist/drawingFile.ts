import type { Drawing } from '../../components/SignaturePad.tsx';
import { drawStrokes } from '../../components/strokes.ts';

const NAME = 'signature.png';

/** What was drawn as a picture on white. */
export async function drawingFile({ width, height, strokes }: Drawing): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  drawStrokes(context, strokes);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], NAME, { type: 'image/png' });
}
