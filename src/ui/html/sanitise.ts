import type { Config, DOMPurify } from 'dompurify';
import { appPolicy, trustedPolicy } from './policy';
import { quieten } from './quieten';

/*
 * The strict profile (shared reference, reliability.md section 2, threat A): plain HTML only, no forms, no media, no
 * style, no id, name or class (they reach into the page: labels, anchors, named properties, our own CSS). A list of what
 * is allowed, not of what is forbidden: an element of tomorrow's browser is then out by itself. Headings stay.
 */
const tags =
  'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure ' +
  'h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td ' +
  'tfoot th thead time tr tt u ul var wbr';

const attributes = 'href src alt title colspan rowspan scope start reversed datetime lang dir';

/** Elements that go with all that is in them; of other elements that are not allowed the text stays. */
const hollow =
  'script style template svg math select textarea noscript iframe object audio video title head noembed noframes xmp';

/** http, https, mailto, tel, or no scheme at all; white space and control signs inside a scheme make it unknown. */
const uri = /^(?:(?:https?|mailto|tel):|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i;

let purifier: DOMPurify | undefined;
let loading: Promise<void> | undefined;

function config(): Config & { RETURN_DOM_FRAGMENT: true } {
  return {
    RETURN_DOM_FRAGMENT: true,
    ALLOWED_TAGS: tags.split(' '),
    ALLOWED_ATTR: attributes.split(' '),
    ALLOWED_URI_REGEXP: uri,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    FORBID_CONTENTS: hollow.split(' '),
    // DOMPurify parses an empty document with it; what it gives back are nodes, never a string.
    TRUSTED_TYPES_POLICY: trustedPolicy(),
  };
}

/** Loads the sanitiser (once); loaders of pages that show HTML call it, so that the text is there at the first paint. */
export function loadSanitiser(): Promise<void> {
  loading ??= import('dompurify').then(
    (module) => {
      purifier = module.default;
    },
    (error: unknown) => {
      // A deployment in between or a lost line: the next text tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** True when `sanitise` can be called. */
export function canSanitise(): boolean {
  return purifier !== undefined;
}

/**
 * The nodes of `markup`, inert: in a template nothing runs, loads, or is applied. `<style>` and `<base>` go at once, because any
 * other document would report them to the CSP. DOMPurify then works on nodes, so nothing is written out and parsed twice,
 * which is where mutation XSS comes from.
 */
function parse(markup: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = appPolicy().createHTML(quieten(markup));
  for (const loud of template.content.querySelectorAll('style, base')) loud.remove();
  return template.content;
}

/** Markup of the server as harmless nodes that are not yet in any document; undefined until the sanitiser is loaded. */
export function sanitise(markup: string): DocumentFragment | undefined {
  if (!purifier?.isSupported) return undefined;
  return purifier.sanitize(parse(markup), config());
}
