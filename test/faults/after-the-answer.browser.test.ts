import { testMoments } from './test-moments.ts';

testMoments('active', 'reconnecting', 'ending');
