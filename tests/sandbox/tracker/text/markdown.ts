/**
 * The CommonMark that people write into trackers, as the server shows it: headings, lists, quotes, code, tables,
 * emphasis, links, addresses of the web. Raw HTML passes, and is cleaned afterwards like the HTML that people write
 * (Enalean/tuleap, src/common/Markdown/CommonMarkInterpreter.php: the reader is given no `html_input`, its output goes
 * through the purifier). A small renderer of our own: the sandbox may not borrow the app's.
 */

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An open or closing tag, or a comment (CommonMark 6.6). */
const tag =
  /<\/?[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<!--[\s\S]*?-->/gi;
const address = /<(https?:\/\/[^\s<>]*)>|(?<![\w"(/])(https?:\/\/[^\s<>]*[^\s<>.,:;!?)])/g;

/** Emphasis and links of one run of text that holds no code. */
function styled(text: string): string {
  // What is finished is put aside, so that nothing in it is read as Markdown; signs of the private area stand for it.
  const aside: string[] = [];
  const keep = (html: string) => `\uE000${aside.push(html) - 1}\uE001`;
  const links = text
    .replace(/!\[([^\]]*)\]\((https?:\/\/[^\s)]+)\)/g, (_, alt: string, src: string) =>
      keep(`<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" />`),
    )
    .replace(
      /\[([^\]]+)\]\(((?:https?:|mailto:|\/)[^\s)]*)\)/g,
      (_, words: string, href: string) =>
        `${keep(`<a href="${escapeHtml(href)}">`)}${words}${keep('</a>')}`,
    )
    .replace(address, (_, framed?: string, bare?: string) => {
      const href = escapeHtml(framed ?? bare ?? '');
      return keep(`<a href="${href}">${href}</a>`);
    })
    .replace(tag, (html) => keep(html));
  return escapeHtml(links)
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^*])\*(\S(?:[^*]*?\S)?)\*/g, '$1<em>$2</em>')
    .replace(/(^|\W)_(\S(?:[^_]*?\S)?)_(?=\W|$)/g, '$1<em>$2</em>')
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => aside[Number(index)] ?? '');
}

function inline(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) =>
      /^`[^`]+`$/.test(part) ? `<code>${escapeHtml(part.slice(1, -1))}</code>` : styled(part),
    )
    .join('')
    .replace(/ {2,}\n/g, '<br />\n');
}

const fence = /^(```|~~~)\s*(\S*)/;
const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
const bullet = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const rule = /^(?:\*\s*){3,}$|^(?:-\s*){3,}$|^(?:_\s*){3,}$/;
/** Begins a block of HTML, which goes on to the next empty line (CommonMark 4.6, the sixth kind). */
const block =
  /^<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|link|main|menu|meta|nav|ol|p|pre|script|section|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?:\s|\/?>|$)/i;
const tableLine = /^\s*\|.*\|\s*$/;

/** Reads blocks from a list of lines; `take` functions move the position. */
class Reader {
  #lines: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#lines = text.replaceAll('\r\n', '\n').split('\n');
  }

  get #line(): string | undefined {
    return this.#lines[this.#at];
  }

  html(): string {
    const blocks: string[] = [];
    while (this.#line !== undefined) {
      if (this.#line.trim() === '') this.#at += 1;
      else blocks.push(this.#block(this.#line));
    }
    return blocks.map((block) => `${block}\n`).join('');
  }

  #block(line: string): string {
    const opening = fence.exec(line);
    if (opening) return this.#code(opening[1] ?? '```', opening[2] ?? '');
    const title = heading.exec(line);
    if (title) {
      this.#at += 1;
      const level = title[1]?.length ?? 1;
      return `<h${level}>${inline(title[2] ?? '')}</h${level}>`;
    }
    if (rule.test(line)) {
      this.#at += 1;
      return '<hr />';
    }
    if (line.startsWith('>')) return this.#quote();
    if (block.test(line)) return this.#html();
    if (bullet.test(line)) return this.#list();
    if (tableLine.test(line) && /^\s*\|[\s:|-]+\|\s*$/.test(this.#lines[this.#at + 1] ?? '')) {
      return this.#table();
    }
    return this.#paragraph();
  }

  #code(closing: string, language: string): string {
    const lines: string[] = [];
    this.#at += 1;
    while (this.#line !== undefined && !this.#line.startsWith(closing)) {
      lines.push(this.#line);
      this.#at += 1;
    }
    this.#at += 1;
    const kind = language ? ` class="language-${escapeHtml(language)}"` : '';
    return `<pre><code${kind}>${escapeHtml(lines.map((one) => `${one}\n`).join(''))}</code></pre>`;
  }

  #html(): string {
    const lines: string[] = [];
    while (this.#line !== undefined && this.#line.trim() !== '') {
      lines.push(this.#line);
      this.#at += 1;
    }
    return lines.join('\n');
  }

  #quote(): string {
    const lines: string[] = [];
    while (this.#line?.startsWith('>')) {
      lines.push(this.#line.replace(/^>\s?/, ''));
      this.#at += 1;
    }
    return `<blockquote>\n${new Reader(lines.join('\n')).html()}</blockquote>`;
  }

  #list(): string {
    const first = bullet.exec(this.#line ?? '');
    const depth = first?.[1]?.length ?? 0;
    const isOrdered = /\d/.test(first?.[2] ?? '');
    const items: string[] = [];
    for (
      let found = first;
      found && (found[1]?.length ?? 0) === depth;
      found = bullet.exec(this.#line ?? '')
    ) {
      if (/\d/.test(found[2] ?? '') !== isOrdered) break;
      this.#at += 1;
      const nested: string[] = [];
      const indent = depth + 2;
      while (
        this.#line !== undefined &&
        this.#line.trim() !== '' &&
        /^\s*/.exec(this.#line)?.[0].length !== undefined
      ) {
        const own = /^\s*/.exec(this.#line)?.[0].length ?? 0;
        if (own < indent) break;
        nested.push(this.#line.slice(indent));
        this.#at += 1;
      }
      const inner = nested.length > 0 ? `\n${new Reader(nested.join('\n')).html()}` : '';
      items.push(`<li>${inline(found[3] ?? '')}${inner}</li>`);
    }
    const tag = isOrdered ? 'ol' : 'ul';
    return `<${tag}>\n${items.join('\n')}\n</${tag}>`;
  }

  #table(): string {
    const cells = (line: string): string[] =>
      line
        .trim()
        .slice(1, -1)
        .split('|')
        .map((cell) => inline(cell.trim()));
    const row = (line: string, tag: string): string =>
      `<tr>\n${cells(line)
        .map((cell) => `<${tag}>${cell}</${tag}>`)
        .join('\n')}\n</tr>`;
    const head = row(this.#line ?? '', 'th');
    this.#at += 2;
    const rows: string[] = [];
    while (this.#line !== undefined && tableLine.test(this.#line)) {
      rows.push(row(this.#line, 'td'));
      this.#at += 1;
    }
    return `<table>\n<thead>\n${head}\n</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
  }

  #paragraph(): string {
    const lines: string[] = [];
    while (this.#line !== undefined && this.#line.trim() !== '') {
      if (
        lines.length > 0 &&
        (fence.test(this.#line) ||
          heading.test(this.#line) ||
          this.#line.startsWith('>') ||
          bullet.test(this.#line))
      )
        break;
      lines.push(this.#line.trimStart());
      this.#at += 1;
    }
    return `<p>${inline(lines.join('\n').trimEnd())}</p>`;
  }
}

/** HTML of a CommonMark source; empty for an empty one. */
export function renderMarkdown(source: string): string {
  return new Reader(source).html();
}
