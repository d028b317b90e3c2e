// Where the gateway of this test run is. The test runner serves its own version of this file.

export const gatewayUrl = '';
export const controlUrl = '';
