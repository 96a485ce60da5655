import { TextButton } from '~/ui/button/TextButton';

interface KeyQuestionProps {
  isExplained: boolean;
  onToggle(): void;
}

/** Opens and closes `KeyAnswer`. */
export function KeyQuestion({ isExplained, onToggle }: KeyQuestionProps) {
  return (
    <TextButton aria-expanded={isExplained} onClick={onToggle}>
      Where do I find one?
    </TextButton>
  );
}

/** Where Tuleap makes access keys. */
export function KeyAnswer() {
  return (
    <p>
      In Tuleap, open your own account, then “Keys & tokens”. Generate a personal access key with
      the scope REST; the server shows it once.
    </p>
  );
}
