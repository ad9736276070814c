// Runs a module on Node's WASI: node node-wasi.mjs '{"module":…,"args":[…],"env":{…}}'
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const { module, ...options } = JSON.parse(process.argv[2]);
const wasi = new WASI({ version: 'preview1', returnOnExit: true, ...options });
const compiled = await WebAssembly.compile(await readFile(module));
process.exitCode = wasi.start(await WebAssembly.instantiate(compiled, wasi.getImportObject()));
