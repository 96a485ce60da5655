import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import type { UnknownValue } from './unknownField';
import '../view.css';

/** A field this app does not know: what the server says about it, unchanged, and that it stays so. */
export function UnknownView({ value, field }: ViewProps<UnknownValue>) {
  const { json, issues } = value;
  if (json === null) return <Empty />;
  return (
    <div className="value-card">
      <p className="meta">
        {issues.length === 0
          ? `Parterre does not know fields of type “${field.type}”. It shows what the server sent and never changes it.`
          : 'This value has an unexpected shape. Parterre shows what the server sent and never changes it.'}
      </p>
      {issues.length === 0 ? null : (
        <ul className="meta">
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary className="meta">As the server sent it</summary>
        <pre>{JSON.stringify(json, null, 2)}</pre>
      </details>
    </div>
  );
}

export function UnknownCell({ value }: ViewProps<UnknownValue>) {
  if (value.json === null) return null;
  return (
    <span className="soft" data-tooltip="Open the artifact to see what the server sent">
      {value.issues.length === 0 ? 'Unknown type' : 'Unexpected shape'}
    </span>
  );
}
