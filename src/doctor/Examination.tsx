import { RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { explain } from '~/api/explain';
import { isCrossOrigin } from '~/api/requests/origin';
import { Button } from '~/ui/button/Button';
import { CopyButton } from '~/ui/button/CopyButton';
import { Checkbox } from '~/ui/form/Checkbox';
import { PageHead } from '~/ui/page/PageHead';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import type { Subject } from './bench';
import { groups } from './check';
import type { Examined } from './examine';
import { ArtifactField } from './page/ArtifactField';
import { DoctorLine, LevelIcon } from './page/DoctorLine';
import type { ListedNetwork } from './page/networks';
import { ProxyText } from './page/ProxyText';
import { SandboxNetworks } from './page/SandboxNetworks';
import { countLevels, reportOf } from './report';
import { type Examination as State, useExamination } from './useExamination';
import './doctor.css';

function Counts({ lines }: { lines: readonly Examined[] }) {
  const counts = countLevels(lines);
  const words = [
    { level: 'green', text: `${counts.green} work` },
    { level: 'amber', text: `${counts.amber} limited` },
    { level: 'red', text: counts.red === 1 ? '1 fails' : `${counts.red} fail` },
    { level: 'unknown', text: `${counts.unknown} not tested` },
  ] as const;
  return (
    <ul className="doctor-counts" aria-label="Result">
      {words
        .filter(({ level }) => level === 'green' || counts[level] > 0)
        .map(({ level, text }) => (
          <li key={level}>
            <LevelIcon level={level} />
            {text}
          </li>
        ))}
    </ul>
  );
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

function factsOf({ startedAt, milliseconds }: State, subject: Subject): string[] {
  const begun =
    startedAt === undefined || milliseconds === undefined
      ? 'Checking …'
      : `Checked ${clock.format(startedAt)} in ${(milliseconds / 1000).toFixed(1)} s`;
  const { person } = subject;
  return [
    begun,
    person ? `signed in as ${person.username}` : 'nobody is signed in',
    'no data was changed',
  ];
}

/** How saves are safe in this mode (features D1, D2), always told. */
function HowSavingWorks({ subject }: { subject: Subject }) {
  const isFar = isCrossOrigin(subject.connection);
  return (
    <section aria-labelledby="how-saving-works">
      <h2 id="how-saving-works">How saving works here</h2>
      <p>
        {isFar
          ? 'Conflict detection runs in fallback mode: changeset comparison. Before each save the newest changeset is compared with the one you started from; after it the changesets are read again, so that a change in between is found and told.'
          : 'A stale save is refused by the server. After each save the changesets are read again, so that a change in the same second is found too.'}
      </p>
    </section>
  );
}

interface WhatIsSentProps {
  subject: Subject;
  lines: readonly Examined[];
  isAskedShown: boolean;
  onShowAsked(isShown: boolean): void;
  onChooseArtifact(artifact: number | undefined): void;
}

function WhatIsSent({
  subject,
  lines,
  isAskedShown,
  onShowAsked,
  onChooseArtifact,
}: WhatIsSentProps) {
  const count = lines.reduce((sum, { steps }) => sum + steps.length, 0);
  return (
    <section aria-labelledby="what-a-check-sends">
      <h2 id="what-a-check-sends">What a check sends</h2>
      <p>
        {count} requests; equal ones are sent once.
        {subject.person
          ? ' Two of them look like saves, but name a field that does not exist: nothing can be stored.'
          : null}
      </p>
      <Checkbox isSelected={isAskedShown} onChange={onShowAsked}>
        Show the requests
      </Checkbox>
      {subject.person ? (
        <ArtifactField artifact={subject.artifact} onChoose={onChooseArtifact} />
      ) : null}
    </section>
  );
}

interface ExaminationProps {
  subject: Subject;
  networks: readonly ListedNetwork[];
  onChooseArtifact(artifact: number | undefined): void;
  /** Buttons of the page itself. */
  actions?: ReactNode;
}

/** The doctor's page for one server: every check, what fails without help, and the proxy text that mends it. */
export function Examination({ subject, networks, onChooseArtifact, actions }: ExaminationProps) {
  const examination = useExamination(subject);
  const { lines, fault, milliseconds, startedAt, examineAll, examineOne } = examination;
  const [isAskedShown, setAskedShown] = useState(false);
  return (
    <>
      <PageHead
        facts={factsOf(examination, subject)}
        actions={
          <>
            <div role="status">{milliseconds === undefined ? null : <Counts lines={lines} />}</div>
            {actions}
            <CopyButton size="normal" text={reportOf(subject, lines, new Date(startedAt ?? 0))}>
              Copy report
            </CopyButton>
            <Button
              variant="primary"
              icon={<RefreshCw size={16} strokeWidth={1.75} aria-hidden="true" />}
              isPending={milliseconds === undefined}
              onClick={examineAll}
            >
              Check again
            </Button>
          </>
        }
      />
      <div className="doctor">
        <div className="doctor-lines">
          {fault === undefined ? null : <ErrorPanel words={explain(fault, 'examine the server')} />}
          {groups.map((group) => (
            <section key={group} aria-label={group}>
              <h2>{group}</h2>
              <ul>
                {lines
                  .filter(({ check }) => check.group === group)
                  .map((line) => (
                    <DoctorLine
                      key={line.check.id}
                      {...{ line, isAskedShown }}
                      onRun={examineOne}
                    />
                  ))}
              </ul>
            </section>
          ))}
        </div>
        <div className="doctor-side">
          <ProxyText connection={subject.connection} lines={lines} />
          <HowSavingWorks subject={subject} />
          <WhatIsSent
            {...{ subject, lines, isAskedShown, onChooseArtifact }}
            onShowAsked={setAskedShown}
          />
          <SandboxNetworks networks={networks} />
        </div>
      </div>
    </>
  );
}
