// The path finder of the page against `paths` itself: all pairs, all topics, with and without mandate.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from '../../viz/page/node_modules/esbuild/lib/main.js';
import {output, report, repository} from './report.mjs';

const bundle = join(output, 'ways.mjs');
await build({
  stdin: {contents: `export {PathFinder} from './ways'; export {Data} from './data';`, resolveDir: join(repository, 'viz', 'page'), loader: 'ts'},
  bundle: true, format: 'esm', outfile: bundle, logLevel: 'error',
});
const {PathFinder, Data} = await import(bundle);

for (const [dataset, least] of [['musterkreis', 1000], ['verzahnung', 100]])
  test(`ways in ${dataset} are those of lotse paths`, () => {
    const page = readFileSync(fileURLToPath(report(`paths-${dataset}`, dataset)), 'utf8');
    const data = new Data(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)[1]);
    const lines = execFileSync(process.env.ALL_PATHS, [join(repository, 'datasets', dataset)],
      {encoding: 'utf8', maxBuffer: 1 << 28}).trim().split('\n');
    const paths = new PathFinder(data);
    const layer = new Set(data.wayActors);
    let reachable = 0, severalHops = 0;
    for (const line of lines) {
      const [from, to, mandate, expected, outside, missing] = JSON.parse(line);
      const topic = to.startsWith('topic=') ? to.slice('topic='.length) : null;
      const goals = (topic === null ? [to] : data.goals.get(topic) ?? [])
        .map(key => data.actor(key).index).filter(index => layer.has(index));
      const found = paths.find({from: data.actor(from).index, goals, topic, mandate, count: 3});
      const ways = found.ways.map(way => [way.cost, way.legality, ...way.hops.map(hop => hop.tie)]);
      assert.deepEqual(ways, expected, `${from} to ${to}, mandate ${mandate}`);
      if (mandate && expected.length === 0) assert.equal(found.outside.length > 0, outside > 0, `${from} to ${to}: outside`);
      assert.deepEqual(found.missing.map(tie => `${data.actorAt(tie.from).key}>${data.actorAt(tie.to).key}:${tie.kind}`), missing,
        `${from} to ${to}: missing links`);
      if (expected.length > 0) ++reachable;
      if (expected.some(way => way.length > 4)) ++severalHops;
    }
    assert.ok(lines.length > 5000 && reachable > least && (least < 1000 || severalHops > 100), `${lines.length} ${reachable} ${severalHops}`);
  });
