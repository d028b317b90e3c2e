// Why the page behind the preview is not the one that was asked for.

import type { PictureMeter } from '../contrast/picture-meter.ts';
import { isPictureAddress } from '../fields/find-problem.ts';

export function backgroundProblem(
  texts: ReadonlyMap<string, string>,
  pictures: PictureMeter,
): string | undefined {
  const address = texts.get('view.background')?.trim() ?? '';
  if (address === '') return undefined;
  const isThere = isPictureAddress(address) && pictures.look(address) !== 'missing';
  return isThere ? undefined : 'There is no picture of your page at this address.';
}
