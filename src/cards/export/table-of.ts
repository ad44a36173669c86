import type { TextKey } from '../../text/index.js';
import type { CardContext } from '../card-context.js';
import type { Cell, CellKind, ExportTable } from './table.js';

/** A column whose heading is the text `export.column.<name>`, and what stands in it of one thing. */
export interface ColumnOf<T> {
  name: ColumnName;
  width: number;
  /** Absent: a text. */
  kind?: CellKind;
  cell: (of: T) => Cell;
}

type ColumnName = Extract<TextKey, `export.column.${string}`> extends `export.column.${infer Name}` ? Name : never;
export type TableName = Extract<TextKey, `export.table.${string}`> extends `export.table.${infer Name}` ? Name : never;

/** A table of things of one kind, and the row of each. */
export interface TableOf<T> {
  table: ExportTable;
  cells: (of: T) => Cell[];
}

/** `isLong`: by far the longest of its file. */
export function tableOf<T>(
  { t }: Pick<CardContext, 't'>,
  name: TableName,
  columns: readonly ColumnOf<T>[],
  isLong = false,
): TableOf<T> {
  return {
    table: {
      ...{ name, title: t(`export.table.${name}`) },
      columns: columns.map(({ name, width, kind }) => ({
        ...{ name, title: t(`export.column.${name}`), width },
        ...(kind && { kind }),
      })),
      ...(isLong && { isLong }),
    },
    cells: (of) => columns.map(({ cell }) => cell(of)),
  };
}

/** A day, where there is one. */
export const dayCell = (day: string | undefined): Cell => (day === undefined ? undefined : { day });
