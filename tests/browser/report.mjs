// Reports of the real program, and a browser that watches what the page does.
import {chromium} from 'playwright-core';
import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const output = process.env.OUTPUT ?? join(repository, 'build', 'browser');
mkdirSync(output, {recursive: true});

export function lotse(...words) {
  return execFileSync(process.env.LOTSE, words, {encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']});
}

/// The address of the page of a report. Tests run side by side: each writes a folder of its own.
export function report(name, dataset, ...options) {
  const folder = join(output, name);
  lotse('report', join(repository, 'datasets', dataset), '-o', folder, '--overwrite', '--quiet', ...options);
  return pathToFileURL(join(folder, 'index.html')).href;
}

export function launch() {
  return chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu']});
}

/// A page of its own that collects every message and every request besides the file itself.
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({viewport: {width: 1366, height: 768}, ...options});
  const page = await context.newPage();
  const complaints = [];
  page.on('console', message => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', error => complaints.push(`error: ${error.message}`));
  page.on('request', request => {
    if (request.url().split('#')[0] !== url.split('#')[0]) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return {page, complaints, close: () => context.close()};
}
