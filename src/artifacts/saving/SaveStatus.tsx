import { CircleCheck, X } from 'lucide-react';
import { isDiscarded } from '~/saving/others/wholeSave';
import { briefSteps, discardedWords, heldWords } from '~/saving/steps/steps';
import type { SaveResult } from '~/saving/useSave';
import { IconButton } from '~/ui/button/IconButton';
import { useHeadFocus } from '~/ui/page/headFocus';
import type { ArtifactEditor } from '../editor/editor';
import { savedWords } from './savedWords';
import { stepWords } from './words';

/** What a clear end without a save has to say; `''` where there was none. */
function unsavedWords(result: SaveResult | null): string {
  if (result && isDiscarded(result)) return discardedWords;
  return result?.outcome.kind === 'held' ? heldWords : '';
}

/**
 * The live region of a save, always there so that it is heard: what is going on, then as what it was saved. The usual
 * steps are over in a moment and shown by the button alone.
 */
export function SaveStatus({ editor }: { editor: ArtifactEditor }) {
  const { saving, isStoredUnread } = editor;
  const { step, result, forget } = saving;
  const unsaved = step === null ? unsavedWords(result) : '';
  const words = step === null ? unsaved || savedWords(result) : stepWords[step];
  const isSaved = step === null && !unsaved && words !== '';
  const isOver = isSaved || unsaved === discardedWords;
  const isShown = words !== '' && (step === null || !briefSteps.has(step));
  // Its button goes with it.
  useHeadFocus(String(isOver));
  const look = isShown ? `artifact-said${isSaved ? ' artifact-saved' : ''}` : 'visually-hidden';
  return (
    <div className={look}>
      {isSaved ? <CircleCheck size={16} strokeWidth={1.75} aria-hidden="true" /> : null}
      <span role="status">{words}</span>
      {isOver && !isStoredUnread ? (
        <IconButton
          label="Dismiss"
          size="small"
          icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />}
          onClick={forget}
        />
      ) : null}
    </div>
  );
}
