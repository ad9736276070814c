// Runs a module on Node's WASI: node node-wasi.mjs '{"module":…,"args":[…],"env":{…},"preopens":{…}}'
// Or as often as there are runs, each in an instance of its own: node --expose-gc node-wasi.mjs '{"module":…,"runs":[{"args":[…],…}, …]}'
// A run that names files for its standard streams (standardInput, standardOutput, standardError) is one of a batch; a line
// "INDEX EXITCODE" says that it has ended. Another has this process's streams and exit code.
import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const { module, runs, ...single } = JSON.parse(process.argv[2]);
const compiled = await WebAssembly.compile(await readFile(module));

for (const [index, { standardInput, standardOutput, standardError, ...options }] of (runs ?? [single]).entries()) {
  if (standardOutput === undefined) {
    process.exitCode = await run(options);
    continue;
  }

  const streams = { stdin: openSync(standardInput, 'r'), stdout: openSync(standardOutput, 'w'), stderr: openSync(standardError, 'w') };
  let exitCode = 1;
  try {
    exitCode = await run({ ...options, ...streams });
  } catch (error) {
    writeSync(streams.stderr, `${error.stack}\n`);
  }

  Object.values(streams).forEach(closeSync);
  writeSync(1, `${index} ${exitCode}\n`);
  globalThis.gc();
}

async function run(options) {
  const wasi = new WASI({ version: 'preview1', returnOnExit: true, ...options });

  // Called directly, Node 20's own functions crash it once a module's memory has grown to hundreds of megabytes.
  const imports = wasi.getImportObject();
  for (const functions of Object.values(imports)) {
    for (const [name, implementation] of Object.entries(functions)) {
      functions[name] = (...values) => implementation(...values);
    }
  }

  return wasi.start(await WebAssembly.instantiate(compiled, imports));
}
