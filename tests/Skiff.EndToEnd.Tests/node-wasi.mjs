// Runs an AppBundle on Node's WASI: node node-wasi.mjs BUNDLE APP COUNT GUEST::HOST... ARGUMENT...
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WASI } from 'node:wasi';

const [bundle, app, count, ...rest] = process.argv.slice(2);
const directories = rest.slice(0, Number(count)).map(mapping => mapping.split('::'));

const wasi = new WASI({
  version: 'preview1',
  args: ['dotnet.wasm', app, ...rest.slice(Number(count))],
  env: {},
  preopens: { '/': bundle, ...Object.fromEntries(directories) },
  returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(join(bundle, 'dotnet.wasm')));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
