import { expect, test } from 'vitest';
import { askAs } from '../../doors/ask';
import { openWorld } from '../../doors/node';

type Named = Readonly<Record<string, unknown>> & { field_id: number };

/** By name; the day of a field with a time is its first minute on the server's clock. */
const presets: readonly [string, unknown, object, object][] = [
  ['integer', 5, { value: 5 }, { value: null }],
  ['float', 2.5, { value: 2.5 }, { value: null }],
  ['day', '2026-12-24', { value: '2026-12-24T00:00:00+01:00' }, { value: null }],
  ['moment', '2026-07-14', { value: '2026-07-14T00:00:00+02:00' }, { value: null }],
  [
    'computed',
    { type: 'manual_value', value: 5.2 },
    { is_autocomputed: false, manual_value: 5.2, value: null },
    { is_autocomputed: true, manual_value: null },
  ],
];

test('A new artifact takes the default of every field that is not named, and none where it is emptied', async () => {
  const open = openWorld();
  const ask = askAs(open, 'anna');
  const tracker = open.world.trackers.get(86);
  const field = (name: string) => {
    const found = tracker?.fields.find((one) => one.name === name);
    if (!found) throw new Error(`the tracker of every type has no ${name}`);
    return found;
  };
  for (const [name, preset] of presets) field(name).defaultValue = preset;
  const { fields } = (await ask('GET trackers/86')).body as { fields: Named[] };
  const told = new Map(fields.map((one) => [one.name, one.default_value]));
  for (const [name, preset] of presets) expect(told.get(name)).toEqual(preset);

  const title = { field_id: field('title').id, value: 'By default' };
  const make = async (values: readonly object[]) => {
    const made = await ask('POST artifacts', { tracker: { id: 86 }, values: [title, ...values] });
    expect(made.status).toBe(201);
    const { id } = made.body as { id: number };
    const { body } = await ask(`GET artifacts/${id}`);
    return (body as { values: Named[] }).values;
  };
  const byDefault = await make([]);
  const emptied = await make(
    presets.map(([name]) => ({
      field_id: field(name).id,
      ...(name === 'computed' ? { is_autocomputed: true } : { value: '' }),
    })),
  );
  for (const [name, , stored, none] of presets) {
    const at = (values: readonly Named[]) =>
      values.find(({ field_id }) => field_id === field(name).id);
    expect(at(byDefault), name).toMatchObject(stored);
    expect(at(emptied), name).toMatchObject(none);
  }
});
