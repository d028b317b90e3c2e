/** The made-up address of the gateway that runs in the page. By its ending no server can have it (RFC 6761). */
export const pageGatewayUrl = 'wss://gateway.in-this-page.invalid';
