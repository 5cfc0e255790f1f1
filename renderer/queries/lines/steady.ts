/** The lines as they are now; one that says what it said before is the same object, so that it need not be drawn again. */
export function steady<Line extends { readonly id: string }>(
  before: readonly Line[],
  now: readonly Line[],
): readonly Line[] {
  const known = new Map(before.map((line) => [line.id, line]));
  return now.map((line) => {
    const old = known.get(line.id);
    return old !== undefined && JSON.stringify(old) === JSON.stringify(line) ? old : line;
  });
}
