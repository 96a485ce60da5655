/** Where a tag's attribute ends, and its name, by the rules of the HTML tokenizer (attribute name and value states). */
function attributeAt(markup: string, start: number): { name: string; end: number } {
  let at = start;
  // A leading "=" belongs to the name.
  if (markup[at] === '=') at++;
  while (at < markup.length && !/[\s/>=]/.test(markup.charAt(at))) at++;
  const name = markup.slice(start, at).toLowerCase();
  let value = at;
  while (/\s/.test(markup.charAt(value))) value++;
  if (markup[value] !== '=') return { name, end: at };
  value++;
  while (/\s/.test(markup.charAt(value))) value++;
  const quote = markup.charAt(value);
  if (quote === '"' || quote === "'") {
    const close = markup.indexOf(quote, value + 1);
    return { name, end: close < 0 ? markup.length : close + 1 };
  }
  while (value < markup.length && !/[\s>]/.test(markup.charAt(value))) value++;
  return { name, end: value };
}

function isLoud(name: string): boolean {
  return name === 'style' || name.startsWith('on');
}

/** The tag that begins at `start` without its loud attributes, and where it ends. */
function tagAt(markup: string, start: number): { text: string; end: number } {
  let at = start + 1;
  while (at < markup.length && !/[\s/>]/.test(markup.charAt(at))) at++;
  let text = markup.slice(start, at);
  while (at < markup.length && markup[at] !== '>') {
    if (/[\s/]/.test(markup.charAt(at))) {
      text += markup.charAt(at++);
      continue;
    }
    const { name, end } = attributeAt(markup, at);
    if (!isLoud(name)) text += markup.slice(at, end);
    at = end;
  }
  return { text, end: at };
}

/** Elements whose content is no markup: the parser looks for their end tag only. The sanitiser drops them with all in them. */
const raw = /^(?:style|script|title|textarea|xmp|iframe|noembed|noframes)$/i;

/** What stands at a "<": its text without the loud parts, and where it ends. */
function pieceAt(markup: string, start: number): { text: string; end: number } {
  if (markup.startsWith('<!--', start)) {
    const close = markup.indexOf('-->', start + 2);
    return { text: '', end: close < 0 ? markup.length : close + 3 };
  }
  // `<!DOCTYPE>`, `<![if]>`, `<?xml>`, and `<![CDATA[`, which only drawings know: out, so that nobody reads it otherwise.
  if (/[!?]/.test(markup.charAt(start + 1))) {
    const close = markup.indexOf('>', start);
    return { text: '', end: close < 0 ? markup.length : close + 1 };
  }
  if (!/[a-z]/i.test(markup.charAt(start + 1))) return { text: '<', end: start + 1 };
  const name = /^[^\s/>]{1,16}/.exec(markup.slice(start + 1, start + 17))?.[0] ?? '';
  if (!raw.test(name)) return tagAt(markup, start);
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = start;
  return { text: '', end: close.test(markup) ? close.lastIndex - name.length - 2 : markup.length };
}

/**
 * `markup` without comments, scripts, styles, and `style` and `on…` attributes, in one pass over the text.
 * Not for safety, which is the sanitiser's: the browser reports such attributes as violations of our CSP already while it
 * parses them, although they are thrown away right after, and real texts are full of `style`. A real report must stand out.
 */
export function quieten(markup: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', from)) {
    parts.push(markup.slice(from, at));
    const { text, end } = pieceAt(markup, at);
    parts.push(text);
    from = end;
  }
  parts.push(markup.slice(from));
  return parts.join('');
}
