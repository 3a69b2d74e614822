// Writes ../io/foreign/graphology.gexf with graphology-gexf; graphology has no writer of GraphML.
//
// usage: npm ci && node make_fixtures.mjs      in this folder
import {writeFileSync} from 'node:fs';
import Graph from 'graphology';
import gexf from 'graphology-gexf';

const graph = new Graph({multi: true});
graph.addNode('jc-köln', {label: 'Jobcenter Köln', kind: 'jobcenter', x: 1, y: 2, size: 3, color: '#00ff7f', budget: 1.5});
graph.addNode('verein', {label: 'Verein <Blau> & Söhne', kind: 'sports_club', x: 0, y: 0, size: 1, color: 'rgb(1,2,3)'});
graph.addDirectedEdgeWithKey('e1', 'jc-köln', 'verein', {label: 'verweist an', weight: 2, level: 3});
graph.addUndirectedEdgeWithKey('e2', 'jc-köln', 'verein', {kind: 'cooperates'});
writeFileSync('../io/foreign/graphology.gexf', gexf.write(graph, {pretty: true}));
