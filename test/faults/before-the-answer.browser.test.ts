import { testMoments } from './test-moments.ts';

testMoments('idle', 'preparing', 'connecting', 'ringing');
