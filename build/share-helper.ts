// Puts a helper in the place of the bundler's (`rolldown-runtime`), into the chunk that all others which need it
// import anyway. As a file of its own it would cost a call one more round trip.

import type { Plugin } from 'vite';

/**
 * The names of a module, each with its getter. The bundler's own helper walks over what a page has added to
 * `Object.prototype`, too, and its descriptors inherit from there.
 */
const helper = `getters=>{const names={__proto__:null};for(const name of Object.keys(getters))Object.defineProperty(names,name,{__proto__:null,get:getters[name],enumerable:true});return names}`;

const importOfHelper = /import\{(?:\w+ as )?(\w+)\}from"\.\/rolldown-runtime-[^"]+";/;

export const shareHelper: Plugin = {
  name: 'share-helper',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const replaced = chunks.find(({ name }) => name === 'rolldown-runtime');
    if (!replaced) return;
    if (/export\{.*,/.test(replaced.code)) throw new Error('The bundler has further helpers.');
    const users = chunks.filter(({ code }) => importOfHelper.test(code));
    // Each graph of modules has its own.
    const hosts = users.filter(
      ({ imports }) => !users.some(({ fileName }) => imports.includes(fileName)),
    );
    for (const user of users) {
      const host = hosts.find((each) => each === user || user.imports.includes(each.fileName));
      if (!host) throw new Error(`No chunk can hold the helper for ${user.fileName}.`);
      const address = `./${host.fileName.split('/').at(-1) ?? ''}`;
      const [found = '', name = ''] = importOfHelper.exec(user.code) ?? [];
      const isHost = user === host;
      const instead = isHost ? '' : `import{helper as ${name}}from"${address}";`;
      // What goes leaves blanks, and the first line is empty: the source maps hold.
      const code = user.code.replace(found, instead.padEnd(found.length));
      user.code = isHost ? `var ${name}=${helper};export{${name} as helper};${code}` : code;
      user.imports = user.imports.filter((fileName) => fileName !== replaced.fileName);
    }
    Reflect.deleteProperty(bundle, replaced.fileName);
    Reflect.deleteProperty(bundle, `${replaced.fileName}.map`);
  },
};
