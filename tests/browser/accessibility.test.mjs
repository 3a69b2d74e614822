// axe-core finds nothing against WCAG 2.1 A and AA, in both languages and in every state of the page.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {createRequire} from 'node:module';
import {launch, open, report, repository} from './report.mjs';
import {join} from 'node:path';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const states = {
  map: '', 'an actor': 'actor=jc-mk', filters: 'sectors=health&topics=LP-BEW', matrix: 'view=matrix&cell=mk-waldau+LP-BEW',
  ways: 'view=ways&from=jc-mk&to=topic%3DLP-STR&mandate=yes', 'no way': 'view=ways&from=schwimm&to=topic%3DX-BER',
  proposals: 'view=proposals', compare: 'view=compare',
  actors: 'view=actors', results: 'view=results', 'large type': 'actor=jc-mk&type=large',
};

let browser, url;
before(async () => {
  url = report('accessibility', 'musterkreis', '--before', join(repository, 'datasets', 'musterkreis-vorher'));
  browser = await launch();
});
after(() => browser?.close());

async function violations(page) {
  // What is hidden is shown by another state; further rows of a table repeat what the first show.
  await page.evaluate(() => {
    for (const hidden of document.querySelectorAll('.off, template, tbody tr:nth-child(n + 4)')) hidden.remove();
  });
  await page.evaluate(axe);
  const {violations: found} = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], resultTypes: ['violations'],
  }));
  return found.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
}

for (const language of ['de', 'en'])
  for (const [name, hash] of Object.entries(states))
    test(`${name} in ${language}`, async () => {
      const {page, close} = await open(browser, `${url}#${hash}&lang=${language}`, {bypassCSP: true});
      if (name === 'results') await page.locator('details:not([open]) > summary').evaluateAll(list => list.slice(0, 12).forEach(one => one.click()));
      assert.deepEqual(await violations(page), []);
      await close();
    });

test('without script', async () => {
  const {page, close} = await open(browser, url, {javaScriptEnabled: false});
  assert.equal(await page.locator('svg').count(), 1);
  assert.ok(await page.locator('main section').count() > 20);
  assert.match(await page.locator('#actors').innerText(), /Jobcenter Musterkreis/);
  await close();
});
