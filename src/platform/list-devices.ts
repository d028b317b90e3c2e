/** Microphones, speakers and cameras; none where the browser cannot list them. */
export async function listDevices(): Promise<readonly MediaDeviceInfo[]> {
  try {
    const list: unknown = await navigator.mediaDevices.enumerateDevices();
    return Array.isArray(list) ? (list as MediaDeviceInfo[]) : [];
  } catch {
    return [];
  }
}
