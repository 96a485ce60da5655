import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import { ownPathOfServerUrl } from '~/paths';
import { mendLinks } from './links';
import { forget, type Pictures, placePictures, readInto, type ShownPictures } from './pictures';
import { canSanitise, loadSanitiser, sanitise } from './sanitise';
import './safe-html.css';

export interface SafeHtmlProps {
  /** Markup from the server, of any kind and intent. */
  html: string;
  /** Origin that relative links belong to: the server's, this page's when it is the same. */
  base?: string;
  /** Pictures of the server that can be shown on request; keep it the same object. */
  pictures?: Pictures;
  /** Works on the nodes when they are safe, before their links are mended; keep it the same function. */
  adorn?(fragment: DocumentFragment): void;
}

/**
 * The only place where markup becomes elements (held by the architecture test). Everything that could run, load, post,
 * or look like part of the page is taken out; the rest is boxed so that it cannot cover anything else.
 * No string ever reaches `innerHTML`: sanitised nodes are moved into the box.
 */
export function SafeHtml({ html, base, pictures, adorn }: SafeHtmlProps) {
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState(canSanitise() ? 'ready' : 'loading');
  const navigate = useNavigate();
  const root = useHref('/');
  useEffect(() => {
    if (state !== 'loading') return;
    let isHere = true;
    loadSanitiser().then(
      () => isHere && setState('ready'),
      () => isHere && setState('failed'),
    );
    return () => {
      isHere = false;
    };
  }, [state]);
  // A picture that was asked for stays while the text around it changes (a preview), and goes with it.
  const [shown] = useState<ShownPictures>(() => new Map());
  useLayoutEffect(() => {
    if (state !== 'ready') return;
    const fragment = sanitise(html);
    if (!fragment) return setState('failed');
    adorn?.(fragment);
    mendLinks(fragment, {
      base: base || location.origin,
      toOwnPath: ownPathOfServerUrl,
      ...(pictures ? { toPicture: pictures.nameOf } : {}),
      toHref: (path) => root.replace(/\/$/, '') + path,
    });
    placePictures(fragment, shown);
    box.current?.replaceChildren(fragment);
  }, [state, html, base, root, pictures, adorn, shown]);
  useEffect(() => () => forget(shown), [shown]);
  useEffect(() => {
    // On the box, not on each link: links are not React's, and middle or modified clicks stay the browser's.
    const element = box.current;
    function click(event: MouseEvent): void {
      const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
      const target = event.target instanceof Element ? event.target : null;
      const picture = target?.closest('a[data-picture]');
      if (picture && pictures && isPlain && !event.altKey) {
        event.preventDefault();
        void readInto(shown, picture, pictures).then((isThere) => {
          if (isThere && element?.isConnected) placePictures(element, shown);
          else if (!element?.isConnected) forget(shown);
        });
        return;
      }
      const path = target?.closest('a[data-path]')?.getAttribute('data-path');
      if (!path || !isPlain || event.altKey) return;
      event.preventDefault();
      navigate(path);
    }
    element?.addEventListener('click', click);
    return () => element?.removeEventListener('click', click);
  }, [navigate, pictures, shown]);
  if (state === 'failed') {
    return (
      <div>
        <p className="meta">
          The part of Parterre that makes texts safe to show could not be loaded. This is the
          source.
        </p>
        <pre className="safe-html-source">{html}</pre>
      </div>
    );
  }
  return <div ref={box} className="safe-html" aria-busy={state === 'loading'} />;
}
