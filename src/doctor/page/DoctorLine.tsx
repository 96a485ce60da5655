import { CircleCheck, CircleDashed, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Button } from '~/ui/button/Button';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';
import type { Check, Level } from '../check';
import type { Examined } from '../examine';
import { levelWords } from '../report';

const icons = {
  green: CircleCheck,
  amber: TriangleAlert,
  red: CircleX,
  unknown: CircleDashed,
} as const satisfies Record<Level, unknown>;

/** The sign of a level; the word stands beside it. */
export function LevelIcon({ level }: { level: Level }) {
  const Icon = icons[level];
  return <Icon size={16} strokeWidth={1.75} className={`doctor-${level}`} aria-hidden="true" />;
}

function Asked({ steps }: Pick<Examined, 'steps'>) {
  return (
    <ul className="doctor-asked">
      {steps.map(({ asked, came }, index) => (
        // The steps of one line keep their places.
        <li key={String(index)}>
          <code>{asked}</code> <span className="soft">{came}</span>
        </li>
      ))}
    </ul>
  );
}

interface DoctorLineProps {
  line: Examined;
  /** Whether the requests stand under it. */
  isAskedShown: boolean;
  onRun(check: Check): void;
}

/** One check: what came; and where it is not green, what will not work and how to mend it. */
export function DoctorLine({ line, isAskedShown, onRun }: DoctorLineProps) {
  const { check, finding, steps } = line;
  const isTrouble = finding?.level === 'amber' || finding?.level === 'red';
  return (
    <li className="doctor-line" id={`check-${check.id}`}>
      {finding ? (
        <LevelIcon level={finding.level} />
      ) : (
        <LoaderCircle size={16} strokeWidth={1.75} className="soft" aria-hidden="true" />
      )}
      <h3>{check.title}</h3>
      <div className="doctor-came">
        <p className={isTrouble ? 'doctor-trouble' : 'soft'}>{finding?.came ?? 'Looking …'}</p>
        {finding?.without || finding?.mend ? (
          <dl>
            {finding.without ? (
              <>
                <dt>Without help</dt>
                <dd>{finding.without}</dd>
              </>
            ) : null}
            {finding.mend ? (
              <>
                <dt>To mend it</dt>
                <dd>{finding.mend}</dd>
              </>
            ) : null}
          </dl>
        ) : null}
        {check.costs && finding?.level === 'unknown' ? (
          <Button size="small" onClick={() => onRun(check)}>
            Test now<VisuallyHidden>: {check.title}</VisuallyHidden>
          </Button>
        ) : null}
        {isAskedShown && steps.length > 0 ? <Asked steps={steps} /> : null}
      </div>
      <span className={`doctor-word doctor-${finding?.level ?? 'unknown'}`}>
        {finding ? levelWords[finding.level] : ''}
      </span>
    </li>
  );
}
