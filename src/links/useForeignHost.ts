import { useSession } from '~/api/session';
import { hostInText } from './artifactReference';

/** Gives the host of an address in a text, where it is not the one of the server that is asked; null for any other text. */
export function useForeignHost(): (text: string) => string | null {
  const url = useSession().session?.connection.url ?? '';
  return (text) => {
    const host = hostInText(text);
    const isOwn = host === location.host || (url !== '' && host === new URL(url).host);
    return isOwn ? null : host;
  };
}
