import { useState } from 'react';
import { Uploads } from '~/attachments/upload/uploads';
import { useUnfinished } from '~/attachments/upload/useUploads';
import type { NotAdded } from '~/fields/openList/notAdded';
import type { Draft, DraftSummary } from '~/saving/draft/draft';
import type { DraftBase } from '~/saving/draft/draftState';
import { useDraftBase, useDraftSummary } from '~/saving/draft/useDraft';
import { type Elsewhere, useElsewhere } from '../elsewhere/useElsewhere';

/** What is typed into the form of an artifact, there already or new, and what it brings with it. */
export interface FormDraft<Base extends DraftBase> {
  /** Keeps its identity. */
  draft: Draft<Base>;
  base: Base;
  summary: DraftSummary;
  /** Files on their way to the server; they go on in the background. */
  uploads: Uploads;
  /** Names of those that are not there yet: a save waits for them. */
  unfinished: readonly string[];
  /** What is typed into lists and not added: asked for before a save. */
  notAdded: NotAdded;
  /** The other artifacts that a save would write to. */
  elsewhere: Elsewhere;
}

/** Makes the draft of a page with `create`, once, and follows it. */
export function useFormDraft<Base extends DraftBase>(create: () => Draft<Base>): FormDraft<Base> {
  const [draft] = useState(create);
  const [uploads] = useState(() => new Uploads());
  const [notAdded] = useState((): NotAdded => new Map());
  return {
    draft,
    base: useDraftBase(draft),
    summary: useDraftSummary(draft),
    uploads,
    unfinished: useUnfinished(uploads),
    notAdded,
    elsewhere: useElsewhere(draft),
  };
}
