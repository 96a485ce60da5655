/** `17:30`, `5:30 pm`, `17h30`, with `UTC` or an offset behind it. */
const clock =
  /(?:^|[\sT,]+)(\d{1,2})[:h](\d{2})(?::\d{2})?\s*(?:([ap])\.?(?:m\.?)?)?(?:\s*(?:(?:UTC|GMT)?([+-]\d{2}:[0-5]\d)|(UTC|GMT|Z)))?$/i;

/** `5pm`. */
const fullHour = /(?:^|[\sT,]+)(1[0-2]|0?[1-9])\s*([ap])\.?m\.?$/i;

/** Takes the time of day (`17:30`) and its offset (`+02:00`) from the end of what was typed; null where no clock has that time. */
export function timeIn(given: string): { rest: string; time?: string; offset?: string } | null {
  const text = given.replace(fullHour, ' $1:00 $2m');
  const match = clock.exec(text);
  if (!match) return { rest: text };
  const [whole, hours = '', minutes = '', half, named, zero] = match;
  const offset = zero === undefined ? named : '+00:00';
  const isLate = half?.toLowerCase() === 'p';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return {
    rest: text.slice(0, -whole.length),
    time: `${String(hour).padStart(2, '0')}:${minutes}`,
    ...(offset === undefined ? {} : { offset }),
  };
}
