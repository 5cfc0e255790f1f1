/** True for the decisions that impose a fine: on the spot (D21) and in a file (D22). */
export function imposesFine(kind: string): boolean {
  return kind === 'D21' || kind === 'D22';
}
