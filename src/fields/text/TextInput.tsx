import { useState } from 'react';
import { TextArea } from '~/ui/form/TextArea';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { keepLineEnds } from './lineEnds';
import { ServerHtml } from './ServerHtml';
import type { TextFormat, TextValue } from './textField';
import '../view.css';

const formatNames: Record<TextFormat, string> = {
  text: 'Plain text',
  html: 'HTML source',
  commonmark: 'Markdown',
};

function Preview({ html }: { html: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="value-card" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="meta">Preview</summary>
      {isOpen ? <ServerHtml html={html} /> : null}
    </details>
  );
}

/** A text in the format it has: nothing is converted, and what is not touched stays byte for byte. */
export function TextInput({ value, onChange, ...props }: InputProps<TextValue>) {
  const { content, format } = value;
  const facts = inputFacts(props);
  return (
    <div className="value-list">
      <TextArea
        {...facts}
        help={[formatNames[format], facts.help].filter(Boolean).join(' · ')}
        rows={format === 'text' ? 4 : 8}
        isMono={format !== 'text'}
        spellCheck={format !== 'html'}
        // The browser counts line ends as \n; given \r\n it would be "corrected" at every key, and the cursor jump.
        value={content.replace(/\r\n?/g, '\n')}
        onChange={(typed) => onChange({ content: keepLineEnds(content, typed), format })}
      />
      {format === 'html' ? <Preview html={content} /> : null}
    </div>
  );
}
