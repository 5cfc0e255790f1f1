/** The one text of a value: keys in code-unit order, no spaces, numbers as ECMAScript writes them (RFC 8785), fractions too. */
export function plainText(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
