import type { ReactNode } from 'react';
import { useId } from 'react';
import './field.css';

/** What every form control takes besides its value. */
export interface FieldFacts {
  /** Shown above the control; also its accessible name. */
  label: string;
  /** Written after the label, not only starred. */
  isRequired?: boolean;
  help?: ReactNode;
  /** A sentence shown under the control and announced with it. */
  error?: string | undefined;
  /** Why the control cannot be used; shown in place of the help. */
  disabledReason?: string | undefined;
  /** At the right of the label: a count, "Changed" with its undo, a small link. */
  aside?: ReactNode;
  /** Hides the label from the eye where the place already says it; it stays the accessible name. */
  isLabelHidden?: boolean;
}

export interface FieldIds {
  control: string;
  help: string;
  error: string;
  /** For `aria-describedby`; undefined when there is neither help nor error. */
  describedBy: string | undefined;
}

/** Ids that tie one control to its label, help and error. */
export function useFieldIds(
  facts: Pick<FieldFacts, 'help' | 'error' | 'disabledReason'>,
): FieldIds {
  const id = useId();
  const ids = { control: id, help: `${id}-help`, error: `${id}-error` };
  const hasHelp = Boolean(facts.help) || facts.disabledReason !== undefined;
  const described = [facts.error ? ids.error : '', hasHelp ? ids.help : ''].filter(Boolean);
  return { ...ids, describedBy: described.length > 0 ? described.join(' ') : undefined };
}

interface FieldProps extends FieldFacts {
  ids: FieldIds;
  children: ReactNode;
  /** For groups (radio, checkboxes): the label is a legend-like text instead of a `<label>`. */
  isGroup?: boolean;
}

/** Label above, control, help and error under it: the shell of every control in a form. */
export function Field({ ids, children, isGroup = false, ...facts }: FieldProps) {
  const labelClass = facts.isLabelHidden ? 'visually-hidden' : 'field-label';
  const below = facts.disabledReason ?? facts.help;
  return (
    <div className="field">
      <div className={facts.isLabelHidden ? undefined : 'field-head'}>
        {isGroup ? (
          <span id={`${ids.control}-label`} className={labelClass}>
            {facts.label}
          </span>
        ) : (
          <label htmlFor={ids.control} id={`${ids.control}-label`} className={labelClass}>
            {facts.label}
          </label>
        )}
        {facts.isRequired && !facts.isLabelHidden ? (
          <span className="field-required">required</span>
        ) : null}
        {facts.aside ? <span className="field-aside">{facts.aside}</span> : null}
      </div>
      {children}
      {facts.error ? (
        <p id={ids.error} className="field-error">
          {facts.error}
        </p>
      ) : null}
      {below ? (
        <div id={ids.help} className="field-help">
          {below}
        </div>
      ) : null}
    </div>
  );
}
