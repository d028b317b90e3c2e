// What the bench wants called, from the page's address.

const search = new URLSearchParams(location.search);

export const gatewayUrl = search.get('gateway') ?? '';
export const assistantId = search.get('assistant') ?? 'assistant-demo';
export const iceServers = JSON.parse(search.get('ice') ?? '[]') as RTCIceServer[];
