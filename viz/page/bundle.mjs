// Bundles the script of the page and writes it as a C++ source.
//
// usage: node bundle.mjs OUTPUT.cpp
import {build} from 'esbuild';
import {readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const {metafile, outputFiles} = await build({
  entryPoints: [join(here, 'main.ts')],
  absWorkingDir: here,
  bundle: true,
  charset: 'utf8',
  format: 'iife',
  legalComments: 'inline',
  metafile: true,
  minify: true,
  target: ['chrome100', 'firefox100', 'safari15'],
  write: false,
});

// What the licences of bundled packages ask for: their text, once each.
const packages = new Set(Object.keys(metafile.inputs)
  .map(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
  .filter(name => name !== undefined));
const banner = [...packages].sort().map(name => {
  const folder = join(here, 'node_modules', name);
  const {version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}`;
}).join('\n\n');
const script = `/*!\n${banner.replaceAll('*/', '* /')}\n*/\n${outputFiles[0].text}`;

const delimiter = 'lotse_page';
for (const forbidden of [`)${delimiter}"`, '</script', '<!--', '\r', '\0'])
  if (script.includes(forbidden)) throw new Error(`the bundle holds ${JSON.stringify(forbidden)}`);
// Compilers take long literals in pieces.
const pieces = [...script.matchAll(/[^]{1,8000}/gu)].map(([piece]) => `R"${delimiter}(${piece})${delimiter}"`);
writeFileSync(process.argv[2], `#include <lotse/viz/page.hpp>

namespace lotse::viz {

std::string_view page_script() {
    return ${pieces.join('\n           ')};
}

}  // namespace lotse::viz
`);
