import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { organisationJsonSchema } from '../../../dev/generators/organisation-schema.js';
import { exampleFile } from '../../../testing/samples/organisation/example-organisation.js';

const written: object = JSON.parse(readFileSync(join(__dirname, '../../../config/organisation.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true }).compile(written);

describe('config/organisation.schema.json', () => {
  it('says what the program reads (write it anew with npm run write:organisation-schema)', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(organisationJsonSchema())));
  });

  it('finds nothing to say about the example', () => {
    validate(exampleFile());
    expect(validate.errors).toBeNull();
  });

  it('finds a mistyped key and a missing name', () => {
    expect(validate({ municipality: {}, department: [] })).toBe(false);
    expect(validate.errors?.map(({ keyword }) => keyword)).toEqual(
      expect.arrayContaining(['required', 'additionalProperties']),
    );
  });
});
