// A classic script, for places that cannot write `type="module"`: imports the module that lies next to it,
// and passes on what its own tag says.

import type * as Cdn from './cdn.ts';

{
  // Read at once: later it is another script's. And it must be a script: an image can have that name.
  const tag = document.currentScript;
  if (tag instanceof HTMLScriptElement) {
    // The page may have declared a `URL` of its own.
    const url = new window.URL('telnyx-ai-call.js', tag.src).href;
    import(/* @vite-ignore */ url).then(
      ({ embed }: typeof Cdn) => {
        if ('assistantId' in tag.dataset) embed([tag], tag.src);
      },
      (error: unknown) => console.error('<telnyx-ai-call> could not be loaded.', error),
    );
  }
}
