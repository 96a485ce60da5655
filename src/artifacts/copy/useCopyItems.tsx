import { Braces, ClipboardCopy, CopyPlus, Link2, Terminal } from 'lucide-react';
import { useHref } from 'react-router-dom';
import { currentSession } from '~/api/session';
import { paths } from '~/paths';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { copyText } from '~/ui/copyText';
import type { MenuItem } from '~/ui/overlay/Menu';
import { toast } from '~/ui/overlay/toasts';
import { asCurl, asJson, asMarkdown } from './copyTexts';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

async function put(what: string, text: string): Promise<void> {
  const isCopied = await copyText(text);
  toast(isCopied ? `Copied ${what}.` : 'The browser does not allow copying here.');
}

/** The ways to take an artifact elsewhere, for its menu (features V8). */
export function useCopyItems(base: ArtifactSnapshot, onCopy: () => void): MenuItem[] {
  const href = useHref(paths.artifact(base.artifact.id));
  const address = new URL(href, location.href).href;
  return [
    { key: 'copy', label: 'Copy the artifact…', icon: <CopyPlus {...icon} />, onSelect: onCopy },
    {
      key: 'copy-link',
      label: 'Copy the link',
      icon: <Link2 {...icon} />,
      onSelect: () => put('the link', address),
    },
    {
      key: 'copy-markdown',
      label: 'Copy as Markdown',
      icon: <ClipboardCopy {...icon} />,
      onSelect: () => put('it as Markdown', asMarkdown(base, address)),
    },
    {
      key: 'copy-json',
      label: 'Copy as JSON',
      icon: <Braces {...icon} />,
      onSelect: () => put('it as JSON', asJson(base)),
    },
    {
      key: 'copy-curl',
      label: 'Copy as curl',
      icon: <Terminal {...icon} />,
      onSelect() {
        const connection = currentSession()?.connection;
        if (connection) put('the request as curl', asCurl(base, connection));
      },
    },
  ];
}
