import { Plus, Undo2, X } from 'lucide-react';
import { use, useState } from 'react';
import type { Field as TrackerField } from '~/api/trackers';
import { ArtifactPicker } from '~/links/ArtifactPicker';
import { LinkedFacts, LinkList } from '~/links/LinkList';
import { LinkPlace, type LinkPlaceFacts } from '~/links/LinkPlace';
import type { LinkedArtifact } from '~/links/linkedArtifacts';
import { type LinkEnd, linkGroups, phraseOf, phraseOptions } from '~/links/linkTypes';
import { Button } from '~/ui/button/Button';
import { IconButton } from '~/ui/button/IconButton';
import { Field, useFieldIds } from '~/ui/form/Field';
import { NativeSelect } from '~/ui/form/NativeSelect';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { useLinkedArtifacts } from './ArtifactLinkView';
import type { ArtifactLinks } from './mergeLinks';

/** A link as the editor shows it: there, added since the base, or taken out and still in sight. */
interface LinkRow extends LinkEnd {
  state: 'kept' | 'added' | 'removed';
}

const noLinks: ArtifactLinks = { forward: [], reverse: [] };

/** The links of the base in their places, those taken out too; then what was added. */
function rowsOf({ forward }: ArtifactLinks, base: ArtifactLinks): LinkRow[] {
  const old = base.forward.map((link): LinkRow => {
    const now = forward.find(({ id }) => id === link.id);
    return now ? { ...now, state: 'kept' } : { ...link, state: 'removed' };
  });
  const added = forward.filter(({ id }) => !base.forward.some((link) => link.id === id));
  return [...old, ...added.map((link): LinkRow => ({ ...link, state: 'added' }))];
}

/** The phrases on offer; a type that is no longer offered stays choosable where it is set. */
function optionsFor(type: string, field: TrackerField) {
  const types = field.allowed_types ?? [];
  const options = phraseOptions(types);
  if (options.some(({ value }) => value === type)) return options;
  const label = `${phraseOf({ type, direction: 'forward' }, types)} (no longer offered)`;
  return [...options, { value: type, label }];
}

interface RowProps {
  row: LinkRow;
  facts: LinkedArtifact | undefined;
  field: TrackerField;
  disabledReason: string | undefined;
  onType(type: string): void;
  onToggle(): void;
}

function Row({ row, facts, field, disabledReason, onType, onToggle }: RowProps) {
  const isOut = row.state === 'removed';
  return (
    <li className={`link-row${isOut ? ' link-row-removed' : ''}`}>
      <div className="link-row-phrase">
        <NativeSelect
          label={`Type of the link to #${row.id}`}
          isLabelHidden
          value={row.type}
          onChange={onType}
          options={optionsFor(row.type, field)}
          disabledReason={isOut ? '' : disabledReason}
        />
      </div>
      <LinkedFacts id={row.id} facts={facts} />
      {row.state === 'kept' ? null : (
        <span className={`link-tag link-tag-${row.state}`}>{row.state}</span>
      )}
      <IconButton
        size="small"
        label={isOut ? `Undo: keep the link to #${row.id}` : `Remove the link to #${row.id}`}
        disabledReason={disabledReason}
        icon={
          isOut ? (
            <Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />
          ) : (
            <X size={14} strokeWidth={1.75} aria-hidden="true" />
          )
        }
        onClick={onToggle}
      />
    </li>
  );
}

interface AddingProps {
  field: TrackerField;
  value: ArtifactLinks;
  onAdd(link: LinkEnd): void;
}

/** Opened by who wants it: most edits of an artifact are not about its links. */
function Adding(props: AddingProps) {
  const [isOpen, setIsOpen] = useState(false);
  const place = use(LinkPlace);
  if (!place) return null;
  return (
    <>
      <div>
        <Button
          size="small"
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden="true" />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          Add a link
        </Button>
      </div>
      {isOpen ? <NewLink {...props} place={place} /> : null}
    </>
  );
}

function NewLink({ field, value, onAdd, place }: AddingProps & { place: LinkPlaceFacts }) {
  const options = phraseOptions(field.allowed_types ?? []);
  const [type, setType] = useState(options[0]?.value ?? '');
  const { artifactId } = place;
  return (
    <fieldset className="link-adding" aria-label="New link">
      <NativeSelect
        label={artifactId === null ? 'The new artifact' : `#${artifactId}`}
        value={type}
        onChange={setType}
        options={options}
      />
      <ArtifactPicker
        place={place}
        verb="Add"
        whyNot={(id) => {
          if (id === artifactId) return 'An artifact cannot be linked to itself';
          return value.forward.some((link) => link.id === id) ? 'It is linked already' : undefined;
        }}
        onPick={(id) => onAdd({ id, type })}
      />
    </fieldset>
  );
}

/** Links of others to this artifact: shown, and where they are changed. */
function Reverse({
  value,
  field,
  artifacts,
}: {
  value: ArtifactLinks;
  field: TrackerField;
  artifacts: ReadonlyMap<number, LinkedArtifact>;
}) {
  if (value.reverse.length === 0) return null;
  const groups = linkGroups({ forward: [], reverse: value.reverse }, field.allowed_types ?? []);
  return (
    <LinkList groups={groups} artifacts={artifacts}>
      <p className="meta link-note">
        These links belong to the other artifacts: open one to change its link, so that nothing is
        written where nobody looks.
      </p>
    </LinkList>
  );
}

/** The forward links with their types, to be changed, taken out and put back; and a way to add more. */
export function ArtifactLinkInput(props: InputProps<ArtifactLinks>) {
  const { value, base = noLinks, field, onChange, disabledReason } = props;
  const facts = inputFacts(props);
  const ids = useFieldIds(facts);
  const rows = rowsOf(value, base);
  const { artifacts, note } = useLinkedArtifacts([...rows, ...value.reverse].map(({ id }) => id));
  function put(links: readonly LinkEnd[]): void {
    onChange({ ...value, forward: links.toSorted((a, b) => a.id - b.id) });
  }
  const without = (id: number) => value.forward.filter((link) => link.id !== id);
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
              <Row
                key={row.id}
                row={row}
                facts={artifacts.get(row.id)}
                field={field}
                disabledReason={disabledReason}
                onType={(type) => put([...without(row.id), { id: row.id, type }])}
                onToggle={() =>
                  put(
                    row.state === 'removed'
                      ? [...value.forward, { id: row.id, type: row.type }]
                      : without(row.id),
                  )
                }
              />
            ))}
          </ul>
        )}
        {note}
        {disabledReason === undefined ? (
          <Adding field={field} value={value} onAdd={(link) => put([...value.forward, link])} />
        ) : null}
        <Reverse value={value} field={field} artifacts={artifacts} />
      </fieldset>
    </Field>
  );
}
