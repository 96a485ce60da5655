import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { ServerHtml } from './ServerHtml';
import { renderedText, type TextValue } from './textField';
import '../view.css';

/**
 * A text as its author meant it. With the server's entry as the server renders it, references linked; else HTML made
 * safe, and Markdown as its source, since only the server knows how it renders that.
 */
export function TextView({ value, entry }: ViewProps<TextValue>) {
  if (value.content === '') return <Empty />;
  const rendered = renderedText(entry);
  if (rendered) {
    return (
      <div className={rendered.keepsLines ? 'value value-lines' : 'value'}>
        <ServerHtml html={rendered.html} />
      </div>
    );
  }
  if (value.format === 'html') {
    return (
      <div className="value">
        <ServerHtml html={value.content} />
      </div>
    );
  }
  return <div className="value value-lines">{value.content}</div>;
}
