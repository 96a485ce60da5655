interface PromptWords {
  title(xref: string): string;
  /** What has become of mine so far. */
  note: string;
  leave: string;
  save: string;
}

const beforeSave: PromptWords = {
  title: (xref) => `Conflict on ${xref}`,
  note: 'Nothing of yours has been sent yet. It stays here until the save is proven.',
  leave: 'Back to editing',
  save: 'Save merged version',
};

const afterSave: PromptWords = {
  title: (xref) => `Conflict on ${xref}, found after your save`,
  note: 'Your save is stored and replaced theirs. Merging back saves once more, over the newest version.',
  leave: 'Leave it as it is',
  save: 'Merge back',
};

/** The words of the prompt: before a save went out, or for what one replaced unseen (features X8). */
export function promptWords(isAfterSave: boolean): PromptWords {
  return isAfterSave ? afterSave : beforeSave;
}

/** While the result waits for what it depends on. */
export const waitingWords =
  'It is not sent yet: what it depends on is being looked up. Leave this, and it is not sent.';

/** While the result is on its way. */
export const savingWords =
  'It is being saved. Nothing can be changed here until the answer is there.';
