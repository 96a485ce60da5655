import { createContext, useContext } from 'react';
import { equal } from '~/lib/equal';
import type { Draft } from '~/saving/draft/draft';
import type { DraftBase } from '~/saving/draft/draftState';
import { useIsChanged } from '~/saving/draft/useDraft';
import { TextButton } from '~/ui/button/TextButton';
import { storedWords } from './StoredOtherwise';
import type { StoredOtherwise } from './storedOtherwise';

interface Stored {
  byField: ReadonlyMap<number, StoredOtherwise>;
  /** Opens the form at a field. */
  onEdit(fieldId: number): void;
}

/** Gives every field what the last save stored of it in another way. */
export const PageStored = createContext<Stored>({ byField: new Map(), onEdit: () => {} });

interface FoundNoteProps {
  draft: Draft<DraftBase>;
  found: StoredOtherwise;
  onEdit(fieldId: number): void;
}

function FoundNote({ draft, found, onEdit }: FoundNoteProps) {
  const { field, again } = found;
  if (useIsChanged(draft, field) || !equal(draft.value(field), found.value)) return null;
  return (
    <p className="artifact-news artifact-news-overlap">
      <span>
        The server stored {storedWords(found)}.{' '}
        {again ? (
          <TextButton
            data-tooltip="As an unsaved change"
            onClick={() => {
              draft.set(field, again.value);
              onEdit(field.field_id);
            }}
          >
            <span>
              Put mine back<span className="visually-hidden"> into {field.label}</span>
            </span>
          </TextButton>
        ) : null}
      </span>
    </p>
  );
}

/**
 * At its field: that the server stored something else than was sent, both values, and the way back to mine. It stands until
 * the field is changed, or somebody else changes it (features E11).
 */
export function StoredNote({ draft, fieldId }: { draft: Draft<DraftBase>; fieldId: number }) {
  const { byField, onEdit } = useContext(PageStored);
  const found = byField.get(fieldId);
  return found ? <FoundNote draft={draft} found={found} onEdit={onEdit} /> : null;
}
