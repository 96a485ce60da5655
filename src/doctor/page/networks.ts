import * as z from 'zod/mini';

/** What the sandbox can put in front of itself, as its `parterre.json` lists it. */
export const networksSchema = z.array(z.looseObject({ name: z.string(), says: z.string() }));

export type ListedNetwork = z.infer<typeof networksSchema>[number];

/** The host of the world that a page shows, without what stands in front: `gzip-acme.localhost:5173` → `acme.localhost:5173`. */
export function worldHost(host: string, networks: readonly ListedNetwork[]): string {
  const [name = '', ...rest] = host.split('-');
  if (rest.length > 0 && networks.some((network) => network.name === name)) {
    return worldHost(rest.join('-'), networks);
  }
  return /^localhost(:|$)/.test(host) ? `default.${host}` : host;
}

/** What the listed servers say of themselves; nothing for a real one. */
export function networksOf(servers: readonly Readonly<Record<string, unknown>>[]): ListedNetwork[] {
  const read = servers.map(({ networks }) => z.safeParse(networksSchema, networks));
  return read.flatMap(({ data }) => data ?? []);
}
