// Moves the bundler's helper (`rolldown-runtime`, a hundred bytes) into the chunk that all others which need
// it import anyway. As a file of its own it would cost a call one more round trip.

import type { Plugin } from 'vite';

const importOfHelper = /import\{(?:\w+ as )?(\w+)\}from"\.\/rolldown-runtime-[^"]+";/;

export const shareHelper: Plugin = {
  name: 'share-helper',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const helper = chunks.find(({ name }) => name === 'rolldown-runtime');
    if (!helper) return;
    const users = chunks.filter(({ code }) => importOfHelper.test(code));
    // Each graph of modules has its own.
    const hosts = users.filter(
      ({ imports }) => !users.some(({ fileName }) => imports.includes(fileName)),
    );
    const definition = helper.code.trim().replace(/export\{(\w+)[^}]*\};?$/, 'return $1');
    for (const user of users) {
      const host = hosts.find((each) => each === user || user.imports.includes(each.fileName));
      if (!host) throw new Error(`No chunk can hold the helper for ${user.fileName}.`);
      const address = `./${host.fileName.split('/').at(-1) ?? ''}`;
      const [found = '', name = ''] = importOfHelper.exec(user.code) ?? [];
      const isHost = user === host;
      const instead = isHost ? '' : `import{helper as ${name}}from"${address}";`;
      // What goes leaves blanks, and the first line is empty: the source maps hold.
      const code = user.code.replace(found, instead.padEnd(found.length));
      user.code = isHost
        ? `var ${name}=(()=>{${definition}})();export{${name} as helper};${code}`
        : code;
      user.imports = user.imports.filter((fileName) => fileName !== helper.fileName);
    }
    Reflect.deleteProperty(bundle, helper.fileName);
    Reflect.deleteProperty(bundle, `${helper.fileName}.map`);
  },
};
