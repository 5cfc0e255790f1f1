const INK = { lineWidth: 3, lineCap: 'round', lineJoin: 'round', strokeStyle: '#10202a' } as const;

/** Draws what a pen left: each stroke a list of x and y; a tap is a dot. */
export function drawStrokes(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  strokes: readonly (readonly number[])[],
): void {
  Object.assign(context, INK);
  for (const [x = 0, y = 0, ...rest] of strokes) {
    context.beginPath();
    context.moveTo(x, y);
    if (rest.length === 0) context.lineTo(x + 1, y);
    for (let at = 0; at < rest.length; at += 2) context.lineTo(rest[at] ?? 0, rest[at + 1] ?? 0);
    context.stroke();
  }
}
