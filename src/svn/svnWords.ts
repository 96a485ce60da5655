import type { SettingsToSend } from '~/api/svn';
import type { SvnSaveStep } from '~/saving/steps/steps';

/** What a save is doing, for the bar and the live region. */
export const stepWords: Record<SvnSaveStep, string> = {
  keeping: 'Saving…',
  noting: 'Saving…',
  checking: 'Reading the newest settings…',
  writing: 'Saving…',
  returning:
    'Sign in again: it is looked whether your save arrived; if not, you are asked to send it.',
  asking: 'Signed in again. Send now?',
  searching: 'No clear answer came. Looking whether it was saved…',
  auditing: 'Saved. Reading it back…',
  closing: 'Saving…',
  done: '',
};

/** Who may do what by the default permissions alone (svn.md §4, the block that the server puts before the file). */
export function defaultPermissionWords(isOn: boolean, isPublic: boolean): string {
  if (!isOn) {
    return 'Off: the server gives nobody access. Only the sections of the access file count; without a [/] section of its own nobody reaches the root.';
  }
  const others = isPublic ? 'everybody else may read all of it' : 'everybody else has no access';
  return `On: members of the project may read and change everything, ${others}, unless a section of the access file says otherwise.`;
}

function hasRootSection(text: string): boolean {
  return /^\s*\[\/\]/m.test(text);
}

/**
 * What a save would open, close or break, each in a sentence that is asked about first (features D5, reliability M5);
 * empty when it does nothing of the kind.
 */
export function risksOf(
  before: SettingsToSend,
  after: SettingsToSend,
  isPublic: boolean,
): string[] {
  const isOn = after.has_default_permissions;
  const isTurned = isOn !== before.has_default_permissions;
  const isEmptied = before.access_file.trim() !== '' && after.access_file.trim() === '';
  const isRootTwice = isOn && hasRootSection(after.access_file);
  const wasRootTwice = before.has_default_permissions && hasRootSection(before.access_file);
  const risks: string[] = [];
  if (isTurned && isOn) {
    risks.push(
      `Default permissions are turned on: all members of the project get read and write access to everything${isPublic ? ', and everybody who can see the project may read it' : ''}.`,
    );
  }
  if (isTurned && !isOn) {
    risks.push(
      'Default permissions are turned off: whoever has no rule in the access file loses access.',
    );
  }
  if (isEmptied) risks.push('The access file is emptied: all its rules are gone.');
  if (!isOn && after.access_file.trim() === '' && (isTurned || isEmptied)) {
    risks.push('With neither default permissions nor an access file, nobody has access.');
  }
  if (isRootTwice && !wasRootTwice) {
    risks.push(
      'The access file has a [/] section, and the default permissions bring another: Subversion refuses a file with two, and everybody loses access.',
    );
  }
  return risks;
}
