import { rspack } from '@rspack/core';
import { packWith } from './pack-with.js';

await packWith(rspack);
