import { Banner } from '~/ui/show/Banner';
import type { ConsequenceProps } from '../contract';
import { doubleOf, labelsOf } from './doubles';
import { type OpenValues, openKey } from './openListField';
import { offeredValues } from './openOptions';
import '../view.css';

/** What a save makes that was not there: new values of the field, and what they would stand beside (features E6). */
export function OpenListConsequence({ before, after, field }: ConsequenceProps<OpenValues>) {
  const isPeople = field.bindings.type === 'users';
  const labels = labelsOf(field, offeredValues(field));
  const there = new Set(before.map(openKey));
  const made = after.filter(
    (one) => one.id === null && !there.has(openKey(one)) && !labels.offered.includes(one.label),
  );
  return made.map(({ label }) => {
    const double = isPeople ? undefined : doubleOf(label, labels);
    if (double) {
      return (
        <Banner key={label} tone="warning">
          “{label}” is new: it will be created beside “{double.label}”
          {double.isRetired ? ', which is retired' : ''}.
        </Banner>
      );
    }
    return (
      <p key={label} className="meta">
        {isPeople
          ? `${label} is nobody with an account here: only the address is kept.`
          : `“${label}” is new: it will be created as a value of this field.`}
      </p>
    );
  });
}
