import { explainBlueprint } from '~/api/blueprint/explain';
import { ErrorPanel } from '~/ui/show/ErrorPanel';

interface BlueprintErrorProps {
  error: unknown;
  onRetry?: () => void;
  isRetrying?: boolean;
  /** What Parterre itself finds unusual in the request. */
  findings?: readonly string[];
}

/** A failed request: what happened, the causes that the documentation names, and what we see in the request ourselves. */
export function BlueprintError({ error, findings = [], ...retry }: BlueprintErrorProps) {
  const words = explainBlueprint(error);
  return (
    <div className="blueprint-error">
      <ErrorPanel words={words} {...retry} />
      {findings.length > 0 ? (
        <div>
          <h3>What differs from the documentation in this request</h3>
          <ul>
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {words.causes.length > 0 ? (
        <div>
          <h3>Causes that the documentation names</h3>
          <ul>
            {words.causes.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
