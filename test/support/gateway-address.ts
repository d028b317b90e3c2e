// The address of this test run's gateway. The test runner serves its own version of this file.

export const gatewayUrl = '';
export const controlUrl = '';
