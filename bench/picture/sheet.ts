// The page that holds all pictures in one: a row for each window and colour scheme, a column for each state.

export interface Shot {
  readonly name: string;
  readonly title: string;
  /** One for each look. */
  readonly images: readonly string[];
}

export function sheetOf(looks: readonly string[], shots: readonly Shot[], note: string): string {
  const names = [...new Set(shots.map(({ name }) => name))];
  const heads = names.map((name) => {
    const columns = shots.filter((shot) => shot.name === name).length;
    return `<th class="first" colspan="${columns}">${name}</th>`;
  });
  const isFirst = ({ name }: Shot, index: number): boolean => shots[index - 1]?.name !== name;
  const placeOf = (shot: Shot, index: number): string => (isFirst(shot, index) ? 'first' : 'next');
  const titles = shots.map(
    (shot, index) => `<td class="${placeOf(shot, index)}">${shot.title}</td>`,
  );
  const rows = looks.map((look, index) => {
    const cells = shots.map((shot, column) => {
      const source = `data:image/png;base64,${shot.images[index]}`;
      return `<td class="${placeOf(shot, column)}"><img src="${source}"></td>`;
    });
    return `<tr><th>${look}</th>${cells.join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="en">
<style>
  body { margin: 12px; inline-size: max-content; background: #cfd4da; font: 24px/1.3 system-ui, sans-serif; }
  table { border-collapse: collapse; }
  td, th { padding: 6px; vertical-align: top; text-align: start; }
  .first { padding-inline-start: 28px; }
  tr:nth-child(n + 3) th { inline-size: 5em; }
  img { display: block; block-size: 420px; }
  p { inline-size: 0; min-inline-size: 100%; margin: 8px; }
</style>
<table>
<tr><th></th>${heads.join('')}</tr>
<tr><td></td>${titles.join('')}</tr>
${rows.join('\n')}
</table>
<p>${note}</p>
</html>`;
}
