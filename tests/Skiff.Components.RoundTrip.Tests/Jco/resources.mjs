// The host's things and tools, and what is checked of them.

// A class of resources whose objects know whether they were dropped.
class Living {
  constructor(host) {
    this.host = host;
    host.living++;
  }

  [Symbol.dispose ?? Symbol.for('dispose')]() {
    this.host.living--;
    this.host.dropped++;
  }
}

// Adds the interfaces with resources to the imports. Returns what the host knows of them.
export const resourceImports = imports => {
  const host = { living: 0, dropped: 0 };

  class Thing extends Living {
    constructor(id, name) {
      super(host);
      this.number = id;
      this.name = name;
    }

    id() {
      return this.number;
    }

    rename(name) {
      const old = this.name;
      this.name = name;
      return old;
    }

    isSame(other) {
      return this === other;
    }

    absorb(other) {
      return this.number + other.number;
    }

    copy() {
      return new Thing(this.number + 1, `copy of ${this.name}`);
    }

    sum(...values) {
      return values.slice(0, 15).reduce((sum, value) => sum + value, 0n) + BigInt(this.number) + BigInt(values[15].length);
    }

    static make(id) {
      if (id === 0) throw Object.assign(new Error('make'), { payload: 'no thing has the number 0' });
      return new Thing(id, 'made');
    }

    static merge(things) {
      return new Thing(things.reduce((sum, thing) => sum + thing.number, 0), things.map(thing => thing.name).join('+'));
    }
  }

  class Door extends Living {
    constructor(key) {
      if (key === '') throw Object.assign(new Error('door'), { payload: 'a door needs a key' });
      super(host);
      this.key = key;
    }

    open() {
      if (this.key === 'wrong') throw Object.assign(new Error('open'), { payload: 'the key does not fit' });
      return 7;
    }
  }

  class Tool extends Living {
    constructor(id) {
      super(host);
      this.number = id;
    }

    id() {
      return this.number;
    }
  }

  const echo = value => value;
  imports['example:features/resources'] = {
    Thing,
    Door,
    echoOwn: echo,
    echoList: echo,
    echoOption: echo,
    echoResult: result => {
      if (result.tag === 'ok') return result.val;
      throw Object.assign(new Error('result'), { payload: result.val });
    },
    echoTuple: echo,
    echoHolder: echo,
    echoContent: echo,
    lend: thing => thing.number,
    lendTwo: (first, second) => first.number * 100 + second.number,
    lendList: things => Uint32Array.from(things, thing => thing.number),
    lendOption: thing => thing?.number,
    lendRecord: lender => `${lender.name}: ${lender.content.name}`,
    keep: (lent, given) => new Thing(lent.number, given.name),
    giveNothingBack: () => {},
  };
  imports['example:features/tools'] = {
    Tool,
    look: tool => tool.number,
    take: tool => tool.number,
    takeAll: tools => tools.reduce((sum, tool) => sum + tool.number, 0),
    takeBoth: (first, second) => first.number + second.number,
    wantText: () => {},
    wantList: () => {},
    wantShape: () => {},
    wantEnum: color => color,
    wantFlags: rights => Object.keys(rights).filter(right => rights[right]).join(),
  };
  return Object.assign(host, { Tool });
};

// Calls what the guest exports of things, and does what must not be done.
export const checkResources = (check, expectSame, outcome, exported, host) => {
  const resources = exported('example:features/resources');
  const { Thing, Door } = resources;
  const ids = things => Array.from(things, thing => thing.id());

  check('resources/methods', () => {
    const thing = new Thing(7, 'first');
    expectSame(thing.id(), 7, 'id');
    expectSame(thing.rename('größer'), 'first', 'rename');
    const copy = thing.copy();
    expectSame([copy.id(), copy.rename('')], [8, 'copy of größer'], 'copy');
    expectSame([thing.isSame(thing), thing.isSame(copy)], [true, false], 'is-same');
    expectSame(thing.sum(...Array(15).fill(0xFFFFFFFFn), 'four'), 0xFFFFFFFFn * 15n + 11n, 'sum');
    expectSame(Thing.make(9).id(), 9, 'make');
    expectSame(outcome(() => Thing.make(0)), { tag: 'err', val: 'no thing has the number 0' }, 'make');
    expectSame(Thing.merge([new Thing(1, 'a'), new Thing(2, 'b')]).rename(''), 'a+b', 'merge');
    expectSame(thing.absorb(copy), 15, 'absorb');
  });

  check('resources/constructors', () => {
    expectSame(outcome(() => new Door('')), { tag: 'err', val: 'a door needs a key' }, 'constructor');
    expectSame(new Door('right').open(), 7, 'open');
    expectSame(outcome(() => new Door('wrong').open()), { tag: 'err', val: 'the key does not fit' }, 'open');
  });

  check('resources/owned', () => {
    expectSame(resources.echoOwn(new Thing(1, '')).id(), 1, 'own');
    expectSame(ids(resources.echoList([new Thing(2, ''), new Thing(3, '')])), [2, 3], 'list');
    expectSame(resources.echoOption(new Thing(4, '')).id(), 4, 'some');
    expectSame(resources.echoOption(undefined), undefined, 'none');
    expectSame(resources.echoResult({ tag: 'ok', val: new Thing(5, '') }).id(), 5, 'ok');
    expectSame(outcome(() => resources.echoResult({ tag: 'err', val: 'no' })), { tag: 'err', val: 'no' }, 'err');
    const [first, number, second] = resources.echoTuple([new Thing(6, ''), 42, new Thing(7, '')]);
    expectSame([first.id(), number, second.id()], [6, 42, 7], 'tuple');
    const holder = resources.echoHolder({ name: 'h', content: first });
    expectSame([holder.name, holder.content.id()], ['h', 6], 'record');
    expectSame(resources.echoContent({ tag: 'one', val: second }).val.id(), 7, 'variant');
    expectSame(resources.echoContent({ tag: 'nothing' }).tag, 'nothing', 'variant');
  });

  check('resources/lent', () => {
    const first = new Thing(1, 'one');
    const second = new Thing(2, 'two');
    expectSame(resources.lend(first), 1, 'lend');
    expectSame(resources.lendTwo(first, second), 102, 'two');
    expectSame(resources.lendTwo(first, first), 101, 'one twice');
    expectSame(resources.lendList([second, first, second]), [2, 1, 2], 'list');
    expectSame(resources.lendOption(second), 2, 'some');
    expectSame(resources.lendOption(undefined), undefined, 'none');
    expectSame(resources.lendRecord({ name: 'lender', content: second }), 'lender: two', 'record');
    expectSame(resources.keep(first, second).rename(''), 'two', 'keep');
  });

  check('resources/dropped', () => {
    const { living } = host;
    const thing = new Thing(1, '');
    expectSame(host.living, living + 1, 'living');
    thing[Symbol.dispose ?? Symbol.for('dispose')]();
    expectSame(host.living, living, 'living');
  });

  const misuse = exported('example:features/misuse');
  for (const [name, expected] of [
    ['useDisposed', 'ObjectDisposedException: '], ['disposeTwice', 'no exception: 0'], ['lendGiven', 'ObjectDisposedException: '],
    ['giveTwice', 'ObjectDisposedException: '], ['giveOneTwiceInAList', 'ObjectDisposedException: '], ['passNullText', 'ArgumentNullException: '],
  ]) {
    check(`misuse/${name}`, () => expectSame(misuse[name]().slice(0, expected.length), expected, 'exception'));
  }

  for (const [name, expected] of [
    ['giveLent', 'InvalidOperationException: The Tool was lent'], ['lendLent', 'no exception: 5'], ['disposeLent', 'ObjectDisposedException: '], ['keepLent', '5'],
  ]) {
    check(`misuse/${name}`, () => expectSame(misuse[name](new host.Tool(5)).slice(0, expected.length), expected, 'exception'));
  }

  check('misuse/useKept', () => expectSame(misuse.useKept().slice(0, 25), 'ObjectDisposedException: ', 'exception'));

  const failures = exported('example:features/failures');
  for (const [name, thrown, expected] of [
    ['withString', 'nothing', { tag: 'ok', val: 42 }],
    ['withString', 'result-exception', { tag: 'err', val: 'the error' }],
    ['withString', 'other-exception', { tag: 'err', val: 'something else' }],
    ['withVariant', 'result-exception', { tag: 'err', val: { tag: 'code', val: 7 } }],
    ['withNothing', 'result-exception', { tag: 'err', val: undefined }],
    ['onlyError', 'nothing', { tag: 'ok', val: undefined }],
    ['onlyError', 'result-exception', { tag: 'err', val: 'the error' }],
    ['neither', 'result-exception', { tag: 'err', val: undefined }],
  ]) {
    check(`failures/${name}, ${thrown}`, () => expectSame(outcome(() => failures[name](thrown)), expected, 'outcome'));
  }

  // The last: nothing runs in the guest after a trap.
  check('failures/trap', () => {
    let trapped = false;
    try {
      failures.without('other-exception');
    } catch (error) {
      trapped = error instanceof WebAssembly.RuntimeError;
    }

    expectSame(trapped, true, 'a trap');
  });
};
