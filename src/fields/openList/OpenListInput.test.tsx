// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { editField, giveSizes } from '../../../tests/fixtures/editField';
import { aField, aGroup, aUser } from '../../../tests/fixtures/fields';
import { beSignedIn } from '../../../tests/fixtures/signedIn';

afterEach(cleanup);

const value = (id: number | string, label: string) => ({
  id,
  label,
  is_hidden: false,
  value_color: '',
});
const platforms = aField('tbl', {
  label: 'Platforms',
  hint: '',
  values: [value(507, 'Windows 11'), value(508, 'Linux'), value('o12', 'made up')],
  bindings: { type: 'static', list: [] },
});

test('E6: a value there is is found by typing, one there is not is made, and both go out as the server wants', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField(platforms);
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.type(box, 'lin');
  await user.keyboard('{ArrowDown}{Enter}');
  await user.type(box, 'Haiku');
  expect(screen.getByRole('option', { name: /New: Haiku/ })).toBeInTheDocument();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(write()?.value).toEqual({
    bind_value_objects: [{ label: 'Haiku' }, { id: 508, label: 'Linux' }],
  });
});

test('E6: Enter makes what is typed; what is left without it is told, and added by one press', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField(platforms);
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.type(box, 'Haiku{Enter}Linux{Enter}Plan 9');
  expect(write()?.value).toEqual({
    bind_value_objects: [{ label: 'Haiku' }, { id: 508, label: 'Linux' }],
  });
  await user.tab();
  expect(box).toHaveValue('');
  expect(screen.getByRole('status')).toHaveTextContent('“Plan 9” was typed and is not added.');
  await user.click(screen.getByRole('button', { name: 'Add Plan 9' }));
  expect(box).toHaveFocus();
  expect(write()?.value).toMatchObject({
    bind_value_objects: [{ label: 'Haiku' }, { label: 'Linux' }, { label: 'Plan 9' }],
  });
  expect(screen.queryByRole('status')).toBeNull();
});

test('E6: a pasted list is added whole, with the values there are; left without Enter it is told whole', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField(platforms);
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.click(box);
  await user.paste('Haiku, Linux,  Plan 9,');
  expect(screen.getByRole('option', { name: 'Add Haiku, Linux and Plan 9' })).toBeInTheDocument();
  await user.keyboard('{Enter}');
  expect(write()?.value).toEqual({
    bind_value_objects: [{ label: 'Haiku' }, { id: 508, label: 'Linux' }, { label: 'Plan 9' }],
  });
  await user.click(box);
  await user.paste('a, b');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Add a and b' }));
  expect(write()?.value).toMatchObject({ bind_value_objects: { length: 5 } });
});

test('E6: a comma that ends a text, or repeats it, is no part of a value', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField(platforms);
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.type(box, 'Plan 9,{Enter}');
  await user.type(box, 'Haiku, Haiku{Enter}');
  await user.type(box, 'Linux,');
  expect(screen.getByRole('option', { name: 'Add Linux' })).toBeInTheDocument();
  await user.keyboard('{Enter}');
  await user.type(box, ' , {Enter}');
  expect(write()?.value).toEqual({
    bind_value_objects: [{ label: 'Haiku' }, { id: 508, label: 'Linux' }, { label: 'Plan 9' }],
  });
});

test('E6: a list of what is chosen already is nothing to add, and nothing is said', async () => {
  giveSizes(onTestFinished);
  const { user } = editField(platforms);
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.type(box, 'Haiku, Linux{Enter}Haiku, Linux');
  await user.tab();
  expect(screen.queryByRole('status')).toBeNull();
});

const carbonCopy = {
  ...platforms,
  label: 'CC',
  bindings: { type: 'users', list: [] },
  values: null,
};

test('E6: an address of a pasted line goes without its comma, and blanks part addresses', async () => {
  giveSizes(onTestFinished);
  beSignedIn();
  openFetchDoor(() => Response.json([]));
  const { write, user } = editField(carbonCopy);
  const box = screen.getByRole('combobox', { name: 'CC' });
  await user.click(box);
  for (const pasted of ['a@x.org,', 'b@x.org;', 'c@x.org d@x.org']) {
    await user.paste(pasted);
    await user.keyboard('{Enter}');
  }
  expect(write()?.value).toEqual({
    bind_value_objects: ['a', 'b', 'c', 'd'].map((name) => ({ email: `${name}@x.org` })),
  });
});

test('E6: of a pasted list of people, what is no address is told and stays told until it is left out', async () => {
  giveSizes(onTestFinished);
  beSignedIn();
  openFetchDoor(() => Response.json([]));
  const { write, user } = editField(carbonCopy);
  const box = screen.getByRole('combobox', { name: 'CC' });
  await user.click(box);
  await user.paste('a@x.org, Ben Okafor, c@x');
  await user.keyboard('{Enter}');
  expect(write()?.value).toEqual({ bind_value_objects: [] });
  await user.tab();
  const note = () => screen.queryByRole('status');
  expect(note()).toHaveTextContent(
    '“a@x.org, Ben Okafor and c@x” was typed and is not added. To be found in the list, each alone: Ben Okafor and c@x.',
  );
  await user.click(screen.getByRole('button', { name: 'Add a@x.org' }));
  expect(write()?.value).toEqual({ bind_value_objects: [{ email: 'a@x.org' }] });
  await user.type(box, 'xy');
  await user.tab();
  expect(note()).toHaveTextContent('“Ben Okafor, c@x and xy” was typed and is not added.');
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Leave it out' }));
  expect(note()).toBeNull();
});

test('E6: a single word that names nobody yet is told when it is left, until somebody is found by it', async () => {
  giveSizes(onTestFinished);
  beSignedIn();
  openFetchDoor(() => Response.json([aUser(140, 'dora', 'Dora Diehl')]));
  const { write, user } = editField(carbonCopy);
  const box = screen.getByRole('combobox', { name: 'CC' });
  const note = () => screen.queryByRole('status');
  await user.type(box, 'di');
  await user.tab();
  expect(note()).toHaveTextContent(
    '“di” was typed and is not added. Only what the list finds can be added.',
  );
  await user.type(box, 'dora');
  await user.click(await screen.findByRole('option', { name: /Dora Diehl/ }));
  expect(note()).toBeNull();
  expect(write()?.value).toEqual({ bind_value_objects: [{ id: 140, username: 'dora' }] });
  // Whoever is chosen is named again: that is no news.
  await user.type(box, 'Dora Diehl');
  await user.tab();
  expect(note()).toBeNull();
});

test('E6: the name of a value there is, typed and left, is told as any other', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField(platforms);
  await user.type(screen.getByRole('combobox', { name: 'Platforms' }), 'Linux');
  await user.tab();
  expect(screen.getByRole('status')).toHaveTextContent('“Linux” was typed and is not added.');
  await user.click(screen.getByRole('button', { name: 'Add Linux' }));
  expect(write()?.value).toEqual({ bind_value_objects: [{ id: 508, label: 'Linux' }] });
});

test('E6: a list of groups says that none matches, and offers no new one', async () => {
  giveSizes(onTestFinished);
  const { user } = editField(
    aField('tbl', {
      label: 'Platforms',
      values: [aGroup('103', 'QA')],
      bindings: { type: 'ugroups', list: [] },
    }),
  );
  await user.type(screen.getByRole('combobox', { name: 'Platforms' }), 'zz, yy');
  expect(screen.queryByRole('option', { name: /New|Add/ })).toBeNull();
  await user.keyboard('{Backspace>10/}');
  await user.keyboard('zz');
  expect(screen.getByText('No group matches')).toBeInTheDocument();
});

test('E6: a near double is told before it is made, and one press takes the value there is', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField(platforms);
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.type(box, 'windows11');
  const options = screen.getAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'Windows 11',
    'New: windows11much like “Windows 11”',
  ]);
  await user.keyboard('{Enter}{Escape}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '“windows11” would be a new value beside “Windows 11”.',
  );
  await user.click(screen.getByRole('button', { name: 'Use Windows 11' }));
  expect(box).toHaveFocus();
  expect(write()?.value).toEqual({ bind_value_objects: [{ id: 507, label: 'Windows 11' }] });
  expect(screen.queryByRole('status')).toBeNull();
});

test('E6: what is like the text stands before the new one: the first arrow takes it', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField(platforms);
  await user.type(screen.getByRole('combobox', { name: 'Platforms' }), 'windows11');
  await user.keyboard('{ArrowDown}{Enter}{Escape}');
  expect(write()?.value).toEqual({ bind_value_objects: [{ id: 507, label: 'Windows 11' }] });
  expect(screen.queryByRole('status')).toBeNull();
});

test('E4, E6: Enter takes the only one that fits where nothing new can be made, and none of several', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField({
    ...platforms,
    values: [aGroup('103', 'QA'), aGroup('104', 'QA leads')],
    bindings: { type: 'ugroups', list: [] },
  });
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.type(box, 'q{Enter}');
  expect(write()?.value).toEqual({ bind_value_objects: [] });
  await user.type(box, ' lead{Enter}');
  expect(JSON.stringify(write()?.value)).toContain('104');
  // QA is meant, and chosen with its next press: never another one in its place.
  await user.type(box, 'qa{Enter}');
  expect(JSON.stringify(write()?.value)).toContain('103');
  const both = write()?.value;
  await user.type(box, 'qa{Enter}');
  expect(write()?.value).toEqual(both);
});

test('E6: what is like the text and chosen already is not offered at the top, where it would be taken out', async () => {
  giveSizes(onTestFinished);
  const { write, user } = editField(platforms);
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.type(box, 'windows11{ArrowDown}{Enter}');
  await user.type(box, 'windows11');
  expect(screen.getAllByRole('option')[0]).toHaveTextContent(/^New: windows11/);
  expect(write()?.value).toEqual({ bind_value_objects: [{ id: 507, label: 'Windows 11' }] });
});

test('E6: a value that would repeat a retired one is told, in the list and after', async () => {
  giveSizes(onTestFinished);
  const retired = { ...value(509, 'Windows 10'), is_hidden: true };
  const { write, user } = editField({ ...platforms, values: [value(508, 'Linux'), retired] });
  const box = screen.getByRole('combobox', { name: 'Platforms' });
  await user.type(box, 'windows-10');
  expect(screen.getByRole('option')).toHaveTextContent('like “Windows 10”, retired');
  await user.clear(box);
  await user.type(box, 'Windows 10');
  expect(screen.getByRole('option')).toHaveTextContent('like “Windows 10”, retired');
  await user.keyboard('{ArrowDown}{Enter}{Escape}');
  expect(screen.getByRole('status')).toHaveTextContent(
    '“Windows 10” would be a new value beside “Windows 10”, which is retired.',
  );
  expect(write()?.value).toEqual({ bind_value_objects: [{ label: 'Windows 10' }] });
});

test('E6: people are found by the server, and an address without an account is a new value', async () => {
  giveSizes(onTestFinished);
  beSignedIn();
  const asked = openFetchDoor(({ url }) =>
    Response.json(
      url.searchParams.get('query') === 'dora' ? [aUser(140, 'dora', 'Dora Diehl')] : [],
    ),
  );
  const people = { ...platforms, label: 'CC', bindings: { type: 'users', list: [] }, values: null };
  const { write, user } = editField(people);
  const box = screen.getByRole('combobox', { name: 'CC' });
  await user.type(box, 'dora');
  await screen.findByRole('option', { name: /Dora Diehl/ });
  await user.keyboard('{ArrowDown}{Enter}');
  await user.type(box, 'guest@example.com');
  await user.click(await screen.findByRole('option', { name: /New: guest@example.com/ }));
  expect(write()?.value).toEqual({
    bind_value_objects: [{ id: 140, username: 'dora' }, { email: 'guest@example.com' }],
  });
  expect(asked.every(({ url }) => (url.searchParams.get('query')?.length ?? 0) >= 3)).toBe(true);
});
