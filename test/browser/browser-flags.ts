// How the tests start Chromium: a microphone that beeps, sound without a click, no call home. Not with
// `--use-fake-ui-for-media-stream`: it allows the microphone whatever its permission says.

export const browserFlags = [
  // Chromium refuses to sandbox as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${[
    // No window needs an address bar whose suggestions are a page: it would cost every test page two more.
    ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
    // No process ahead of the next page: each test file has one page, or few.
    'SpareRendererForSitePerProcess',
  ].join(',')}`,
];
