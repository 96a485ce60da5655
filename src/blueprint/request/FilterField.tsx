import { checkFilter } from '~/api/blueprint/filter';
import { TextButton } from '~/ui/button/TextButton';
import { TextArea } from '~/ui/form/TextArea';
import { Banner } from '~/ui/show/Banner';
import { examples } from './switches';

interface FilterFieldProps {
  value: string;
  onChange(value: string): void;
}

/** `a; b`: clauses only narrow, so an example is added behind what is there. */
function joined(filter: string, clause: string): string {
  const text = filter.trim();
  if (text === '') return clause;
  const open = text.replace(/;?\s*\}?$/, '');
  return `${open}; ${clause}${text.endsWith('}') ? '}' : ''}`;
}

/** The filter as text. What is not as documented is said while typing and may be sent all the same: the server decides. */
export function FilterField({ value, onChange }: FilterFieldProps) {
  const findings = checkFilter(value);
  return (
    <div className="blueprint-filter">
      <TextArea
        label="Filter"
        isMono
        rows={3}
        value={value}
        onChange={onChange}
        autoCapitalize="none"
        spellCheck={false}
        help={
          <>
            Clauses are joined by a semicolon and all must hold. Add one{' '}
            {examples.map(({ label, filter }, index) => (
              <span key={label}>
                {index > 0 ? ', ' : ''}
                <TextButton onClick={() => onChange(joined(value, filter))}>{label}</TextButton>
              </span>
            ))}
            .
          </>
        }
      />
      {findings.length > 0 ? (
        <Banner tone="warning" role="status">
          <span>Not as documented:</span>
          <ul className="blueprint-findings">
            {findings.map(({ at, message }) => (
              <li key={`${at} ${message}`}>
                {message} <span className="soft">Character {at + 1}.</span>
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
    </div>
  );
}
