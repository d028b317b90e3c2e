import webpack from 'webpack';
import { packWith } from './pack-with.js';

await packWith(webpack);
