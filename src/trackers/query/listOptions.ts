import { currentSession } from '~/api/session';
import type { Field, Tracker } from '~/api/trackers';
import { optionsOf } from '~/fields/choice/options';
import type { Option } from '~/ui/pick/options';

/**
 * What a list can be asked for. The server wants the id of the value, also where writing wants the id of the group
 * (queries.md §2); "None" is not offered, it would be dropped without a word.
 */
export function listOptions(field: Field, tracker: Tracker): Option[] {
  const own = optionsFrom(field);
  if (own.length > 0) return own;
  // A list of all registered people names none of them: oneself, and everybody whom the tracker's other lists name.
  const people = new Map<string, Option>();
  const me = currentSession()?.person;
  if (me) {
    const option = { value: String(me.id), label: me.realName, note: 'you', isPerson: true };
    people.set(option.value, option);
  }
  for (const other of tracker.fields.filter(({ bindings }) => bindings.type === 'users')) {
    for (const option of optionsFrom(other)) {
      if (!people.has(option.value)) people.set(option.value, option);
    }
  }
  return [...people.values()];
}

function optionsFrom(field: Field): Option[] {
  const values = Array.isArray(field.values) ? field.values : [];
  const shown = new Map(optionsOf(field).list.map((option) => [String(option.id), option]));
  return values.flatMap((value) => {
    const option = shown.get(String(value.ugroup_reference?.id ?? value.id));
    if (!option) return [];
    return [
      {
        value: String(value.id),
        label: option.label,
        color: option.color,
        isPerson: option.isPerson,
        note: option.isHidden ? 'retired' : option.detail,
      },
    ];
  });
}
