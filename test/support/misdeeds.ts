// What a page, or an extension, may have made of something that the browser has; and tests of a press meanwhile.

import { replace } from './replace.ts';
import { pressWhile, type Spoil } from './press-trial.ts';

type Owner = Record<PropertyKey, unknown>;
type Act = () => unknown;

function fail(): never {
  throw new TypeError('Broken by a test.');
}

/** Whoever looks at it has the next failure. */
const unspeakable: unknown = new Proxy(new Error(), { get: fail, has: fail, getPrototypeOf: fail });

const actsAtOnce: Readonly<Record<string, Act | undefined>> = {
  'is missing': undefined,
  throws() {
    throw unspeakable;
  },
  'returns undefined': () => undefined,
  'returns null': () => null,
};

const reasons: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  'a word': 'broken',
  'a frozen object': Object.freeze({}),
  'what nobody can look at': unspeakable,
};

const actsLater: Readonly<Record<string, Act>> = {
  ...Object.fromEntries(
    Object.entries(reasons).map(([name, reason]) => [
      `rejects with ${name}`,
      // A rejection may be anything.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      () => Promise.reject(reason),
    ]),
  ),
  'never settles': () => new Promise(() => undefined),
};

interface Fault {
  readonly name: string;
  readonly spoil: Spoil;
}

/** @param name of a function of the owner. What it is called with goes nowhere. */
export function faultsOfFunction(owner: object, name: string): readonly Fault[] {
  return faultsOf(owner, name, actsAtOnce);
}

/** @param name of a function that returns a promise. */
export function faultsOfPromise(owner: object, name: string): readonly Fault[] {
  return faultsOf(owner, name, { ...actsAtOnce, ...actsLater });
}

/** @param name of a constructor of the window. */
export function faultsOfConstructor(name: string): readonly Fault[] {
  // Not as arrow functions: those cannot be called with `new`.
  return faultsOf(window, name, {
    'is missing': undefined,
    throws: fail,
    'makes an empty object': function () {
      return {};
    },
  });
}

/** @param name of a property that the owner computes. */
export function faultsOfProperty(owner: object, name: string): readonly Fault[] {
  const acts: Readonly<Record<string, Act>> = {
    'throws when it is read': () => {
      throw new DOMException('Broken by a test.', 'SecurityError');
    },
    'is undefined': () => undefined,
    'is null': () => null,
  };
  return Object.entries(acts).map(([misdeed, get]) => ({
    name: `${whoseName(owner)}${name} ${misdeed}`,
    spoil: () => {
      const before = Object.getOwnPropertyDescriptor(owner, name);
      Object.defineProperty(owner, name, { get, set: () => undefined, configurable: true });
      return () => {
        if (before) Object.defineProperty(owner, name, before);
        else Reflect.deleteProperty(owner, name);
      };
    },
  }));
}

function faultsOf(
  owner: object,
  name: string,
  acts: Readonly<Record<string, Act | undefined>>,
): readonly Fault[] {
  return Object.entries(acts).map(([misdeed, act]) => ({
    name: `${whoseName(owner)}${name} ${misdeed}`,
    spoil: () => replace(owner as Owner, name, act),
  }));
}

function whoseName(owner: object): string {
  if (owner === window) return '';
  const name: unknown =
    typeof owner === 'function' ? owner.name : Reflect.get(owner, Symbol.toStringTag);
  return `${String(name)}.`;
}

/** One test for each fault. */
export function testPresses(faults: readonly Fault[]): void {
  describe('a press leads to a state when', () => {
    afterEach(() => localStorage.clear());
    for (const { name, spoil } of faults) it(name, () => pressWhile(spoil));
  });
}
