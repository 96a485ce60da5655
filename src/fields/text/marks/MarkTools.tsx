import { Bold, Code, Italic, Link, List } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { IconButton } from '~/ui/button/IconButton';
import { PictureTool } from '../pictures/PictureTool';
import { usePictures } from '../pictures/usePictures';
import { applyMark } from './applyMark';
import './marks.css';

const tools = [
  { mark: 'bold', label: 'Bold', keys: 'Ctrl B', Icon: Bold },
  { mark: 'italic', label: 'Italic', keys: 'Ctrl I', Icon: Italic },
  { mark: 'list', label: 'Bulleted list', keys: undefined, Icon: List },
  { mark: 'link', label: 'Web address', keys: undefined, Icon: Link },
  { mark: 'code', label: 'Code', keys: undefined, Icon: Code },
] as const;

interface MarkToolsProps {
  /** The text that is marked, by the label of its field. */
  label: string;
  area: RefObject<HTMLTextAreaElement | null>;
}

/** The usual marks of Markdown, for who does not know its signs; they go around what is selected (features E1). */
export const MarkTools = memo(function MarkTools({ label, area }: MarkToolsProps) {
  const { add, told } = usePictures(area);
  return (
    <>
      <Toolbar aria-label={`Marks in ${label}`} className="mark-tools">
        {tools.map(({ mark, label: name, keys, Icon }) => (
          <IconButton
            key={mark}
            size="small"
            label={name}
            tooltip={keys === undefined ? name : `${name} (${keys})`}
            aria-keyshortcuts={keys?.replace('Ctrl ', 'Control+')}
            icon={<Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
            // The text keeps the focus, and with it the look of what is selected.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (area.current) applyMark(area.current, mark);
            }}
          />
        ))}
        {add ? <PictureTool label={label} onFiles={add} /> : null}
      </Toolbar>
      <span role="status" className="mark-told meta soft">
        {told}
      </span>
    </>
  );
});
