import { TextButton } from '../button/TextButton';

interface ProblemLineProps {
  /** What the problem is about; absent where it is about no field. */
  label?: string | undefined;
  /** A sentence, which often begins with the label. */
  message: string;
  /** Puts the focus where it can be mended. */
  jump?: (() => void) | undefined;
  /** The id of what else there is to know of it, read with the way there. */
  describedBy?: string | undefined;
}

/** One problem in a list of them: what it is about is the way there, and is not said twice. */
export function ProblemLine({ label, message, jump, describedBy }: ProblemLineProps) {
  if (label === undefined) return message;
  const rest = message.startsWith(label) ? message.slice(label.length) : '';
  const place = jump ? (
    <TextButton onClick={jump} aria-describedby={describedBy}>
      {label}
    </TextButton>
  ) : (
    label
  );
  return (
    <>
      {place}
      {rest.startsWith(' ') ? rest : `: ${message}`}
    </>
  );
}
