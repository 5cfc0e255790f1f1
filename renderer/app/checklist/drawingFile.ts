import type { Drawing } from '../../components/SignaturePad.tsx';

const NAME = 'signature.png';
const INK = { lineWidth: 3, lineCap: 'round', lineJoin: 'round', strokeStyle: '#10202a' } as const;

/** What was drawn as a picture on white. */
export async function drawingFile({ width, height, strokes }: Drawing): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  Object.assign(context, INK);
  for (const [x = 0, y = 0, ...rest] of strokes) {
    context.beginPath();
    context.moveTo(x, y);
    if (rest.length === 0) context.lineTo(x + 1, y);
    for (let at = 0; at < rest.length; at += 2) context.lineTo(rest[at] ?? 0, rest[at + 1] ?? 0);
    context.stroke();
  }
  return new File([await canvas.convertToBlob({ type: 'image/png' })], NAME, { type: 'image/png' });
}
