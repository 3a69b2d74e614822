// What the header of the page says, and that it hides nothing.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launch, open, report} from './report.mjs';

const what = ['--without', 'kgk', '--at', '2026-01-01', '--legal', 'sgb2', 'sgb3', '--target', 'women', 'men', '--min-level', '1'];
let browser, url;
before(async () => {
  url = report('header', 'musterkreis', ...what);
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

test('every view says what limits the page, and the title is whole', () => onPage('', async page => {
  for (const [width, height] of [[1366, 768], [800, 600], [390, 800]]) {
    await page.setViewportSize({width, height});
    for (const view of await page.locator('.views button').all()) {
      await view.click();
      assert.match(await page.locator('.chosen').innerText(),
        /^Gewählt: Stichtag 01\.01\.2026 · Zielgruppen Frauen, Männer · Rechtskreise SGB II.*SGB III.*Stufe 1/);
      assert.ok(await page.locator('.chosen').isVisible());
      const cut = await page.evaluate(() => {
        const title = document.querySelector('h1');
        return title.scrollWidth - title.clientWidth;
      });
      assert.ok(cut <= 0, `the title is cut by ${cut} px at ${width}`);
    }
  }
  assert.match(await page.locator('h1').innerText(), /was wäre ohne/);
}));

test('a heading that is jumped to lies below the header', () => onPage('#view=results', async page => {
  for (const [width, height, large] of [[1366, 768, false], [1024, 768, true], [800, 600, false]]) {
    await page.setViewportSize({width, height});
    const button = page.locator('.tools > button').first();
    if ((await button.getAttribute('aria-pressed') === 'true') !== large) await button.click();
    for (const part of ['coverage', 'centrality']) {
      await page.click(`.contents a[href="#${part}"]`);
      await page.waitForFunction(id => {
        const header = document.querySelector('header.top').getBoundingClientRect();
        const heading = document.querySelector(`#${id} h2`).getBoundingClientRect();
        return heading.top >= header.bottom && heading.top < innerHeight;
      }, part, {timeout: 5000});
    }
  }
}));

test('each group has its own rows in the matrix', () => onPage('#view=matrix', async page => {
  const row = page.locator('#view-matrix tbody tr', {hasText: /Talbrück.*Männer.*SGB III/s});
  assert.equal(await row.count(), 1);
  assert.equal(await row.locator('[data-cell="mk-talbrueck X-COA men sgb3"]').innerText(), '●');
  const other = page.locator('#view-matrix tbody tr', {hasText: /Talbrück.*Frauen.*SGB II –/s});
  await other.locator('[data-cell="mk-talbrueck X-COA women sgb2"]').click();
  assert.match(await page.locator('#view-matrix .side').innerText(), /Frauen, SGB II/);
}));

test('on a phone menus and the current view are in sight, without the script the page too', async () => {
  const phone = {viewport: {width: 390, height: 800}};
  await onPage('#view=map', async page => {
    for (let i = 0; i < 4; ++i) {
      await page.locator('.filter-bar summary').nth(i).click();
      const box = await page.locator('.filter-bar [open] .menu-choices').boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 390, `menu ${i} ends at ${box.x + box.width}`);
    }
    await page.locator('.views button', {hasText: 'Auswertungen'}).click();
    const tab = await page.locator('.views [aria-current]').boundingBox();
    assert.ok(tab.x >= 0 && tab.x + tab.width <= 390, `the tab ends at ${tab.x + tab.width}`);
  }, phone);
  await onPage('', async page => {
    assert.equal(await page.locator('.chosen').innerText().then(words => words.startsWith('Gewählt: ')), true);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
    const heading = page.locator('#coverage th[scope=row]', {hasText: /Talbrück.*Männer.*SGB III/s});
    assert.equal(await heading.count(), 1);
  }, {...phone, javaScriptEnabled: false});
});
