import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAt } from '../../../tests/renderAt';
import { armFault } from '../../../tests/sandbox/faults';

type Rendered = Awaited<ReturnType<typeof renderAt>>;

const box = (name: RegExp) => screen.getByRole('textbox', { name });
const create = () => screen.getByRole('button', { name: /^Create project/ });
const made = (world: Rendered['world'], shortname: string) =>
  [...world.projects.values()].filter((project) => project.shortname === shortname);

async function choose(user: Rendered['user'], template: RegExp) {
  const list = screen.getByRole('combobox', { name: /^Starts from/ });
  await user.click(list);
  await user.click(await screen.findByRole('option', { name: template }));
}

/** The form, ready to be sent. */
async function fill(label = 'Acme valves') {
  const rendered = await renderAt('/projects/new');
  const { user } = rendered;
  await user.type(await screen.findByRole('textbox', { name: /^Name/ }), label);
  await choose(user, /^Product template/);
  return rendered;
}

test('P5: a project is made from a template, with fields, and opens', async () => {
  const { user, router, world } = await fill();
  expect(box(/^Short name/)).toHaveValue('acme-valves');
  await user.type(box(/^Cost centre/), '4711');
  await user.click(screen.getByRole('radio', { name: /^Public/ }));
  await user.click(create());
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/projects\/\d+$/));
  expect(await screen.findByRole('heading', { level: 1, name: 'Acme valves' })).toBeVisible();
  expect(made(world, 'acme-valves')).toMatchObject([
    { label: 'Acme valves', access: 'public', fieldValues: { 1: '4711' } },
  ]);
});

test('P5: templates: those of the server, what Tuleap brings, projects that I administer', async () => {
  const { user } = await renderAt('/projects/new');
  await user.click(await screen.findByRole('combobox', { name: /^Starts from/ }));
  const option = (name: RegExp) => screen.findByRole('option', { name });
  expect(await option(/^Product template.*Template of this server/)).toBeVisible();
  expect(await option(/^Scrum.*Comes with Tuleap/)).toBeVisible();
  expect(await option(/^Acme #122, you administer it/)).toBeVisible();
  expect(screen.queryByRole('option', { name: /^Platform/ })).toBeNull();
});

test('P5: rules speak while typing, and nothing is asked while something is missing', async () => {
  const { user, world } = await renderAt('/projects/new');
  await user.type(await screen.findByRole('textbox', { name: /^Short name/ }), 'a_b');
  expect(screen.getByText(/^“_” is not allowed/)).toBeVisible();
  const before = world.projects.size;
  await user.click(create());
  const summary = (await screen.findByText(/^Not created/)).closest('.banner') as HTMLElement;
  await user.click(within(summary).getByRole('button', { name: 'Name' }));
  expect(box(/^Name/)).toHaveFocus();
  expect(world.projects.size).toBe(before);
});

test('P5: what the dry run refuses stands at its control, everything typed stays, nothing is made', async () => {
  const { user, world } = await fill('Acme');
  const before = world.projects.size;
  await user.click(create());
  expect(await screen.findAllByText('Short name already exists')).toHaveLength(2);
  expect(box(/^Short name/)).toHaveAttribute('aria-invalid', 'true');
  expect(box(/^Name/)).toHaveValue('Acme');
  expect(world.projects.size).toBe(before);
  await user.clear(box(/^Short name/));
  await user.type(box(/^Short name/), 'acme-two');
  await user.click(create());
  expect(await screen.findByRole('heading', { level: 1, name: 'Acme' })).toBeVisible();
});

test('P5: several problems of a dry run go to their controls, the rest to the summary', async () => {
  const { user, world } = await fill();
  armFault(world, {
    match: 'POST projects',
    answer: {
      status: 400,
      type: 'application/json',
      body: JSON.stringify({
        error: {
          code: 400,
          message: 'Bad Request',
          i18n_error_messages: [
            'Mandatory categories where missing: Topic',
            'Mandatory field where missing: Customer',
            'Something else',
          ],
        },
      }),
    },
  });
  await user.click(create());
  expect(await screen.findByText('Something else')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /^Customer/ })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  expect(screen.getByRole('textbox', { name: /^Categories/ })).toBeVisible();
});

test('P5: a 403 and a 500 are explained and keep everything; a lost answer is looked for', async () => {
  const { user, world, router } = await fill();
  armFault(world, { match: 'POST projects', answer: { status: 403 } });
  await user.click(create());
  expect(await screen.findByText('Could not create the project')).toBeVisible();
  expect(box(/^Name/)).toHaveValue('Acme valves');
  armFault(world, { match: 'POST projects', answer: { status: 500, body: '' } });
  await user.click(create());
  expect(await screen.findByText(/The fault is on the server/)).toBeVisible();
  // The dry run goes through; the second POST makes the project, and its answer gets lost.
  armFault(world, { match: 'POST projects', answer: { delay: 0 } });
  armFault(world, { match: 'POST projects', answer: 'drop-after-write' });
  await user.click(create());
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/projects\/\d+$/));
  expect(made(world, 'acme-valves')).toHaveLength(1);
});

test('P5: a project that waits for approval says so', async () => {
  const { user, world } = await fill();
  for (let id = 1001; id < 1003; id += 1) {
    armFault(world, { match: `GET projects/${id}`, answer: { status: 404 } });
  }
  await user.click(create());
  expect(await screen.findByText('Acme valves waits for approval')).toBeVisible();
});

test('P5: where only site administrators may create projects, the page says so', async () => {
  const { world } = await renderAt('/projects');
  armFault(world, { match: 'GET project_fields', answer: { status: 403 }, times: 9 });
  await renderAt('/projects/new', { world: world.name });
  expect(
    await screen.findByText('Only site administrators can create projects here'),
  ).toBeVisible();
});
