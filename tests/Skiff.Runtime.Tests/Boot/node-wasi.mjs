// Runs an AppBundle on Node's WASI: node node-wasi.mjs BUNDLE APP ARGUMENT...
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WASI } from 'node:wasi';

const [bundle, ...args] = process.argv.slice(2);
const wasi = new WASI({
  version: 'preview1',
  args: ['dotnet.wasm', ...args],
  env: { LANG: 'C.UTF-8', TZ: 'UTC' },
  preopens: { '/': bundle },
  returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(join(bundle, 'dotnet.wasm')));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
