import { Link } from 'react-router-dom';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { type CrossReference, placeOf } from './crossReferencesField';
import '../view.css';

const directions = [
  { direction: 'out', label: 'mentions' },
  { direction: 'in', label: 'is mentioned in' },
  { direction: 'both', label: 'mentions and is mentioned in' },
] as const;

function Reference({ reference }: { reference: CrossReference }) {
  const place = placeOf(reference);
  if (place && 'path' in place) return <Link to={place.path}>{reference.ref}</Link>;
  if (!place) return <span>{reference.ref}</span>;
  return (
    <a href={place.url} target="_blank" rel="noreferrer">
      {reference.ref}
    </a>
  );
}

/** What this artifact mentions and where it is mentioned: our own page where we have it, else the server's. */
export function CrossReferencesView({ value }: ViewProps<readonly CrossReference[]>) {
  if (value.length === 0) return <Empty />;
  return (
    <dl className="value-list">
      {directions.map(({ direction, label }) => {
        const references = value.filter((reference) => reference.direction === direction);
        if (references.length === 0) return null;
        return (
          <div key={direction}>
            <dt className="meta">{label}</dt>
            <dd className="value-row tabular">
              {references.map((reference) => (
                <Reference key={`${reference.ref} ${reference.url}`} reference={reference} />
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
