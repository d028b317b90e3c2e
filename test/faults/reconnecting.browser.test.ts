import { testMoment } from './test-moment.ts';

testMoment('reconnecting');
