// Handlers of a page that do what they like to a call and to its events.

import { actsOnCall, testHandlers } from '../support/page-handlers.ts';

testHandlers(actsOnCall);
