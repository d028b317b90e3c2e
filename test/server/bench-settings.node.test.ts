import assert from 'node:assert/strict';
import { it } from 'node:test';
import { settingsFor } from '../../bench/site-server/settings.ts';
import { readConfig } from '../../server/src/config.ts';

it('takes the settings of its own bench, in production too', () => {
  const settings = settingsFor('http://127.0.0.1:9', '/tmp', 9464);
  for (const mode of ['development', 'production'])
    assert.equal(readConfig({ ...settings, NODE_ENV: mode }).port, 3000);
});
