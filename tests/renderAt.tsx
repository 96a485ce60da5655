import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { expect, vi } from 'vitest';
import { createQueryClient } from '~/api/queryClient';
import type { Connection } from '~/api/session';
import { signIn } from '~/api/signIn/signIn';
import { createRoutes } from '~/app/routes';
import { sandboxBlueprint } from './sandbox/blueprint/people';
import { type OpenWorld, openWorld } from './sandbox/doors/node';
import { type Network, networkNames } from './sandbox/network/names';
import { type PersonName, sandboxPeople } from './sandbox/people';

const connection: Connection = {
  id: 'sandbox',
  label: 'Sandbox',
  url: '',
  color: 'teal',
  kind: 'sandbox',
};

/** The same world at another origin: `renderAt(path, { far: true })`. */
const farConnection = (opened: OpenWorld): Connection => ({
  id: 'sandbox-far',
  label: 'Sandbox far away',
  url: opened.farOrigin,
  color: 'purple',
  kind: 'sandbox',
});

declare global {
  interface Window {
    happyDOM: { setURL(url: string): void };
  }
}

/** Asks the API in somebody's name, past the app: the second editor of a conflict, or what the server holds now. */
function askingAs(opened: OpenWorld) {
  return async (
    person: PersonName,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<unknown> => {
    const answer = await opened.fetch(`/api/${path}`, {
      method,
      headers: {
        'X-Auth-AccessKey': sandboxPeople[person].accessKey,
        'Content-Type': 'application/json',
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} as ${person}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

/** The world behind `fetch`, with the list of servers that the dev server gives beside it. */
function openDoor(opened: OpenWorld): void {
  const people = Object.values(sandboxPeople);
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input, opened.origin);
    if (url.pathname !== '/parterre.json') return opened.browse(input, init);
    const far = { ...farConnection(opened), people };
    const near = { ...connection, people, networks: networkNames };
    return Response.json({ servers: [near, sandboxBlueprint, far] });
  });
}

/**
 * The app at `path`, as its router, client and cache really are, over a world of the sandbox that only this test has
 * (or the named one). `as` is signed in through the real session, null is nobody; `far` signs in to the same world at
 * another origin, `networks` stand in front of both. Waits for the page's title.
 * Gives the person's hands (`user`), the world as data, the router, and `ask` to act as somebody else.
 */
export async function renderAt(
  path: string,
  options: { as?: PersonName | null; world?: string; far?: boolean; networks?: Network[] } = {},
) {
  const { as = 'anna' } = options;
  const opened = openWorld(options.world);
  opened.world.networks = options.networks ?? [];
  window.happyDOM.setURL(opened.origin + path);
  openDoor(opened);
  if (as) {
    const { username, password, accessKey } = sandboxPeople[as];
    // From another origin only a token tells who this is (live-facts.md, CORS).
    const result = await (options.far
      ? signIn(farConnection(opened), { way: 'password', as: 'token', username, password })
      : signIn(connection, { way: 'accessKey', key: accessKey }));
    expect(result.outcome).toBe('signedIn');
  }
  const queryClient = createQueryClient();
  const router = createMemoryRouter(createRoutes(queryClient), { initialEntries: [path] });
  render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  await screen.findAllByRole('heading', { level: 1 }, { timeout: 30_000 });
  return {
    user: userEvent.setup(),
    world: opened.world,
    fetch: opened.fetch,
    router,
    queryClient,
    ask: askingAs(opened),
  };
}
