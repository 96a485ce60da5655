import { type RefObject, useRef, useState } from 'react';
import { Segments } from '~/ui/form/Segments';
import { TextArea } from '~/ui/form/TextArea';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { keepLineEnds } from './lineEnds';
import { markByKey } from './marks/applyMark';
import { MarkTools } from './marks/MarkTools';
import { TextPreview } from './TextPreview';
import type { TextFormat, TextValue } from './textField';
import '../view.css';
import './text-input.css';

const formatNames: Record<TextFormat, string> = {
  text: 'Plain text',
  html: 'HTML source',
  commonmark: 'Markdown',
};

const formats: readonly TextFormat[] = ['commonmark', 'html', 'text'];

const views = [
  { value: 'write', label: 'Write' },
  { value: 'preview', label: 'Preview' },
] as const;

type View = (typeof views)[number]['value'];

/** Said while the format differs from what is stored: the words stay, their meaning may not. */
function formatNote(value: TextValue, base: TextValue | undefined): string {
  return base && base.content !== '' && base.format !== value.format
    ? `Was ${formatNames[base.format]}: the text itself is not converted`
    : '';
}

interface BarProps {
  label: string;
  view: View;
  onView(view: View): void;
  format: TextFormat;
  onFormat(format: TextFormat): void;
  area: RefObject<HTMLTextAreaElement | null>;
}

function Bar({ label, view, onView, format, onFormat, area }: BarProps) {
  return (
    <div className="text-bar">
      <Segments
        label={`Write or preview ${label}`}
        size="small"
        value={view}
        onChange={onView}
        segments={views}
      />
      {format === 'commonmark' && view === 'write' ? <MarkTools label={label} area={area} /> : null}
      <select
        className="text-format"
        aria-label={`Format of ${label}`}
        value={format}
        onChange={(event) => {
          const chosen = formats.find((each) => each === event.target.value);
          if (chosen) onFormat(chosen);
        }}
      >
        {formats.map((each) => (
          <option key={each} value={each}>
            {formatNames[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

/**
 * A text in the format it has, with a preview. Nothing is ever converted: another format is chosen on purpose and leaves
 * the text as it stands; what is not touched stays byte for byte.
 */
export function TextInput({ value, onChange, base, ...props }: InputProps<TextValue>) {
  const [view, setView] = useState<View>('write');
  const { content, format } = value;
  const area = useRef<HTMLTextAreaElement>(null);
  const facts = inputFacts(props);
  // The browser counts line ends as \n; given \r\n it would be "corrected" at every key, and the cursor jump.
  const shown = content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content;
  return (
    <TextArea
      {...facts}
      ref={area}
      onKeyDown={format === 'commonmark' ? markByKey : undefined}
      help={[formatNote(value, base), facts.help].filter(Boolean).join(' · ')}
      rows={format === 'text' ? 4 : 8}
      isMono={format !== 'text'}
      spellCheck={format !== 'html'}
      bar={
        <Bar
          label={facts.label}
          view={view}
          onView={setView}
          format={format}
          area={area}
          onFormat={(next) => onChange({ content, format: next })}
        />
      }
      preview={
        view === 'preview' ? (
          <section className="text-preview" aria-label={`Preview of ${facts.label}`}>
            <TextPreview {...value} />
          </section>
        ) : undefined
      }
      value={shown}
      onChange={(typed) => onChange({ content: keepLineEnds(content, typed), format })}
    />
  );
}
