// VitePress wants to know at build time in which folder of a host its pages will be. Here they find it out in the
// browser. That works because all pages lie in one folder: from each of them `./` is the same place.

/** For what is in the pages before any script runs: links, style sheets, pictures. */
export const base = './';

/** For pictures, which are written into pages as Vite names them. */
export function addressOf(file: string, { ssr }: { readonly ssr: boolean }): string | undefined {
  return ssr ? base + file : undefined;
}

/** The folder, for VitePress' own scripts. They read it from the data of the site. */
export function tellFolder(html: string): string {
  const script = `__VP_SITE_DATA__.base=new URL('.',location.href).pathname`;
  return html.replace('</body>', `<script>${script}</script></body>`);
}

/** A plugin of Vite, for the one place where they take it from the build instead. */
export const folderFromData = {
  name: 'folder-from-data',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    if (!id.endsWith('/vitepress/dist/client/app/utils.js')) return undefined;
    const inBuild = 'import.meta.env.BASE_URL';
    if (!code.includes(inBuild)) throw new Error('VitePress reads its folder elsewhere.');
    return code.replace(inBuild, 'siteDataRef.value.base');
  },
};
