import { TextButton } from '~/ui/button/TextButton';
import { readReference } from '../artifactReference';
import { useForeignHosts } from '../useForeignHosts';
import type { Hindrance } from './Candidate';

/**
 * Why the artifact that an address in `text` names cannot be taken: it is of another server. `onTaken` hears that the person
 * says it is this one. Undefined for any other text.
 */
export function useForeignAddress(text: string, onTaken: () => void): Hindrance | undefined {
  const foreign = useForeignHosts();
  const host = readReference(text)?.host ?? null;
  if (!foreign.has(host)) return undefined;
  function take(): void {
    if (host !== null) foreign.take(host);
    onTaken();
  }
  return {
    reason: `The address is of ${host}, another server than this one`,
    way: <TextButton onClick={take}>It is this server</TextButton>,
  };
}
