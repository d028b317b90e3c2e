import { testMoment } from './test-moment.ts';

testMoment('connecting');
