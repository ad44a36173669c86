/** Either what was asked for, or an expected refusal. Surprises are exceptions, never a Result. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refuse = <R>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal });
