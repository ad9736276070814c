// Runs an AppBundle on Node's WASI: node node-wasi.mjs '{"module":…,"args":[…],"env":{…},"preopens":{…}}'
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const { module, ...options } = JSON.parse(process.argv[2]);
const wasi = new WASI({ version: 'preview1', returnOnExit: true, ...options });
const compiled = await WebAssembly.compile(await readFile(module));

// Called directly, Node 20's own functions crash it once a module's memory has grown to hundreds of megabytes.
const imports = wasi.getImportObject();
for (const functions of Object.values(imports)) {
  for (const [name, implementation] of Object.entries(functions)) {
    functions[name] = (...values) => implementation(...values);
  }
}

process.exitCode = wasi.start(await WebAssembly.instantiate(compiled, imports));
