import type { Config } from 'dompurify';

interface AppPolicy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}

/** The same as DOMPurify declares it: there what comes back is a TrustedHTML, for the DOM's own declarations a string. */
type TrustedPolicy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

const rules: AppPolicy = {
  createHTML: (text) => text,
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) {
      throw new TypeError('Only scripts of this origin are trusted.');
    }
    return url;
  },
};

function makePolicy(): (AppPolicy & TrustedPolicy) | undefined {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: AppPolicy): AppPolicy & TrustedPolicy };
  };
  return trustedTypes?.createPolicy('app-sanitize', rules);
}

let policy: (AppPolicy & TrustedPolicy) | undefined;

/**
 * The one Trusted Types policy (`app-sanitize` in the CSP), for DOMPurify; undefined without Trusted Types in the browser.
 * It hands texts through unchanged, so it may reach only code that never puts them into the document as they are:
 * DOMPurify's own inert parse, parsers of XML, our own workers.
 */
export function trustedPolicy(): TrustedPolicy | undefined {
  policy ??= makePolicy();
  return policy;
}

/** The same policy for our own parsing; without Trusted Types the texts stay plain strings. */
export function appPolicy(): AppPolicy {
  policy ??= makePolicy();
  return policy ?? rules;
}
