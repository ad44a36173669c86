import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { methodsFileSchema } from '../domain/method/method-schema.js';
import { type Method, readMethod } from '../domain/method/methods.js';

const FILE = join(__dirname, '..', '..', 'config', 'methods.json');

/** The methods that the product comes with, config/methods.json; throws where the file is not as its schema says. */
export const loadMethods = (): readonly Method[] =>
  methodsFileSchema.parse(JSON.parse(readFileSync(FILE, 'utf8'))).methods.map(readMethod);
