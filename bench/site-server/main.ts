// `npm run bench:server`: the site's server under load, on this machine, with each of its stores.

import {
  startPostgres,
  startRedis,
  startSqld,
  withoutPostgres,
  withoutRedis,
  withoutSqld,
} from '../../test/server/real-servers.ts';
import { describeMachine } from '../machine.ts';
import { measureServer } from './measure-server.ts';

const table: Record<string, object> = {};
table['memory, SQLite'] = await measureServer({});

if (withoutRedis === false) {
  const redis = await startRedis();
  table['Redis, SQLite'] = await measureServer({ REDIS_URL: redis.url });
  await redis.close();
} else console.log(`Left out: ${withoutRedis}`);

if (withoutPostgres === false) {
  const postgres = await startPostgres();
  table['memory, PostgreSQL'] = await measureServer({ DATABASE_URL: postgres.url });
  await postgres.close();
} else console.log(`Left out: ${withoutPostgres}`);

if (withoutSqld === false) {
  const sqld = await startSqld();
  table['memory, remote libSQL'] = await measureServer({ DATABASE_URL: sqld.url });
  await sqld.close();
} else console.log(`Left out: ${withoutSqld}`);

console.table(table);
console.log(describeMachine('no browser'));
process.exit(0);
