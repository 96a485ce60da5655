import type { Field as TrackerField } from '~/api/trackers';
import { LinkList } from '~/links/LinkList';
import type { LinkedArtifact } from '~/links/linkedArtifacts';
import { linkGroups } from '~/links/linkTypes';
import { useLinkedArtifacts } from '~/links/useLinkedArtifacts';
import { useReach } from '~/links/useReach';
import { Field, useFieldIds } from '~/ui/form/Field';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { LinkRowEditor } from './LinkRowEditor';
import { linkRows, mayEditReverse, noLinks, withLinks, withoutLink } from './linkRows';
import { linksOfOthers } from './linksOfOthers';
import type { ArtifactLinks } from './mergeLinks';
import { NewLink } from './NewLink';
import { WritesElsewhere } from './WritesElsewhere';

interface ReverseProps {
  value: ArtifactLinks;
  field: TrackerField;
  artifacts: ReadonlyMap<number, LinkedArtifact>;
}

/** Links of others where the tracker does not let them be changed from here: shown, and where they are changed. */
function ReadOnlyReverse({ value, field, artifacts }: ReverseProps) {
  if (value.reverse.length === 0) return null;
  const groups = linkGroups({ forward: [], reverse: value.reverse }, field.allowed_types ?? []);
  return (
    <LinkList groups={groups} artifacts={artifacts}>
      <p className="meta link-note">
        This tracker does not let links of others be changed from here: open the other artifact.
      </p>
    </LinkList>
  );
}

/**
 * The links in both directions with their phrases, to be changed, taken out and put back; a way to add more; and which
 * other artifacts the save would write to.
 */
export function ArtifactLinkInput(props: InputProps<ArtifactLinks>) {
  const { value, base = noLinks, field, onChange } = props;
  const facts = inputFacts(props);
  const ids = useFieldIds(facts);
  const isBoth = mayEditReverse(field);
  const rows = linkRows(value, base, field.allowed_types ?? []).filter(
    ({ direction }) => isBoth || direction === 'forward',
  );
  const { artifacts, note } = useLinkedArtifacts([...rows, ...value.reverse].map(({ id }) => id));
  const others = linksOfOthers.ids(base, value);
  const reach = useReach(others);
  return (
    <Field ids={ids} {...facts} isGroup>
      <fieldset
        className="link-editor"
        aria-labelledby={`${ids.control}-label`}
        aria-describedby={ids.describedBy}
      >
        {rows.length === 0 ? null : (
          <ul>
            {rows.map((row) => (
              <LinkRowEditor
                key={`${row.direction} ${row.id}`}
                row={row}
                facts={artifacts.get(row.id)}
                reach={row.direction === 'reverse' ? reach.get(row.id) : undefined}
                field={field}
                value={value}
                onSense={(sense) =>
                  onChange(withLinks(withoutLink(value, row), [{ id: row.id, ...sense }]))
                }
                onToggle={() =>
                  onChange(
                    row.state === 'removed' ? withLinks(value, [row]) : withoutLink(value, row),
                  )
                }
              />
            ))}
          </ul>
        )}
        {note}
        <NewLink field={field} value={value} onAdd={(links) => onChange(withLinks(value, links))} />
        {isBoth ? null : <ReadOnlyReverse value={value} field={field} artifacts={artifacts} />}
        <WritesElsewhere ids={others} reach={reach} />
      </fieldset>
    </Field>
  );
}
