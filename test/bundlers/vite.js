import process from 'node:process';
import { build } from 'vite';

await build({ root: process.argv[2], logLevel: 'warn' });
