import { Checkbox } from '~/ui/form/Checkbox';
import { Changed, Part, Section } from './Part';
import type { SettingsProps } from './settingsProps';

const rules = [
  {
    key: 'isReferenceMandatory',
    control: 'is_reference_mandatory',
    label: 'Mandatory reference',
    help: 'A commit is refused unless its message names a reference, such as art #431.',
  },
  {
    key: 'isMessageChangeAllowed',
    control: 'is_commit_message_change_allowed',
    label: 'Commit messages may be changed',
    help: 'The message of a commit can be edited after the commit.',
  },
] as const;

/** What a commit must be like. */
export function RulesSection({ form, change, changed, problems, lock, onUndo }: SettingsProps) {
  return (
    <Section title="Commit rules">
      {rules.map(({ key, control, label, help }) => (
        <Part key={key} control={control} isChanged={changed.has(key)}>
          <div className="svn-switch">
            <Checkbox
              isSelected={form[key]}
              onChange={(isOn) => change({ [key]: isOn })}
              disabledReason={lock}
            >
              {label}
            </Checkbox>
            <span className="field-aside">
              <Changed
                label={label}
                onUndo={changed.has(key) && onUndo ? () => onUndo(key) : undefined}
              />
            </span>
          </div>
          <p className="field-help svn-switch-help">{help}</p>
          {problems.byControl.has(control) ? (
            <p className="field-error">{problems.byControl.get(control)}</p>
          ) : null}
        </Part>
      ))}
    </Section>
  );
}
