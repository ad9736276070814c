// Runs the guest on Node: node driver.mjs NODE_MODULES COMPONENT CASES
//
// jco translates the component. The imports return what they get, as on the other host; CASES is a module, made of the same
// values, whose `cases` are [interface, function, returns a result, arguments]. A line is printed for each check of a feature:
// `feature: ok` or `feature: what went wrong`, so that one wrong line is one wrong feature.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { checkResources, resourceImports } from './resources.mjs';

const [modules, component, casesPath] = process.argv.slice(2);
const transpile = join(modules, '@bytecodealliance', 'jco-transpile', 'dist', 'index.js');
const { transpileBytes } = await import(pathToFileURL(transpile));
const { WASIShim } = await import(pathToFileURL(createRequire(transpile).resolve('@bytecodealliance/preview2-shim/instantiation')));
const { cases, made, echoes } = await import(pathToFileURL(casesPath));

const camel = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// A result that a function returns is returned or thrown.
const returned = result => {
  if (result.tag === 'ok') return result.val;
  throw Object.assign(new Error('the error case'), { payload: result.val });
};

const outcome = call => {
  try {
    return { tag: 'ok', val: call() };
  } catch (error) {
    if (error instanceof Error && !('payload' in error)) throw error;
    return { tag: 'err', val: error instanceof Error ? error.payload : error };
  }
};

// Like isDeepStrictEqual, but what is absent is undefined, and an array is as good as a typed one.
const same = (left, right) => {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (left instanceof Map || right instanceof Map) return same([...left], [...right]);
  if ('length' in left || 'length' in right) {
    return left.length === right.length && Array.prototype.every.call(left, (item, index) => same(item, right[index]));
  }

  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every(key => same(left[key], right[key]));
};

const expectSame = (actual, expected, what) => {
  if (!same(actual, expected)) {
    throw new Error(`${what}: expected ${inspect(expected, { depth: 9 }).slice(0, 500)}, got ${inspect(actual, { depth: 9 }).slice(0, 500)}`);
  }
};

let received;
const echo = returnsResult => (...args) => {
  received = args;
  const value = args.length === 0 ? undefined : args.length === 1 ? args[0] : args;
  return returnsResult ? returned(value) : value;
};

const imports = new WASIShim().getImportObject();
const notes = [];
imports['example:features/notes'] = { note: text => void notes.push(text) };
for (const [owner, name, returnsResult] of echoes) {
  if (owner === '') {
    imports[name] = { default: echo(returnsResult) };
  } else {
    (imports[owner] ??= {})[camel(name)] = echo(returnsResult);
  }
}

const host = resourceImports(imports);
const translated = await transpileBytes(readFileSync(component), { name: 'guest', instantiation: 'async', optimize: false });
const files = new Map((Array.isArray(translated.files) ? translated.files : Object.entries(translated.files)).map(([name, contents]) => [basename(name), contents]));
const folder = mkdtempSync(join(tmpdir(), 'skiff-jco-'));
try {
  const path = join(folder, 'guest.mjs');
  writeFileSync(path, files.get('guest.js'));
  const { instantiate } = await import(pathToFileURL(path));
  const guest = await instantiate(name => WebAssembly.compile(files.get(name)), imports);
  const exported = name => name === '' ? guest : guest[`${name}@1.0.0`] ?? guest[name];

  const check = (feature, work) => {
    try {
      work();
      console.log(`${feature}: ok`);
    } catch (error) {
      console.log(`${feature}: ${(error?.message ?? inspect(error)).replaceAll('\n', ' ')}`);
    }
  };

  for (const [owner, name, returnsResult, values] of cases) {
    check(`${owner.split('/').pop()}/${name}`, () => {
      for (const args of values) {
        const call = () => exported(owner)[camel(name)](...args);
        expectSame(returnsResult ? outcome(call) : call(), args.length === 0 ? undefined : args.length === 1 ? args[0] : args, 'result');
        expectSame(received, args, 'import');
      }
    });
  }

  const inspection = exported('example:features/inspection');
  for (const name of new Set(made.map(([name]) => name))) {
    check(`inspection/${name}`, () => made.filter(item => item[0] === name)
      .forEach(([, args, expected]) => expectSame(inspection[camel(name)](...args), expected, inspect(args))));
  }

  if (exported('example:features/resources')) checkResources(check, expectSame, outcome, exported, host);
} finally {
  rmSync(folder, { recursive: true });
}
