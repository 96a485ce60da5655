import { CircleCheck, X } from 'lucide-react';
import { briefSteps, heldWords } from '~/saving/steps/steps';
import { IconButton } from '~/ui/button/IconButton';
import type { ArtifactEditor } from '../editor/editor';
import { savedWords } from './savedWords';
import { stepWords } from './words';

/**
 * The live region of a save, always there so that it is heard: what is going on, then as what it was saved. The usual
 * steps are over in a moment and shown by the button alone.
 */
export function SaveStatus({ editor }: { editor: ArtifactEditor }) {
  const { saving, isStoredUnread } = editor;
  const { step, result, forget } = saving;
  const isHeld = step === null && result?.outcome.kind === 'held';
  const ended = isHeld ? heldWords : savedWords(result);
  const words = step === null ? ended : stepWords[step];
  const isSaved = step === null && !isHeld && words !== '';
  const isShown = words !== '' && (step === null || !briefSteps.has(step));
  const look = isShown ? `artifact-said${isSaved ? ' artifact-saved' : ''}` : 'visually-hidden';
  return (
    <div className={look}>
      {isSaved ? <CircleCheck size={16} strokeWidth={1.75} aria-hidden="true" /> : null}
      <span role="status">{words}</span>
      {isSaved && !isStoredUnread ? (
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
