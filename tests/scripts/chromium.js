// Finds a Chromium for the browser tests, or installs one. Plain Node, so that the runner and the Playwright configuration share it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const variables = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_PATH'];

// The headless shell first: the same engine without a window's work, for half the processor time a test.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Whether this file is a browser that starts here: one may lie there without its libraries. Windows' answers nothing.
 * @param {string} path
 */
function runs(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return answer.status === 0 && /Chrom(e|ium)/.test(answer.stdout);
}

/** Playwright's own browser, where it would lie. */
function playwrights() {
  const { chromium } = createRequire(import.meta.url)('playwright');
  return chromium.executablePath();
}

/** @returns {string[]} */
function systems() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
}

/**
 * The path of a Chromium that runs: the environment's, the system's, Playwright's. Throws a sentence when the environment
 * names one that does not run.
 * @returns {string | undefined}
 */
export function findChromium() {
  for (const variable of variables) {
    const path = process.env[variable];
    if (!path) continue;
    if (runs(path)) return path;
    throw new Error(`${variable} names ${path}, which does not run: correct it or unset it.`);
  }
  return [...systems(), playwrights()].find(runs);
}

/**
 * @param {string} command
 * @param {string[]} options
 */
function isDone(command, options) {
  return spawnSync(command, options, { stdio: 'inherit' }).status === 0;
}

function install() {
  console.log('No Chromium here: installing one…');
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    // Another apt may hold the lock (a machine that just started updates itself): wait for it instead of failing.
    const wait = ['-o', 'DPkg::Lock::Timeout=300'];
    const install = [...wait, 'install', '-y', '--no-install-recommends'];
    const isUpdated = isDone('apt-get', [...wait, 'update']);
    // Older Debians have the whole browser only.
    const packages = ['chromium-headless-shell', 'chromium'];
    if (isUpdated && packages.some((name) => isDone('apt-get', [...install, name]))) return;
  }
  const require = createRequire(import.meta.url);
  const cli = join(require.resolve('playwright/package.json'), '../cli.js');
  isDone(process.execPath, [cli, 'install', 'chromium']);
}

/**
 * A Chromium that runs, installed when there is none. Throws one sentence that says what to do when that failed too.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  install();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'Browser tests need Chromium and it could not be installed: install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}
