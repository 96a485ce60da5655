import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { readAs } from '~/lib/numbers';
import { Field, useFieldIds } from '~/ui/form/Field';
import { Segments } from '~/ui/form/Segments';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import type { ComputedValue } from './computedField';
import './computed.css';

const segments = [
  { value: 'automatic', label: 'Automatic' },
  { value: 'manual', label: 'By hand' },
] as const;

/** What the other choice would give, so that nobody has to try it. */
function helpFor({ isAutomatic, computed, manual }: ComputedValue, base?: ComputedValue): string {
  const sum = computed === null ? 'The server has no sum yet' : `The server’s sum is ${computed}`;
  if (!isAutomatic) return [readAs(manual), sum].filter(Boolean).join(' · ');
  // The sum, or that there is none, stands in the control.
  return base?.isAutomatic === false ? `By hand it was ${base.manual}` : '';
}

/** A sum of the server's, or a number in its place. Both are in sight. */
export function ComputedInput({ value, base, onChange, ...props }: InputProps<ComputedValue>) {
  const own = inputFacts(props);
  const help = [helpFor(value, base), own.help].filter(Boolean).join(' · ');
  const facts = { ...own, help };
  const ids = useFieldIds(facts);
  // What was typed comes back after a look at the other choice, as long as that shows the same sum.
  const [typed, setTyped] = useState<Pick<ComputedValue, 'manual' | 'computed'> | null>(null);
  const input = useRef<HTMLInputElement>(null);
  function choose(kind: 'automatic' | 'manual'): void {
    const isAutomatic = kind === 'automatic';
    if (isAutomatic === value.isAutomatic) return;
    if (isAutomatic) setTyped(value);
    const before = base?.isAutomatic === false ? base.manual : String(value.computed ?? '');
    const own = typed?.computed === value.computed ? typed.manual : '';
    flushSync(() => onChange({ ...value, isAutomatic, manual: isAutomatic ? '' : own || before }));
    // Who sets it by hand goes on to type it.
    if (isAutomatic) return;
    input.current?.focus();
    input.current?.select();
  }
  const number = value.isAutomatic ? (value.computed ?? '') : value.manual;
  return (
    <Field ids={ids} {...facts}>
      <div className="computed-input">
        <input
          ref={input}
          id={ids.control}
          className="control tabular"
          inputMode="decimal"
          autoComplete="off"
          readOnly={value.isAutomatic}
          placeholder={value.isAutomatic ? 'No sum yet' : undefined}
          value={number}
          onChange={(event) => onChange({ ...value, manual: event.target.value })}
          aria-invalid={facts.error ? true : undefined}
          aria-describedby={ids.describedBy}
        />
        <Segments
          label={`How ${facts.label} is set`}
          size="small"
          value={value.isAutomatic ? 'automatic' : 'manual'}
          onChange={choose}
          segments={segments}
        />
      </div>
    </Field>
  );
}
