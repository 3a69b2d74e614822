// usage: node graphology_reads.mjs FOLDER      with x.json, x.gexf, x.graphml of the same network
import {readFileSync} from 'node:fs';
import assert from 'node:assert/strict';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const folder = process.argv[2];
const text = name => readFileSync(`${folder}/${name}`, 'utf8');
const {tables} = JSON.parse(text('x.json'));
const isUndirected = kind => kind === 'cooperates' || kind === 'same_as';

function check(graph, ties, kindOf) {
  assert.deepEqual(graph.nodes().sort(), tables.actors.map(actor => actor.key).sort());
  for (const actor of tables.actors) {
    const data = graph.getNodeAttributes(actor.key);
    assert.equal(data.label, actor.name);
    assert.equal(data.kind, actor.kind);
    assert.equal(data.note ?? '', actor.note ?? '');
  }
  const found = graph.mapEdges((edge, data, source, target, s, t, undirected) =>
    [undirected ? [source, target].sort().join() : `${source},${target}`, kindOf(data), undirected].join());
  assert.deepEqual(found.sort(), ties.sort());
}

const pair = tie => (isUndirected(tie.kind) ? [tie.from, tie.to].sort() : [tie.from, tie.to]).join();
check(gexf.parse(Graph, text('x.gexf'), {addMissingNodes: false}),
      (tables.ties ?? []).map(tie => [pair(tie), tie.kind, isUndirected(tie.kind)].join()), data => data.kind);
check(graphml.parse(Graph, text('x.graphml')),
      (tables.ties ?? []).flatMap(tie => [`${tie.from},${tie.to},${tie.kind},false`,
        ...(isUndirected(tie.kind) ? [`${tie.to},${tie.from},${tie.kind},false`] : [])]), data => data.kind);
