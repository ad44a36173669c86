import { Writable } from 'node:stream';
import { RestError } from '@azure/data-tables';
import fc from 'fast-check';
import { z } from 'zod';
import { codeOf, createLog, describeError, takeOver } from '../src/log.js';

/** What the log writes while this runs. */
function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  write(createLog('trace', destination));
  return lines.map((line) => JSON.parse(line));
}

const caught = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('an error in the log', () => {
  it('is its kind, its code and where it came from', () => {
    const [line] = logged((log) => log.error({ err: new RestError('hemligt', { statusCode: 409 }) }, 'Något hände'));
    expect(line).toMatchObject({ level: 50, msg: 'Något hände', err: { kind: 'RestError', code: '409' } });
    expect(line?.err).toHaveProperty('at', expect.arrayContaining([expect.stringContaining('log.test')]));
  });

  it('names what lies beneath it', () => {
    const beneath = Object.assign(new TypeError('hemligt'), { code: 'ECONNRESET' });
    expect(describeError(new Error('hemligt', { cause: beneath }))).toMatchObject({
      kind: 'Error',
      cause: { kind: 'TypeError', code: 'ECONNRESET' },
    });
  });

  it('ends where causes go round in a circle', () => {
    const circle = new Error('hemligt');
    circle.cause = circle;
    expect(JSON.stringify(describeError(circle))).not.toContain('hemligt');
  });

  it.each<[what: string, thrown: unknown]>([
    ['JSON that could not be parsed', caught(() => JSON.parse('{"hemligt": kanarie'))],
    ['a value that did not fit', caught(() => z.enum(['a']).parse('hemligt'))],
    ['a key that did not fit', caught(() => z.strictObject({}).parse({ hemligt: 1 }))],
    ['storage that quotes', new RestError('hemligt', { code: 'Det hemliga i en mening', statusCode: 400 })],
    [
      'a response with a body',
      Object.assign(new Error('x'), { response: { bodyAsText: 'hemligt' }, details: 'hemligt' }),
    ],
    ['a text that was thrown', 'hemligt'],
    ['an object that was thrown', { message: 'hemligt' }],
  ])('does not quote %s', (_what, thrown) => {
    expect(JSON.stringify(logged((log) => log.error({ err: thrown }, 'x')))).not.toMatch(/hemlig/);
  });

  it('never holds its message, whatever that is', () => {
    const line = fc.oneof(fc.string({ minLength: 4 }), fc.constant('    at idea (/hemligt/text.ts:1:1)'));
    const message = fc.array(line, { minLength: 1 }).map((lines) => `¤${lines.join('\n')}¤`);
    fc.assert(
      fc.property(message, (text) => {
        const described = describeError(new Error(text));
        expect(described.at?.length).toBeGreaterThan(0);
        expect(described.at?.join('\n')).not.toMatch(/hemligt|¤/);
      }),
    );
  });
});

describe('the code of an error', () => {
  it.each<[of: string, error: unknown, is: string | undefined]>([
    ["storage's refusal", new RestError('x', { statusCode: 412, code: 'UpdateConditionNotSatisfied' }), '412'],
    ['a broken connection', new RestError('x', { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    ['an error with a sentence for a code', Object.assign(new Error('x'), { code: 'En mening' }), undefined],
    ['an error without one', new Error('x'), undefined],
    ['a text that was thrown', 'x', undefined],
  ])('%s', (_of, error, is) => expect(codeOf(error)).toBe(is));
});

describe('what a library prints', () => {
  it('is told of in the log and not repeated', () => {
    const printer = { debug() {}, log() {}, info() {}, warn() {}, error() {} } as unknown as Console;
    const lines = logged((log) => {
      takeOver(printer, log);
      printer.error('hemligt');
      printer.log({ activity: 'hemligt' });
    });
    expect(lines).toMatchObject([
      { level: 40, console: 'error' },
      { level: 40, console: 'log' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('hemligt');
  });
});
