import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSurvey, type Survey } from '../domain/survey/survey.js';
import { surveyFileSchema } from '../domain/survey/survey-schema.js';

const FILE = join(__dirname, '..', '..', 'config', 'capability.json');

/** What the product asks once a year, config/capability.json; throws where the file is not as its schema says. */
export const loadSurvey = (): Survey => readSurvey(surveyFileSchema.parse(JSON.parse(readFileSync(FILE, 'utf8'))));
