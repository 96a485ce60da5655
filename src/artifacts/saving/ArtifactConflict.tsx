import { ConflictReview } from '~/conflicts/ConflictReview';
import { useDraftState } from '~/saving/draft/useDraft';
import type { ArtifactEditor, Prompt } from '../editor/editor';
import { unclearWords } from './words';

/** Another one for every version: what was decided about one is not meant for the next, also within one second. */
function promptKey({ theirs, since, onto }: Prompt): string {
  const version = [theirs.etag, theirs.artifact.last_modified_date, since.at(-1)?.id];
  return [onto ? 'after' : 'before', ...version].join(' ');
}

/**
 * The prompt of an artifact's page. It shows the draft as it is by now: an upload that ends while it is open, or a key
 * typed in another tab, is part of what is saved (features X7).
 */
export function ArtifactConflict({ editor, prompt }: { editor: ArtifactEditor; prompt: Prompt }) {
  const now = useDraftState(editor.draft);
  const isSaving = editor.saving.step !== null || editor.isWaiting;
  // Once it is on its way the draft has moved to their version: what was decided stays in view.
  const isLive = !prompt.onto && now.base === prompt.draft.base;
  return (
    <ConflictReview
      key={promptKey(prompt)}
      draft={isLive ? now : prompt.draft}
      theirs={prompt.theirs}
      since={prompt.since}
      onto={prompt.onto}
      isSaving={isSaving}
      isWaiting={editor.isWaiting}
      lock={editor.lock ?? (editor.isUnclear && !isSaving ? unclearWords : undefined)}
      onSave={editor.saveMerged}
      onClose={editor.closePrompt}
    />
  );
}
