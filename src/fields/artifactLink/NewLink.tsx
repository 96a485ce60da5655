import { Plus } from 'lucide-react';
import { type KeyboardEvent, use, useRef, useState } from 'react';
import type { Field } from '~/api/trackers';
import { LinkPlace, type LinkPlaceFacts } from '~/links/LinkPlace';
import { type LinkEnd, type LinkSense, senseKey, senseOfKey } from '~/links/linkTypes';
import { ArtifactPicker } from '~/links/picker/ArtifactPicker';
import { Button } from '~/ui/button/Button';
import { TextButton } from '~/ui/button/TextButton';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { phrasesOf, whyNotLink } from './linkRows';
import type { ArtifactLinks } from './mergeLinks';
import { PastedLinks } from './pasted/PastedLinks';

interface NewLinkProps {
  field: Field;
  value: ArtifactLinks;
  onAdd(links: readonly (LinkEnd & LinkSense)[]): void;
}

const plus = <Plus size={14} strokeWidth={1.75} aria-hidden="true" />;

/** Opened by who wants it: most edits of an artifact are not about its links. */
export function NewLink(props: NewLinkProps) {
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const place = use(LinkPlace);
  if (!place) return null;
  return (
    <>
      <div>
        <Button
          ref={opener}
          size="small"
          icon={plus}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          Add a link
        </Button>
      </div>
      {isOpen ? (
        <Adding
          {...props}
          place={place}
          onClose={() => {
            setIsOpen(false);
            opener.current?.focus();
          }}
        />
      ) : null}
    </>
  );
}

/** The server links to what one cannot see, and refuses what is not there; which of both only it knows (links/24, links/54, links/57). */
const unseenNote =
  'If there is one, it is linked and the link hidden from you; if there is none, the server refuses the save';

interface AddingProps extends NewLinkProps {
  place: LinkPlaceFacts;
  onClose(): void;
}

/** The phrase, then the artifact: one, or a pasted list of many. */
function Adding({ field, value, onAdd, place, onClose }: AddingProps) {
  const options = phrasesOf(field);
  const [key, setKey] = useState(options[0]?.value ?? senseKey({ type: '', direction: 'forward' }));
  const [list, setList] = useState<string | null>(null);
  const { artifactId } = place;
  const sense = senseOfKey(key);
  // A pasted list is work: it goes by its button alone.
  function closeByKey(event: KeyboardEvent): void {
    // What is being composed has its own Escape.
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
    if ((list ?? '').trim() !== '') return;
    event.preventDefault();
    onClose();
  }
  return (
    <fieldset className="link-adding" aria-label="New link" onKeyDown={closeByKey}>
      <NativeSelect
        label={artifactId === null ? 'The new artifact' : `#${artifactId}`}
        value={key}
        onChange={setKey}
        options={options}
      />
      {list === null ? (
        <div className="link-picker">
          <ArtifactPicker
            place={place}
            verb="Add"
            icon={plus}
            isWritten={sense.direction === 'reverse'}
            unseenNote={unseenNote}
            whyNot={(id) =>
              whyNotLink({ id, direction: sense.direction }, { value, artifactId, field })
            }
            onPick={(id) => onAdd([{ id, ...sense }])}
            onList={setList}
          />
          <div>
            <TextButton onClick={() => setList('')}>Paste a list</TextButton>
          </div>
        </div>
      ) : (
        <PastedLinks
          text={list}
          onText={setList}
          sense={sense}
          field={field}
          value={value}
          artifactId={artifactId}
          onAdd={onAdd}
          onClose={() => setList(null)}
        />
      )}
    </fieldset>
  );
}
