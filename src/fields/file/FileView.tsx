import { AttachmentList } from '~/attachments/AttachmentList';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import type { Files } from './fileField';
import '../view.css';

/** The attached files, each with its preview. */
export function FileView({ value }: ViewProps<Files>) {
  return value.length === 0 ? <Empty /> : <AttachmentList files={value} />;
}
