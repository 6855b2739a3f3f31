import { describe, expect, it } from '@jest/globals';
import { CALIBRATIONS, REFERENCE_V1, readCalibration, UNIT_CALIBRATION } from '../../../src/scoring/calibration.js';

describe('calibrations', () => {
  it('known by version are unit and reference-v1, and valid', () => {
    expect([...CALIBRATIONS.keys()]).toEqual(['unit', 'reference-v1']);
    for (const calibration of CALIBRATIONS.values()) expect(readCalibration(calibration)).toEqual(calibration);
  });

  it.each([
    [null, 'calibration must be an object'],
    [{ ...UNIT_CALIBRATION, version: ' ' }, 'calibration.version must be a non-empty text'],
    [{ version: 'x', relational: UNIT_CALIBRATION.relational }, 'calibration.broadcast must be an object'],
    [
      { ...REFERENCE_V1, relational: { ...REFERENCE_V1.relational, dialogue: 0 } },
      'calibration.relational.dialogue must be a finite number above 0',
    ],
    [
      { ...REFERENCE_V1, broadcast: { ...REFERENCE_V1.broadcast, audience: { median: 1, top: '9' } } },
      'calibration.broadcast.audience.top must be a finite number above 0',
    ],
  ])('of a caller are refused with the field and the limit: %#', (value, message) => {
    expect(() => readCalibration(value)).toThrow(new RangeError(message));
  });

  it('of a caller keep known fields only', () => {
    expect(readCalibration({ ...UNIT_CALIBRATION, population: 'nobody' })).toEqual(UNIT_CALIBRATION);
  });
});
