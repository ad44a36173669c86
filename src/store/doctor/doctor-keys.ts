/** The partition of what the doctor tries with: nobody else reads or writes there. Blobs of it begin so. */
export const PROBES = 'doctor';
