import { ArrowLeft, ArrowLeftRight, ArrowRight } from 'lucide-react';

const directions: Record<string, { Icon: typeof ArrowRight; word: string }> = {
  To: { Icon: ArrowRight, word: 'to' },
  From: { Icon: ArrowLeft, word: 'from' },
  TwoWay: { Icon: ArrowLeftRight, word: 'both ways' },
};

/** Which way a trace points, seen from the artifact that has it: an arrow and a word. */
export function Direction({ direction }: { direction: string }) {
  const known = Object.hasOwn(directions, direction) ? directions[direction] : undefined;
  if (!known) return <span>{direction}</span>;
  const { Icon, word } = known;
  return (
    <span className="blueprint-direction">
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      {word}
    </span>
  );
}
