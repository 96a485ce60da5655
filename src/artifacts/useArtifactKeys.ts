import type { ReviewHandle } from '~/changesets/review/useReview';
import { isPlainKey, isUnderDialog, useKeydown } from '~/ui/useKeydown';
import type { ArtifactEditor } from './editor/editor';
import { whyNotEdit } from './rights';

/** The keys of the page: `e` edits, Alt+M merges the newer version; those of the review come first. */
export function useArtifactKeys(
  editor: ArtifactEditor,
  review: ReviewHandle,
  edit: () => void,
): void {
  useKeydown((event) => {
    if (editor.prompt || review.takeKey(event)) return;
    const isMerge = event.altKey && event.code === 'KeyM';
    const isEdit = event.key === 'e' && isPlainKey(event);
    // Whether a dialog is open is asked of the whole page: not at every key that is typed.
    if (!(isMerge || isEdit) || isUnderDialog()) return;
    if (isMerge && editor.newer) {
      event.preventDefault();
      editor.mergeNow();
    } else if (isEdit && whyNotEdit(editor) === undefined) {
      event.preventDefault();
      if (!editor.isEditing) edit();
    }
  });
}
