/** The kinds of record that people can name by a bare id: no two records have the same one, whatever their kinds. */
export const recordKinds = ['idea'] as const;
export type RecordKind = (typeof recordKinds)[number];
