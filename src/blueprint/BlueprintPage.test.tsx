import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { endBlueprintSession } from '~/api/blueprint/session';
import { renderAt } from '../../tests/renderAt';

const AIRWAYS = '/blueprint/projects/4405707/artifacts';

afterEach(endBlueprintSession);

type Opened = Awaited<ReturnType<typeof renderAt>>;

async function signIn({ user }: Opened, name = 'paula'): Promise<void> {
  await user.click(await screen.findByRole('button', { name: `Sign in as ${name}` }));
}

async function open(path: string, name = 'paula'): Promise<Opened> {
  const opened = await renderAt(path);
  await signIn(opened, name);
  return opened;
}

const list = () => screen.findByRole('grid', { name: 'Blueprint artifacts' });
const request = () =>
  screen.getByRole('region', { name: 'The request' }).querySelector('pre')?.textContent ?? '';
const send = () => screen.getByRole('button', { name: /^Send/ });

test('B1: signing in asks for a token; a wrong password is said at its field', async () => {
  const { user } = await renderAt('/blueprint');
  await user.type(await screen.findByLabelText('User name'), 'paula');
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  const password = await screen.findByLabelText('Password');
  await waitFor(() => expect(password).toHaveAccessibleDescription(/does not accept/));
  await user.clear(password);
  await user.type(password, 'paula');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('grid', { name: 'Blueprint projects' })).toBeInTheDocument();
  expect(screen.getByText('Signed in as paula')).toBeInTheDocument();
  expect(screen.getByText(/^Token until/)).toBeInTheDocument();
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('paula:');
});

test('B1: a project is opened from the list, or by its number', async () => {
  const { user, router } = await open('/blueprint');
  await user.click(await screen.findByRole('link', { name: '4409100' }));
  await waitFor(() =>
    expect(router.state.location.pathname).toBe('/blueprint/projects/4409100/artifacts'),
  );
  expect(await screen.findByRole('heading', { name: 'Ground handling', level: 1 })).toBeVisible();
  await router.navigate('/blueprint');
  await user.type(await screen.findByLabelText('Number of a project'), 'x');
  await user.click(screen.getByRole('button', { name: 'Open its artifacts' }));
  expect(screen.getByText(/^Type the number/)).toBeInTheDocument();
  await user.clear(screen.getByLabelText('Number of a project'));
  await user.type(screen.getByLabelText('Number of a project'), '4405707{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe(AIRWAYS));
});

test('B2: every switch stands in the request as it is chosen; Send sends that and keeps it in the address', async () => {
  const { user, router } = await open(AIRWAYS);
  await list();
  expect(request()).toContain('GET http');
  expect(request()).toContain('/blueprint-api/api/v1/projects/4405707/artifacts\nAccept');
  const names = {
    Properties: 'properties',
    Status: 'status',
    Comments: 'comments',
    Attachments: 'attachments',
    'Rich text as plain text': 'richtextasplain',
    'Inline CSS': 'inlinecss',
    Content: 'content',
  };
  for (const name of Object.keys(names)) {
    await user.click(screen.getByRole('checkbox', { name }));
  }
  await user.selectOptions(screen.getByLabelText('Traces'), 'Reuse');
  for (const [label, number] of [
    ['Start at', '10'],
    ['Per page', '5'],
  ] as const) {
    await user.clear(screen.getByLabelText(label));
    await user.type(screen.getByLabelText(label), number);
  }
  const query = `${Object.values(names)
    .map((name) => `${name}=true`)
    .join('&')}&traces=Reuse&offset=10&limit=5`;
  expect(request()).toContain(`/artifacts?${query}\n`);
  expect(request()).toContain('Authorization: BlueprintToken ••••');
  expect(screen.getByText('Not sent yet')).toBeInTheDocument();
  expect(router.state.location.search).toBe('');
  await user.click(send());
  await waitFor(() => expect(router.state.location.search).toBe(`?${query}`));
  expect(await screen.findByText('5 of 152 loaded')).toBeInTheDocument();
  expect(screen.getByText(/^206 Partial content · Content-Range: items 10-14\/152/)).toBeVisible();
});

test('B2: numbers that Blueprint refuses are said before they are sent', async () => {
  const { user } = await open(AIRWAYS);
  await list();
  await user.clear(screen.getByLabelText('Per page'));
  await user.type(screen.getByLabelText('Per page'), '501');
  expect(screen.getByText('A whole number from 1 to 500.')).toBeInTheDocument();
  expect(send()).toHaveAttribute('aria-disabled', 'true');
});

test('B2: an address is read as Blueprint reads one: names in any case, without a value is true', async () => {
  await open(`${AIRWAYS}?Comments&TRACES=all&limit=2&properties=false&offset=nonsense`);
  const grid = await list();
  expect(screen.getByRole('checkbox', { name: 'Comments' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Properties' })).not.toBeChecked();
  expect(screen.getByLabelText('Traces')).toHaveValue('All');
  expect(screen.getByLabelText('Start at')).toHaveValue('0');
  expect(within(grid).getByRole('columnheader', { name: /Traces/ })).toBeInTheDocument();
});

test('B1: a filter goes as a POST that says it is a GET, with the documented body', async () => {
  const { user } = await open(`${AIRWAYS}?traces=All&attachments=true`);
  await list();
  await user.type(screen.getByLabelText('Filter'), "artifact-type eq 'Business Process Diagram'");
  expect(request()).toMatch(/^POST /);
  expect(request()).toContain('X-HTTP-Method-Override: GET');
  expect(request()).toContain("\n\nfilter={artifact-type eq 'Business Process Diagram'}");
  await user.click(send());
  expect(await screen.findByText('All 2 loaded')).toBeInTheDocument();
  expect(screen.getByText(/^200 OK/)).toBeInTheDocument();
});

test('B1: what is not as documented is said while typing; the 400 lists the documented causes', async () => {
  const { user } = await open(AIRWAYS);
  await list();
  await user.type(screen.getByLabelText('Filter'), "artifact-type contains 'Actor'");
  expect(screen.getByText(/no documented operator/)).toBeInTheDocument();
  await user.click(send());
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('Blueprint refused this request')).toBeInTheDocument();
  expect(alert).toHaveTextContent('Unknown operator contains');
  expect(screen.getByText(/such as Filter, Traces, Offset or Limit/)).toBeInTheDocument();
  expect(screen.getByText(/What differs from the documentation/)).toBeInTheDocument();
  expect(screen.getByLabelText('Filter')).toHaveValue("artifact-type contains 'Actor'");
});

test('B3: pages follow each other to the last, and all at once on demand', async () => {
  const { user } = await open(`${AIRWAYS}?limit=50`);
  const grid = await list();
  expect(grid).toHaveAttribute('aria-rowcount', '51');
  await user.click(screen.getByRole('button', { name: 'Load the next page' }));
  expect(await screen.findByText('100 of 152 loaded')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Load all' }));
  expect(await screen.findByText('All 152 loaded')).toBeInTheDocument();
  expect(await list()).toHaveAttribute('aria-rowcount', '153');
  expect(screen.queryByRole('button', { name: 'Load the next page' })).toBeNull();
});

test('B3: without a total the list is read until a page is past the end', async () => {
  const { user } = await open('/blueprint/projects/4409100/artifacts?limit=20');
  expect(await screen.findByText(/server does not say how many/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Load all' }));
  expect(await screen.findByText('All 40 loaded')).toBeInTheDocument();
  expect(screen.getByText(/^416, past the end/)).toBeInTheDocument();
});

test('B3: short pages are not the last; what the total counts and nobody shows is said', async () => {
  const { user } = await open(`${AIRWAYS}?limit=100`, 'rolf');
  await screen.findByRole('grid', { name: 'Blueprint artifacts' });
  await user.click(await screen.findByRole('button', { name: 'Load all' }));
  expect(await screen.findByText(/^All 14\d loaded; the server counts \d more/)).toBeVisible();
});

test('B3: a page that fails on the way leaves what is loaded, and goes on from there', async () => {
  const { user, fetch } = await open(`${AIRWAYS}?limit=50`);
  await list();
  await fetch('/sandbox/fault', {
    method: 'POST',
    body: JSON.stringify({
      match: 'GET blueprint-api/api/v1/projects/4405707/artifacts',
      answer: { status: 500, body: { Message: 'Out of order' }, type: 'application/json' },
      // One 500 is asked again without a word.
      times: 2,
    }),
  });
  await user.click(screen.getByRole('button', { name: 'Load all' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Blueprint says: “Out of order”');
  expect(screen.getByText('50 of 152 loaded')).toBeInTheDocument();
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('100 of 152 loaded')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each([
  ['/blueprint/projects/1/artifacts', 'paula', 'Not found in Blueprint'],
  [`${AIRWAYS}?offset=1000`, 'paula', 'The start lies past the end of the list'],
  ['/blueprint/projects/4409500/artifacts', 'paula', 'Blueprint failed'],
  [AIRWAYS, 'vera', 'You may not read this'],
])('B3: %s as %s is said in words: %s', async (path, name, title) => {
  await open(path, name);
  expect(await screen.findByRole('alert')).toHaveTextContent(title);
});

test('B3: a token that is over asks for the password in place, and the page goes on', async () => {
  const { user, world, router } = await open(`${AIRWAYS}?limit=50`);
  await list();
  world.clockOffset += 31 * 60_000;
  await user.click(screen.getByRole('button', { name: 'Load the next page' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign in to Blueprint again' });
  await user.type(within(dialog).getByLabelText('Password of paula'), 'paula');
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('100 of 152 loaded')).toBeInTheDocument();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(router.state.location.search).toBe('?limit=50');
});

test('B4: traces are a table with direction, type and suspect, suspect ones first', async () => {
  const { user } = await open(`${AIRWAYS}?traces=All&limit=500&view=traces`);
  const grid = await screen.findByRole('grid', { name: 'Blueprint traces' });
  const first = within(grid).getAllByRole('row')[1];
  expect(first).toHaveTextContent('Suspect');
  expect(first?.querySelector('[data-column="direction"]')).toHaveTextContent(
    /^(to|from|both ways)$/,
  );
  await user.click(screen.getByRole('tab', { name: /^Artifacts/ }));
  expect(await list()).toBeInTheDocument();
});

test('B4: one artifact in full: traces with their other ends, a hop to the next, and back to the row', async () => {
  const { user, router } = await open(`${AIRWAYS}?traces=All&attachments=true`);
  await user.click(within(await list()).getByRole('link', { name: '4405717' }));
  const detail = await screen.findByRole('region', { name: '4405717 Traveler Booking' });
  expect(within(detail).getByRole('heading', { level: 2 })).toHaveFocus();
  const table = within(detail).getByRole('table', { name: 'Traces of 4405717' });
  expect(within(table).getAllByRole('row')[1]).toHaveTextContent(
    'Reuseto4405788: Traveler Booking',
  );
  await user.click(within(table).getByRole('link', { name: '4405788: Traveler Booking' }));
  const copy = await screen.findByRole('region', { name: '4405788 Traveler Booking' });
  expect(within(copy).getByText('Attachments read only')).toBeInTheDocument();
  expect(router.state.location.search).toContain('artifact=4405788');
  await user.click(within(copy).getByRole('button', { name: 'Close the artifact' }));
  await waitFor(() => expect(router.state.location.search).not.toContain('artifact='));
});

test('B4: an artifact that is not on the loaded pages can be asked for alone', async () => {
  const { user } = await open(`${AIRWAYS}?limit=10&artifact=4405850`);
  await user.click(await screen.findByRole('link', { name: 'Ask for it alone' }));
  expect(await screen.findByRole('region', { name: /^4405850/ })).toBeInTheDocument();
  expect(screen.getByLabelText('Filter')).toHaveValue("artifact-id eq '4405850'");
});

test('B6: rich text is shown through the sanitiser, comments with who and when', async () => {
  await open(`${AIRWAYS}?properties=true&comments=true&limit=500&artifact=4405730`);
  const detail = await screen.findByRole('region', { name: /^4405730/ });
  expect(await within(detail).findByText('Europe')).toBeInTheDocument();
  expect(within(detail).getByText('REQ-730')).toBeInTheDocument();
  expect(detail.querySelector('style')).toBeNull();
});

test('B6: an attachment is downloaded with the token', async () => {
  const { user } = await open(`${AIRWAYS}?attachments=true&view=attachments`);
  const owner = await screen.findByRole('region', { name: 'Attachments of 4405717' });
  await user.click(within(owner).getByRole('button', { name: /^Download/ }));
  expect(await within(owner).findByText(/^Saved, \d+ bytes/)).toBeInTheDocument();
});

test('B8: XML is asked for by a switch, shows the same, and stands in the raw view to the letter', async () => {
  const { user } = await open(`${AIRWAYS}?traces=All&limit=3`);
  const namesIn = async () =>
    within(await list())
      .getAllByRole('row')
      .map((row) => row.textContent);
  const ofJson = await namesIn();
  await user.click(screen.getByRole('button', { name: 'XML' }));
  expect(request()).toContain('Accept: application/xml');
  await user.click(send());
  await waitFor(() => expect(screen.getByText('Sent; its answer is below')).toBeInTheDocument());
  expect(await screen.findByText('3 of 152 loaded')).toBeInTheDocument();
  expect(await namesIn()).toEqual(ofJson);
  await user.click(screen.getByRole('tab', { name: 'Raw answer' }));
  expect(await screen.findByText(/<ArtifactTypeName>Folder<\/ArtifactTypeName>/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'As sent' }));
  expect(screen.getByText(/^<\?xml version="1.0" \?><Artifacts xmlns:i=/)).toBeVisible();
});

test('B1: signing out of Blueprint forgets what was read', async () => {
  const { user, queryClient } = await open(AIRWAYS);
  await list();
  await user.click(screen.getByRole('button', { name: 'Sign out of Blueprint' }));
  expect(await screen.findByRole('button', { name: 'Sign in as paula' })).toBeInTheDocument();
  const kept = queryClient.getQueriesData({ queryKey: ['blueprint'] });
  expect(kept.filter(([, data]) => data !== undefined).map(([key]) => key)).toEqual([
    ['blueprint', 'servers'],
  ]);
});
