import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '~/api/session';
import { selfQuery } from '~/api/users';

/** Hosts in addresses that name another server than the one that is asked. */
export interface ForeignHosts {
  has(host: string | null): host is string;
  /** The person knows better: it is the same server by another name. */
  take(host: string): void;
}

/**
 * Tells addresses of other servers apart: their numbers mean other artifacts. Ours are the address of the app, the one that
 * is asked, and the one by which the server calls itself, which only the addresses of pictures say (recordings of
 * `users/self`: `avatar_url`): behind a proxy that is the one in mails. What is taken lasts as long as the component.
 */
export function useForeignHosts(): ForeignHosts {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const url = useSession().session?.connection.url ?? '';
  // Asked at another address, that address is the name.
  const { data: self } = useQuery({ ...selfQuery(), enabled: url === '' });
  const own = [location.href, url, self?.avatar_url ?? ''].flatMap((address) =>
    URL.canParse(address) ? [new URL(address).host] : [],
  );
  return {
    has: (host): host is string => host !== null && !own.includes(host) && !taken.has(host),
    take: (host) => setTaken(new Set(taken).add(host)),
  };
}
