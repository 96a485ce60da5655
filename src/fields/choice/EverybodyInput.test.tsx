// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { editField, giveSizes } from '../../../tests/fixtures/editField';
import { aListField, aUser } from '../../../tests/fixtures/fields';
import { beSignedIn } from '../../../tests/fixtures/signedIn';

afterEach(cleanup);

const everybody = (type: string) =>
  aListField(type, [], { label: 'Owner', bindings: { type: 'users', list: [] } });

const doras = [aUser(140, 'dora', 'Dora Diehl'), aUser(141, 'dora2', 'Dora Diehl')];

/** What the server finds for any text; gives what it was asked for. */
function openSearch(found = doras) {
  giveSizes(onTestFinished);
  beSignedIn();
  return openFetchDoor(() => Response.json(found));
}

test('E4: one of everybody on the server is found by name, told apart by login, and written', async () => {
  openSearch();
  const { write, user } = editField(everybody('sb'));
  const box = screen.getByRole('combobox', { name: 'Owner' });
  await user.type(box, 'dor');
  await screen.findByRole('option', { name: /dora2/ });
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(write()?.bind_value_ids).toEqual([141]);
  expect(box).toHaveValue('Dora Diehl');
});

test('E5: several are added one by one, and who was chosen before stays', async () => {
  openSearch();
  const before = aUser(120, 'carl', 'Carl Claes');
  const { write, user } = editField(everybody('msb'), { values: [before], bind_value_ids: [120] });
  await user.type(screen.getByRole('combobox', { name: 'Owner' }), 'dor');
  await user.click((await screen.findAllByRole('option', { name: /Dora Diehl/ }))[0] as Element);
  expect(write()?.bind_value_ids).toEqual([120, 140]);
});

test('E4: with somebody chosen it is still told what to type, that nobody matches, and that there are more', async () => {
  const carl = { values: [aUser(120, 'carl', 'Carl Claes')], bind_value_ids: [120] };
  const asked = openSearch([]);
  const { user } = editField(everybody('sb'), carl);
  const box = screen.getByRole('combobox', { name: 'Owner' });
  await user.click(box);
  expect(await screen.findByRole('option', { name: 'Type 3 letters of a name' })).toBeVisible();
  expect(asked).toEqual([]);
  // A click takes the name as a whole, so that what is typed stands in its place.
  await user.keyboard('zzz');
  expect(box).toHaveValue('zzz');
  expect(await screen.findByRole('option', { name: 'Nobody matches' })).toBeVisible();
});

/** A search that is answered when `answer` is called. */
function openSlowSearch() {
  giveSizes(onTestFinished);
  beSignedIn();
  let answer = (_: unknown[]) => {};
  const found = new Promise<unknown[]>((resolve) => {
    answer = resolve;
  });
  openFetchDoor(async () => Response.json(await found));
  return (people: unknown[]) => act(async () => answer(people));
}

const carls = { values: [aUser(120, 'carl', 'Carl Claes')], bind_value_ids: [120] };

test('E5: an arrow and Enter that come before anybody is found take out nobody', async () => {
  const answer = openSlowSearch();
  const { write, user } = editField(everybody('msb'), carls);
  await user.type(screen.getByRole('combobox', { name: 'Owner' }), 'dor{ArrowDown}{Enter}');
  expect(write()?.bind_value_ids).toEqual([120]);
  await answer(doras);
});

test.each([
  ['sb', [140]],
  ['msb', [120, 140]],
])(
  'E4, E5: Enter that comes before the answer takes the only one who is found (%s)',
  async (type, ids) => {
    const answer = openSlowSearch();
    const { write, user } = editField(everybody(type), carls);
    const box = screen.getByRole('combobox', { name: 'Owner' });
    await user.click(box);
    await user.keyboard('dora{Enter}');
    expect(box).toHaveValue('dora');
    expect(write()?.bind_value_ids).toEqual([120]);
    await answer(doras.slice(0, 1));
    await waitFor(() => expect(write()?.bind_value_ids).toEqual(ids));
    expect(box).toHaveFocus();
  },
);

test('E5: what is typed on after such an Enter is another search: nobody is taken', async () => {
  const answer = openSlowSearch();
  const { write, user } = editField(everybody('msb'), carls);
  const box = screen.getByRole('combobox', { name: 'Owner' });
  await user.type(box, 'dora{Enter} d');
  await answer(doras.slice(0, 1));
  await screen.findByRole('option', { name: /Dora Diehl/ });
  expect(write()?.bind_value_ids).toEqual([120]);
  expect(box).toHaveValue('dora d');
});
