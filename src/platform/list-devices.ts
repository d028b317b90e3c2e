/** Microphones, speakers and cameras; none where the browser cannot list them. */
export async function listDevices(): Promise<readonly MediaDeviceInfo[]> {
  try {
    const list: unknown = await navigator.mediaDevices.enumerateDevices();
    const devices: unknown[] = Array.isArray(list) ? list : [];
    return devices.filter((device) => Object(device) === device) as MediaDeviceInfo[];
  } catch {
    return [];
  }
}
