import { TextArea } from '~/ui/form/TextArea';
import { Changed, Part, Section } from './Part';
import type { SettingsProps } from './settingsProps';

const lists = [
  {
    key: 'paths',
    label: 'Immutable paths',
    help: 'One path a line, such as /tags. What is made below can be added once, and never changed or removed.',
  },
  {
    key: 'whitelist',
    label: 'Whitelist',
    help: 'One path a line. Below these, everything may still be changed.',
  },
] as const;

/** Immutable tags: the paths that are protected, and the exceptions that Tuleap calls whitelist. */
export function TagsSection({ form, change, changed, problems, lock, onUndo }: SettingsProps) {
  return (
    <Section title="Immutable tags">
      <div className="svn-columns">
        {lists.map(({ key, label, help }) => (
          <Part key={key} control={key} isChanged={changed.has(key)}>
            <TextArea
              label={label}
              value={form[key]}
              onChange={(text) => change({ [key]: text })}
              help={help}
              error={problems.byControl.get(key)}
              aside={
                <Changed
                  label={label}
                  onUndo={changed.has(key) && onUndo ? () => onUndo(key) : undefined}
                />
              }
              isMono
              wrap="off"
              spellCheck={false}
              autoCapitalize="off"
              readOnly={lock !== undefined}
            />
          </Part>
        ))}
      </div>
    </Section>
  );
}
