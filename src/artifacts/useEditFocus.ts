import { useEffect, useRef } from 'react';
import { focusHeadIfLost } from '~/ui/page/headFocus';
import { focusField, focusFirstField } from './focusField';

interface EditFocusFacts {
  isEditing: boolean;
  /** False while another tab of a narrow page hides the fields. */
  isFormShown: boolean;
  /** Begins editing, and brings the form into view. */
  edit(): void;
}

function focusAt(at: number | 'first'): void {
  if (at === 'first') focusFirstField();
  else focusField(at);
}

/**
 * Gives the way into editing, and to a field of the form that is edited already: the focus goes into the field of that id, or into the first one. When editing ends, the
 * control that had the focus is gone; the page's heading takes it then, without scrolling there.
 */
export function useEditFocus({
  isEditing,
  isFormShown,
  edit,
}: EditFocusFacts): (fieldId?: number) => void {
  const wanted = useRef<number | 'first' | null>(null);
  const wasEditing = useRef(isEditing);
  useEffect(() => {
    const at = wanted.current;
    if (isEditing && isFormShown && at !== null) {
      wanted.current = null;
      focusAt(at);
    }
    if (wasEditing.current && !isEditing) focusHeadIfLost();
    wasEditing.current = isEditing;
  }, [isEditing, isFormShown]);
  return (fieldId) => {
    const at = fieldId ?? 'first';
    if (isEditing && isFormShown) {
      focusAt(at);
      return;
    }
    wanted.current = at;
    edit();
  };
}
