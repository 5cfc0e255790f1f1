/** What spreadsheets would calculate begins like this; WPS and Excel show a leading apostrophe's cell as text. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV that WPS and Excel open: UTF-8 with a byte order mark, CRLF; no cell becomes a formula. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
