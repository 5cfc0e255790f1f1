/** How many of the rows become that. */
export function countOf<Is extends string>(lines: readonly { readonly is: Is }[], is: NoInfer<Is>): number {
  return lines.filter((line) => line.is === is).length;
}
