/**
 * What is looked at before a test, each by somebody whose matter it is: personal data; schedules or work environment; those
 * whom it concerns; something bought.
 */
export const checkNames = ['personalData', 'workplace', 'concerned', 'buying'] as const;
export type CheckName = (typeof checkNames)[number];
