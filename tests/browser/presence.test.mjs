// Who is no longer there, and where links into a long page lead.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {launch, lotse, open, output, report} from './report.mjs';

const network = {
  actors: 'key,name,kind,area,serves,status\njc,Jobcenter A-Stadt,jobcenter,,x,active\n' +
    'vhs,Volkshochschule A-Stadt,adult_education,,,active\nali,Arbeitsloseninitiative,unemployed_initiative,,,ended\n',
  areas: 'key,name,level\nx,A-Stadt,municipality\n',
  ties: 'from,to,kind,status\njc,ali,cooperates,ended\njc,vhs,cooperates,planned\n',
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function panelOf(url, actor) {
  const {page, complaints, close} = await open(browser, `${url}#actor=${actor}`);
  const text = await page.locator('#panel').innerText();
  assert.deepEqual(complaints, []);
  await close();
  return text;
}

test('ended and planned ties are told apart from partners', async () => {
  const folder = join(output, 'gone');
  mkdirSync(folder, {recursive: true});
  for (const [name, text] of Object.entries(network)) writeFileSync(join(folder, `${name}.csv`), text);
  lotse('report', folder, '-o', join(output, 'gone-report'), '--overwrite', '--quiet');
  const url = pathToFileURL(join(output, 'gone-report', 'index.html')).href;
  const gone = await panelOf(url, 'ali');
  assert.match(gone, /Diese Stelle besteht am Stichtag nicht/);
  assert.doesNotMatch(gone, /Sammelbegriffe|Lücken/);
  const there = await panelOf(url, 'vhs');
  assert.match(there, /Keine bestehende Beziehung erfasst/);
  assert.match(there, /Weitere erfasste Beziehungen[^]*geplant/);
  assert.doesNotMatch(there, /Noch keine Beziehung|Ohne erfasste Beziehung/);
});

test('links of the contents lead to their section', async () => {
  const {page, close} = await open(browser, `${report('contents', 'musterkreis')}#view=results`);
  for (const name of ['Agenda-Stufen', 'Erreichbarkeit']) {
    await page.locator('.contents a', {hasText: name}).first().click();
    await page.waitForTimeout(1500); // also for those who scroll smoothly
    const top = await page.locator('.results-body h2', {hasText: name}).first().evaluate(heading => heading.getBoundingClientRect().top);
    assert.ok(top > 0 && top < 300, `${name} at ${top}`);
  }
  await close();
});
