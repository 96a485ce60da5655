import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useHref, useLocation } from 'react-router-dom';
import { useSession } from '~/api/session';
import { placeBeside } from '~/ui/overlay/place';
import { ArtifactCard } from './ArtifactCard';
import { PersonCard } from './PersonCard';
import { type Subject, subjectOf } from './subject';
import './references.css';

/** Milliseconds until a card comes, and until it goes when the pointer has left: it may be on its way to the card. */
const COME = 350;
const GO = 200;

interface Shown {
  subject: Subject;
  link: HTMLAnchorElement;
}

function linkOf(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
}

/** The keyboard stands on a link. */
function isOnLink(): boolean {
  return document.activeElement?.matches('a[href]:focus-visible') ?? false;
}

/** Hears of the link under the pointer or with the focus; Escape and everything else that is done take the card away. */
function useLinks(
  card: { current: HTMLElement | null },
  { show, move }: { show(link: HTMLAnchorElement | null): void; move(): void },
): void {
  const onShow = useEffectEvent(show);
  const onMove = useEffectEvent(move);
  useEffect(() => {
    let timer = 0;
    function soon(link: HTMLAnchorElement | null, delay: number): void {
      clearTimeout(timer);
      timer = window.setTimeout(() => onShow(link), delay);
    }
    function over(event: PointerEvent): void {
      if (event.pointerType === 'touch') return;
      const isInCard = event.target instanceof Node && card.current?.contains(event.target);
      const link = linkOf(event.target);
      if (isInCard) clearTimeout(timer);
      // Below a resting pointer the page may move: that takes no card from the keyboard.
      else if (link || !isOnLink()) soon(link, link ? COME : GO);
    }
    function focus(event: FocusEvent): void {
      const isByKey = event.target instanceof Element && event.target.matches(':focus-visible');
      soon(isByKey ? linkOf(event.target) : null, 0);
    }
    function end(): void {
      soon(null, 0);
    }
    // A link that is reached by keyboard may have been scrolled into sight: its card follows it.
    function scrolled(): void {
      if (isOnLink()) onMove();
      else end();
    }
    function key(event: KeyboardEvent): void {
      if (event.key === 'Escape') end();
    }
    // The keyboard may have been there before this code was.
    if (isOnLink()) soon(linkOf(document.activeElement), 0);
    document.addEventListener('pointerover', over);
    document.addEventListener('focusin', focus);
    document.addEventListener('focusout', end);
    document.addEventListener('pointerdown', end);
    document.addEventListener('keydown', key);
    document.addEventListener('scroll', scrolled, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('focusout', end);
      document.removeEventListener('pointerdown', end);
      document.removeEventListener('keydown', key);
      document.removeEventListener('scroll', scrolled, true);
    };
  }, [card]);
}

function Content({ subject, onSettled }: { subject: Subject; onSettled(): void }) {
  if (subject.kind === 'artifact') return <ArtifactCard id={subject.id} onSettled={onSettled} />;
  if (subject.kind === 'person') return <PersonCard login={subject.login} onSettled={onSettled} />;
  return (
    <p className="soft">
      {subject.name}: a revision. Only Tuleap itself can show it; the link opens it there.
    </p>
  );
}

/**
 * Tells of what a link leads to before it is followed: artifacts, people, revisions. On hover and on keyboard focus;
 * Escape hides it, the pointer may go into it (WCAG 1.4.13). One card for the page, which links know nothing of
 * (features V3).
 */
export function ReferenceCards() {
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const server = useSession().session?.connection.url ?? '';
  const root = useHref('/');
  const { pathname: here } = useLocation();
  function show(link: HTMLAnchorElement | null): void {
    if (link === shown?.link) return;
    const subject = link?.isConnected ? subjectOf(link, { server, root, here }) : null;
    setShown(link && subject ? { link, subject } : null);
  }
  function settle(): void {
    if (card.current && shown?.link.isConnected) placeBeside(card.current, shown.link);
  }
  useLinks(card, { show, move: settle });
  const onShown = useEffectEvent(settle);
  useEffect(() => {
    const box = card.current;
    const link = shown?.link;
    if (!box || !link) return;
    const before = link.getAttribute('aria-describedby');
    link.setAttribute('aria-describedby', before === null ? id : `${before} ${id}`);
    box.showPopover?.();
    onShown();
    return () => {
      box.hidePopover?.();
      if (before === null) link.removeAttribute('aria-describedby');
      else link.setAttribute('aria-describedby', before);
    };
  }, [shown, id]);
  return (
    <div ref={card} id={id} role="tooltip" popover="manual" className="popup reference-card">
      {shown ? <Content subject={shown.subject} onSettled={settle} /> : null}
    </div>
  );
}
