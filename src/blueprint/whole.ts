/** The whole number that a text is, within its bounds; undefined for anything else (`1e3`, `-1`, ` `, `12.0`). */
export function whole(
  text: string,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= least && number <= most ? number : undefined;
}
