// What a person does on the page of a report.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {join} from 'node:path';
import {launch, open, output, report} from './report.mjs';

let browser, url;
before(async () => {
  url = report('musterkreis');
  browser = await launch();
});
after(() => browser?.close());

async function onPage(hash, act, options) {
  const {page, complaints, close} = await open(browser, url + hash, options);
  try {
    await act(page);
    assert.deepEqual(complaints, []);
  } finally {
    await close();
  }
}
const count = page => page.locator('.count').innerText();

test('search, filters and their count', () => onPage('', async page => {
  assert.match(await count(page), /^86 von 86 Akteuren/);
  await page.fill('#search', 'sucht');
  const found = await page.locator('.actors .name').allInnerTexts();
  assert.ok(found.length > 0 && found.length < 40, String(found.length));
  assert.match(await count(page), new RegExp(`^${found.length} von 86 `));
  await page.click('text=Zurücksetzen');
  assert.match(await count(page), /^86 von 86 /);
  await page.click('.menu summary >> nth=0');
  await page.check('.menu-choices >> text=Krankenversicherung');
  assert.match(await count(page), /^5 von 86 /);
  assert.equal(await page.locator('svg .node:not(.dim)').count(), 4); // one of the five has no tie and stands in the box
  await page.screenshot({path: join(output, 'filter.png')});
}));

test('an actor is chosen on the map and in the list', () => onPage('', async page => {
  await page.click('svg .node:has(title:text("Jobcenter Musterkreis"))', {force: true});
  assert.match(await page.locator('#panel h2').innerText(), /Jobcenter Musterkreis/);
  assert.match(await page.locator('#panel').innerText(), /Partner \(\d+\)/);
  await page.keyboard.press('Tab');
  await page.click('.back');
  await page.click('[data-actor="kgk"]');
  assert.match(await page.locator('#panel h2').innerText(), /Kommunale Gesundheitskonferenz/);
  assert.match(page.url(), /actor=kgk/);
  await page.screenshot({path: join(output, 'actor.png')});
}));
