// Handlers of a page that do what they like to the element, while there is a call.

import { actsOnElement, testHandlers } from '../support/page-handlers.ts';

testHandlers(actsOnElement);
