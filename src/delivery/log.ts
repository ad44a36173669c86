/**
 * Where operators read what was done: what, who by reference, what next. Never words or names of people; an error goes in
 * as `err`, which is written without its message, for that may quote what people wrote.
 */
export interface Log {
  info(what: object, message: string): void;
  warn(what: object, message: string): void;
  error(what: object, message: string): void;
}
