// VitePress' own theme, in the widget's colour and with the fonts of the system.

import DefaultTheme from 'vitepress/theme-without-fonts';
import type { Theme } from 'vitepress';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ router }) {
    if (typeof location === 'undefined') return;
    // The search goes to addresses that are relative to the page.
    const go = router.go;
    router.go = (href = location.href) => go(new URL(href, location.href).href);
  },
};

export default theme;
