// The command line: node --import tsx gateway/node/main.ts [--port N]
import { parseArgs } from 'node:util';
import { PRESETS } from '../scenario.ts';
import { startGateway } from './start-gateway.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '8765' } } });
const gateway = await startGateway({ port: Number(values.port) });

console.log(`Gateway   ${gateway.url}`);
console.log(`Control   ${gateway.controlUrl}/control/sessions`);
console.log('\nAssistant ids: assistant-<preset>[.<option>[=<value>]]…[~<tag>]');
for (const [preset, options] of Object.entries(PRESETS)) {
  console.log(`  assistant-${preset.padEnd(24)} ${options.replaceAll('.', '  ')}`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void gateway.close());
}
