import { Globe, Lock } from 'lucide-react';
import './visibility.css';

/** Words for `access` (projects.md §1); "restricted" are the accounts that see only what they are members of. */
const words: Readonly<Record<string, string>> = {
  unrestricted: 'Public, restricted too',
  public: 'Public',
  private: 'Private',
  'private-wo-restr': 'Private, no restricted',
};

/** Who sees a project, in a word or two; an unknown word of the server is shown as it is. */
export function visibilityWord(access: string): string {
  return words[access] ?? access;
}

/** An icon and the word; `isShort` leaves out what is said of restricted accounts. */
export function Visibility({ access, isShort = false }: { access: string; isShort?: boolean }) {
  const Icon = access.startsWith('private') ? Lock : Globe;
  const word = visibilityWord(access);
  return (
    <span className="visibility">
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      <span className="clip">{isShort ? word.replace(/,.*/, '') : word}</span>
    </span>
  );
}
