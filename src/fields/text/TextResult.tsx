import { useDeferredValue } from 'react';
import type { ViewProps } from '../contract';
import { TextPreview } from './TextPreview';
import type { TextValue } from './textField';

/** A text that is not saved yet, as readers will see it, while it is typed: typing never waits for it. */
export function TextResult({ value }: ViewProps<TextValue>) {
  return <TextPreview {...useDeferredValue(value)} />;
}
