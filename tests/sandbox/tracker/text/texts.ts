import type { TextContent } from '../../model';
import type { Viewer } from '../access';
import { escapeHtml, renderMarkdown } from './markdown';

/**
 * `art #12` and `req #12` become links to `/goto`, with the project of the artifact; `@ben` one to the page of that person
 * (Enalean/tuleap, src/common/reference/ReferenceManager.php, `insertLinksForMentions`: a dot behind it belongs to the name).
 */
function linked(viewer: Viewer, html: string, ampersand: '&' | '&amp;'): string {
  const logins = new Set(viewer.world.users.map(({ username }) => username));
  const extra = ampersand === '&' ? ' data-test="cross-reference-link"' : '';
  return html
    .split(/(<[^>]*>)/)
    .map((part) =>
      part.startsWith('<')
        ? part
        : part
            .replace(/\b([a-z_]{2,}) #(\d+)\b/g, (whole, key: string, id: string) => {
              const artifact = viewer.world.artifacts.get(Number(id));
              const tracker = artifact && viewer.world.trackers.get(artifact.trackerId);
              if (!tracker || (key !== 'art' && key !== tracker.itemName)) return whole;
              const query = [`key=${key}`, `val=${id}`, `group_id=${tracker.projectId}`];
              const href = `${viewer.origin}/goto?${query.join(ampersand)}`;
              return `<a href="${href}" title="Tracker Artifact" class="cross-reference"${extra}>${whole}</a>`;
            })
            .replace(/(^|\W)@([a-z][a-z0-9_.-]{2,})/gi, (whole, before: string, name: string) =>
              logins.has(name.toLowerCase())
                ? `${before}<a href="/users/${name}" class="direct-link-to-user">@${name}</a>`
                : whole,
            ),
    )
    .join('');
}

/** What is left of HTML after the server's own cleaning: no scripts, no handlers. */
function purified(html: string): string {
  return html
    .replace(/<(script|style|iframe|object|embed)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/?(?:script|style|iframe|object|embed)\b[^>]*>/gi, '')
    .replace(/\son\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/(href|src)\s*=\s*(["']?)\s*(?:javascript|data|vbscript):[^"'\s>]*\2/gi, '$1=$2#$2');
}

export interface ShownText {
  raw: string;
  processed: string;
  format: 'text' | 'html';
  commonmark?: string;
}

/** How a text reads: Markdown shows as HTML with its source beside it (recorded artifacts/65, changesets/11). */
export function shownText(viewer: Viewer, text: TextContent): ShownText {
  if (text.format === 'commonmark') {
    const html = linked(viewer, purified(renderMarkdown(text.content)), '&amp;');
    return { raw: html, processed: html, format: 'html', commonmark: text.content };
  }
  if (text.format === 'html') {
    const processed = linked(viewer, purified(text.content), '&amp;');
    return { raw: text.content, processed, format: 'html' };
  }
  const escaped = linked(viewer, escapeHtml(text.content), '&');
  return { raw: text.content, processed: escaped.replace(/\r?\n/g, '<br />\n'), format: 'text' };
}

/** Names of artifacts in a text, for cross references: `art #12` gives 12. */
export function mentionedIds(text: TextContent): number[] {
  return [...text.content.matchAll(/\b(?:art|req|bug|task|test) #(\d+)\b/g)].map((match) =>
    Number(match[1]),
  );
}

/** Plain text of a value, tags removed: titles and searches. */
export function plainOf(text: TextContent): string {
  if (text.format === 'text') return text.content;
  const html = text.format === 'html' ? text.content : renderMarkdown(text.content);
  return html.replace(/<[^>]*>/g, '').trim();
}
