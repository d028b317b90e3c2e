// Watches which keys of the page's storage are used.

export interface StorageUse {
  /** The keys that were read, written or removed since the watch began. */
  readonly keys: readonly string[];
  /** Writes to the storage without being noticed. */
  plant(key: string, value: string): void;
  restore(): void;
}

const methods = ['getItem', 'setItem', 'removeItem'] as const;

export function storageUse(): StorageUse {
  const keys: string[] = [];
  const originals = methods.map((name) => [name, Storage.prototype[name]] as const);
  for (const [name, original] of originals) {
    Storage.prototype[name] = function (this: Storage, key: string, ...rest: string[]) {
      keys.push(key);
      return Reflect.apply(original, this, [key, ...rest]) as never;
    };
  }
  const restore = () => {
    for (const [name, original] of originals)
      Object.assign(Storage.prototype, { [name]: original });
  };
  return {
    keys,
    plant(key, value) {
      localStorage.setItem(key, value);
      keys.length = 0;
    },
    restore,
  };
}
