// usage: node hsds_is_valid.mjs SCHEMAS FOLDER     FOLDER: a data package and the same as x.json
import {readFileSync} from 'node:fs';
import assert from 'node:assert/strict';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const [schemas, folder] = process.argv.slice(2);
const json = path => JSON.parse(readFileSync(path, 'utf8'));
const ajv = new Ajv({strict: false, allErrors: true});
addFormats(ajv);
const tabular = json(`${schemas}/tabular.json`);
for (const [name, table] of Object.entries(tabular.properties)) ajv.addSchema(table.items, `${name}.json`);
ajv.addSchema(tabular, 'tabular.json');
const nested = json(`${schemas}/service_with_definitions.json`);
ajv.addSchema(nested, 'service_with_definitions.json');

const problems = (schema, value) => {
  const check = ajv.getSchema(schema);
  return check(value) ? [] : check.errors.map(e => `${schema}${e.instancePath} ${e.message}`);
};
const definition = name => `service_with_definitions.json#/definitions/${name}`;

// The document: its tables, and what stands inside of organizations and services.
const problemsOfDocument = doc => [
  ...problems('tabular.json', doc),
  ...(doc.organization ?? []).flatMap(organization => [
    ...problems(definition('organization'), organization),
    ...(organization.services ?? []).flatMap(s => problems('service_with_definitions.json', s))]),
  ...(doc.service ?? []).flatMap(service => problems('service_with_definitions.json', service)),
  ...(doc.location ?? []).flatMap(location => problems(definition('location'), location))];

function records(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    rows.at(-1).push(quoted !== undefined ? quoted.replaceAll('""', '"') : plain);
    if (end === '\n') rows.push([]);
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

// The data package: types, ids and references as its Table Schemas say.
function tablesOfPackage() {
  const tables = {};
  const resources = json(`${folder}/datapackage.json`).resources;
  for (const {name, path, schema} of resources) {
    const [headings, ...rows] = records(readFileSync(`${folder}/${path}`, 'utf8'));
    assert.deepEqual(headings, schema.fields.map(field => field.name), path);
    tables[name] = rows.map(row => {
      assert.equal(row.length, headings.length, path);
      return Object.fromEntries(row.map((cell, i) => [schema.fields[i], cell])
        .filter(([field, cell]) => {
          assert(cell || !field.constraints?.required, `${path}: ${field.name} is required`);
          return cell;
        })
        .map(([{name: column, type}, cell]) => {
          if (type === 'date') assert.match(cell, /^\d{4}-\d\d-\d\d$/);
          if (type === 'integer') assert.match(cell, /^-?\d+$/);
          return [column, type === 'number' || type === 'integer' ? Number(cell) : cell];
        }));
    });
    const known = tabular.properties[name];
    if (!known) {
      assert(name.startsWith('x_lotse_'), name);
      continue;
    }
    assert.equal(path, known.items.path);
    for (const column of headings) assert(column in known.items.properties || column.startsWith('x_lotse_'), column);
    // HSDS wants an organization of each service; where none is recorded none is invented.
    const required = (known.items.tabular_required ?? []).filter(c => !(name === 'service' && c === 'organization_id'));
    for (const row of tables[name]) for (const column of required) assert(column in row, `${name}.${column}`);
  }
  for (const {name, schema} of resources) {
    const ids = table => tables[table].map(row => row.id);
    if (schema.primaryKey) assert.equal(new Set(ids(name)).size, tables[name].length, `${name}.id`);
    for (const {fields, reference} of schema.foreignKeys) {
      const there = new Set(ids(reference.resource));
      for (const row of tables[name]) assert(!row[fields] || there.has(row[fields]), `${name}.${fields}`);
    }
  }
  const actors = new Set([...tables.organization.map(row => row.id),
    ...(tables.x_lotse_actors ?? []).map(row => row.hsds_id)]);
  for (const tie of tables.x_lotse_ties ?? []) assert(actors.has(tie.hsds_from_id) && actors.has(tie.hsds_to_id));
  return tables;
}

const doc = json(`${folder}/x.json`);
assert.deepEqual(problemsOfDocument(doc), []);
const tables = tablesOfPackage();
assert.deepEqual(problems('tabular.json', tables), []);

// Both say the same.
const ids = rows => rows.map(row => row.id).sort();
const inside = [...(doc.service ?? []), ...doc.organization.flatMap(organization => organization.services ?? [])];
assert.deepEqual(ids(doc.organization), ids(tables.organization));
assert.deepEqual(ids(inside), ids(tables.service ?? []));
assert.equal(inside.flatMap(s => s.attributes).length,
             tables.attribute.filter(a => a.link_entity === 'service').length);

// A validator that accepts everything proves nothing.
const breaks = [
  d => delete d.organization[0].id,
  d => { d.organization[0].id = 'jc-bochum'; },
  d => delete d.organization[0].description,
  d => { d.organization[0].website = 'kein Ort'; },
  d => { d.organization[0].email = 'niemand'; },
  d => { d.organization[0].attributes[0].taxonomy_term_id = 7; },
  d => delete d.organization[0].attributes[0].taxonomy_term.description,
  d => { services(d)[0].status = 'unbekannt'; },
  d => delete services(d)[0].name,
  d => { services(d)[0].service_at_locations = [{id: services(d)[0].id, location: {id: services(d)[0].id}}]; },
  d => { services(d)[0].cost_options = [{id: services(d)[0].id, amount: '12'}]; },
];
const services = d => d.service ?? d.organization.find(organization => organization.services).services;
for (const spoil of breaks) {
  const broken = structuredClone(doc);
  spoil(broken);
  assert.notDeepEqual(problemsOfDocument(broken), [], `not noticed: ${spoil}`);
}
