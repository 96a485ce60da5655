import type { Handler, SiteHandler } from './model';
import { version } from './resources/version';

/** Every resource below `/api`; the first that answers wins. What nobody answers is a 501 (or the real 404). */
export const handlers: readonly Handler[] = [version];

/** Doors outside `/api`: `/uploads/…`, `/plugins/tracker/attachments/…`. */
export const siteHandlers: readonly SiteHandler[] = [];
