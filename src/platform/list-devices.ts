// Lists microphones, speakers and cameras. A page or an extension may have changed what the browser answers.

export interface ListedDevice {
  readonly kind: unknown;
  readonly id: string;
  readonly label: string;
}

/** Each device once; none where the browser cannot list them. */
export async function listDevices(): Promise<readonly ListedDevice[]> {
  const devices = new Map<string, ListedDevice>();
  try {
    const list: unknown = await navigator.mediaDevices.enumerateDevices();
    const answers: unknown[] = Array.isArray(list) ? list : [];
    for (const answer of answers) {
      const { kind, deviceId: id, label } = Object(answer) as Readonly<Record<string, unknown>>;
      if (typeof id !== 'string') continue;
      const key = JSON.stringify([kind, id]);
      devices.set(key, { kind, id, label: typeof label === 'string' ? label : '' });
    }
  } catch {
    // Those that could be read are there.
  }
  return [...devices.values()];
}
