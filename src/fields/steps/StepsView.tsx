import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { ServerHtml } from '../text/ServerHtml';
import type { Step } from './stepsField';
import '../view.css';

function StepText({ text, format }: { text: string; format: string }) {
  return format === 'text' ? (
    <div className="value value-lines">{text}</div>
  ) : (
    <ServerHtml html={text} />
  );
}

/** The steps of a test with what each should lead to. */
export function StepsView({ value }: ViewProps<readonly Step[]>) {
  if (value.length === 0) return <Empty />;
  return (
    <ol className="value-steps">
      {value.map((step) => (
        <li key={step.id}>
          <StepText text={step.description} format={step.description_format} />
          {step.expected_results === '' ? null : (
            <>
              <p className="meta">Expected</p>
              <StepText text={step.expected_results} format={step.expected_results_format} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
