import { json } from '../http';
import type { Call } from '../model';

/** `GET /version`: answers anybody. */
export function version(call: Call): Response | undefined {
  if (call.parts[0] !== 'version') return undefined;
  return json({ flavor_name: 'Tuleap Enterprise Edition', version_number: '17.4' });
}
