// What a person does on the page of a report.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import {join} from 'node:path';
import {launch, lotse, open, output, report, repository} from './report.mjs';

let browser, url;
before(async () => {
  url = report('page', 'musterkreis');
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
  await page.click('.filter-bar summary >> nth=0');
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
  const panel = await page.locator('#panel').innerText();
  assert.match(panel, /hat als Mitglied/);
  assert.doesNotMatch(panel, /ist Mitglied in/);
  await page.screenshot({path: join(output, 'actor.png')});
}));

test('zoom by buttons and keys; the whole map comes back', () => onPage('', async page => {
  const transform = () => page.locator('#map svg > g').getAttribute('transform');
  const before = await transform();
  await page.click('[aria-label="Vergrößern"]');
  await page.focus('#map .map');
  await page.keyboard.press('ArrowRight');
  assert.match(await transform(), /scale\(1\.5\)/);
  await page.keyboard.press('0');
  assert.match(await transform(), /scale\(1\)/);
  assert.notEqual(before, '');
}));

test('a cell of the matrix opens the list behind it', () => onPage('#view=matrix', async page => {
  await page.click('[data-cell="mk-waldau LP-BEW"]');
  const list = await page.locator('#view-matrix .side').innerText();
  assert.match(list, /Bewegungsgewohnheiten · Waldau/);
  assert.match(list, /Rückenfit Waldau/);
  await page.click('[data-cell="mk-koenigsacker LP-BEW"]');
  assert.match(await page.locator('#view-matrix .side').innerText(), /Nicht erhoben ist kein Nein[^]*Wen fragen\s+KGK/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  assert.match(await page.locator('#view-matrix .side h2').innerText(), /Ernährung · Königsacker/);
}));

test('the path finder says what lotse paths says', () => onPage('#view=ways', async page => {
  await page.selectOption('#from', 'jc-mk');
  await page.selectOption('#to', 'topic=LP-BEW');
  await page.check('#mandate');
  const expected = JSON.parse(lotse('paths', join(repository, 'datasets', 'musterkreis'), '--from', 'jc-mk',
    '--to', 'topic=LP-BEW', '--mandate', '--format', 'json', '--quiet')).tables;
  const found = await page.locator('.way').evaluateAll(ways => ways.map(way =>
    [...way.querySelectorAll('.station .actor-link span:last-child')].map(name => name.textContent)));
  assert.deepEqual(found, expected.paths.map(path => path.way));
  const kinds = await page.locator('.way .hop-kind').allInnerTexts();
  assert.equal(kinds.length, expected.hops.length);
  expected.hops.forEach((hop, i) => { // a membership is said in the direction in which the way goes
    const words = hop.tie.startsWith(`${hop.from}>`) ? 'ist Mitglied in' : 'hat als Mitglied';
    if (hop.kind === 'member_of') assert.equal(kinds[i], words);
  });
  await page.click('.way .small >> nth=0');
  assert.equal(await page.locator('svg .node.chosen').count(), expected.paths[0].way.length);
}));

test('tables are sorted and copied', async () => {
  await onPage('#view=actors', async page => {
    const partners = () => page.locator('#actors td:last-child').allInnerTexts();
    await page.click('#actors th:last-child button');
    assert.equal(await page.locator('#actors th:last-child').getAttribute('aria-sort'), 'ascending');
    const rising = (await partners()).map(Number);
    assert.deepEqual(rising, [...rising].sort((a, b) => a - b));
    await page.focus('#actors th:nth-child(1) button');
    await page.keyboard.press('Enter');
    const names = await page.locator('#actors td:first-child').allInnerTexts();
    assert.deepEqual(names, [...names].sort(new Intl.Collator('de', {numeric: true, sensitivity: 'base'}).compare));
    assert.equal(await page.locator('#actors td', {hasText: /^–$/}).count(), 0); // it says "nicht erfasst"
    await page.click('#actors .table-tools button');
    await page.locator('.live', {hasText: 'Kopiert: 86 Zeilen'}).waitFor();
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/);
    assert.equal(copied.length, 87);
    assert.match(copied[0], /^Akteur\tArt\tSektor\tGebiet\tErfasste Partner/);
  }, {permissions: ['clipboard-read', 'clipboard-write']});
});

test('the language changes everything and is kept in the address only', () => onPage('#view=ways&from=jc-mk&to=kgk', async page => {
  await page.click('.switch [lang=en]');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.match(page.url(), /lang=en/);
  assert.match(await page.locator('main').innerText(), /Ways of referral[^]*within the mandate|hand-off/);
  assert.equal(await page.inputValue('#from'), 'jc-mk');
  await page.click('.views >> text=Analyses');
  assert.match(await page.locator('#coverage h2').innerText(), /Coverage/i);
  assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), ['', 0, 0]);
}));

test('everything is reached by keyboard', () => onPage('', async page => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const tabTo = async wanted => {
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press('Tab');
      if (wanted.test(await focused())) return;
    }
    assert.fail(`Tab does not lead to ${wanted}`);
  };
  await tabTo(/^Zum Inhalt/);
  await tabTo(/^Akteure$/);
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#actors').isVisible());
  await page.keyboard.press('Shift+Tab');
  await page.goto(url);
  await page.focus('#search');
  await page.keyboard.type('gesundheitskonf');
  await tabTo(/^KGKKommunale Gesundheitskonferenz/);
  await page.keyboard.press('Enter');
  assert.match(await focused(), /Kommunale Gesundheitskonferenz/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  assert.match(await focused(), /Kommunale Gesundheitskonferenz/); // back on the entry of the list
}));

test('an address leads to what it names, in an open page too', () => onPage('#introductions', async page => {
  assert.ok(await page.locator('#introductions').isVisible());
  await page.evaluate(() => { location.hash = '#view=matrix&cell=mk-waldau+LP-BEW'; });
  await page.locator('#view-matrix .side', {hasText: 'Rückenfit Waldau'}).waitFor();
  await page.evaluate(() => { location.hash = '#content'; }); // as the link "Zum Inhalt" does
  assert.ok(await page.locator('#view-matrix .side').isVisible());
}));

test('an address that is no text leads nowhere, and the next one somewhere', () => onPage('#search=%zz', async page => {
  await page.evaluate(() => { location.hash = '#view=matrix'; });
  await page.locator('#view-matrix').waitFor();
}));

/// Width and height of each page, in points.
function sheets(file) {
  return execFileSync('pdfinfo', ['-l', '400', file], {encoding: 'utf8'}).split('\n')
    .flatMap(line => /^Page .*size: *([\d.]+) x ([\d.]+) /.exec(line)?.slice(1).map(Math.round).join('x') ?? []);
}

test('printed, the report has pages of one size; the map alone is a page of A3', () => onPage('', async page => {
  const file = join(output, 'page.pdf');
  await page.pdf({path: file, preferCSSPageSize: true, printBackground: true});
  const sizes = sheets(file);
  assert.deepEqual([...new Set(sizes)], ['842x595']);
  const words = execFileSync('pdftotext', [file, '-'], {encoding: 'utf8', maxBuffer: 1 << 28});
  assert.match(words, /Kommunale Gesundheitskonferenz/);
  assert.doesNotMatch(words, /Für Excel kopieren|Akteur suchen/);
  await page.evaluate(() => { window.print = () => { window.asked = document.documentElement.className; }; });
  await page.click('.print-menu summary');
  await page.click('text=Diese Ansicht');
  assert.match(await page.evaluate(() => window.asked), /print-view/);
  await page.evaluate(() => document.documentElement.classList.add('print-view'));
  await page.pdf({path: file, preferCSSPageSize: true});
  assert.deepEqual(sheets(file), ['1191x842']);
}));

test('a small screen and a beamer', () => onPage('#from=jc-mk&to=kgk', async page => {
  for (const [width, height] of [[1366, 768], [1920, 1080], [420, 900]]) {
    await page.setViewportSize({width, height});
    for (const view of await page.locator('.views button').all()) {
      await view.click();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const name = await view.innerText();
      assert.ok(overflow <= 0, `${name} at ${width}: ${overflow} px too wide`);
      await page.screenshot({path: join(output, `${width}-${name}.png`)});
    }
  }
}));

test('an address from another report names what is not there', () => onPage('#view=ways&from=jc-mk&to=gone', async page => {
  assert.match(await page.locator('.status').innerText(), /Akteur „gone“ gibt es in diesem Netz nicht/);
  assert.equal(await page.locator('.way').count(), 0);
  await page.selectOption('#to', 'kgk');
  assert.match(await page.locator('.status').innerText(), /gefunden/);
  await page.evaluate(() => { location.hash = '#to=topic=XX&from=jc-mk'; });
  await page.locator('.status', {hasText: 'Zum Thema „XX“'}).waitFor({state: 'attached'});
  await page.evaluate(() => { location.hash = '#topics=XX&kinds=refers_to&areas=99'; });
  await page.locator('.menu.active').waitFor();
  assert.equal(await page.locator('.menu.active').count(), 1); // the kind, which there is
  assert.doesNotMatch(await count(page), /^0 von/);
}));
