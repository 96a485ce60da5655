import { paths } from '~/paths';
import { type ListedNetwork, worldHost } from './networks';

/** Links to this world of the sandbox behind each thing that can stand in front: every line of the doctor can be seen red. */
export function SandboxNetworks({ networks }: { networks: readonly ListedNetwork[] }) {
  if (networks.length === 0) return null;
  const host = worldHost(location.host, networks);
  const place = paths.connect({ return: paths.doctor() });
  return (
    <section aria-labelledby="sandbox-networks">
      <h2 id="sandbox-networks">Try it behind a proxy</h2>
      <p className="soft">
        Only in the sandbox: the same sample data, with something in front. "Sandbox far away" on
        the sign-in page is this world at another address.
      </p>
      <ul className="doctor-networks">
        {networks
          .filter(({ name }) => name !== 'far')
          .map(({ name, says }) => (
            <li key={name}>
              <a href={`${location.protocol}//${name}-${host}${place}`}>{name}</a>{' '}
              <span className="soft">{says}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
