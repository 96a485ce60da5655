interface AppPolicy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}

let policy: AppPolicy | undefined;

/**
 * The one Trusted Types policy (`app-sanitize` in the CSP). It hands texts through unchanged, so it may reach only code
 * that never puts them into the document as they are: DOMPurify's own inert parse, parsers of XML, our own workers.
 * Without Trusted Types in the browser the texts stay plain strings.
 */
export function appPolicy(): AppPolicy {
  policy ??= makePolicy();
  return policy;
}

const rules: AppPolicy = {
  createHTML: (text) => text,
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) {
      throw new TypeError('Only scripts of this origin are trusted.');
    }
    return url;
  },
};

function makePolicy(): AppPolicy {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: AppPolicy): AppPolicy };
  };
  return trustedTypes ? trustedTypes.createPolicy('app-sanitize', rules) : rules;
}
