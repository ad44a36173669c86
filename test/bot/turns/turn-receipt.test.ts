import type { Incoming } from '../../../src/bot/incoming';
import { TurnReceipt } from '../../../src/bot/turns/turn-receipt';

let count = 0;
/** The receipt of a turn of its own in which something was stored. */
function receiptOf(activity: object) {
  const kept = new TurnReceipt(() => `turn ${count++}`);
  kept.note();
  const receipt = kept.receipt(activity as Incoming);
  // However often it is asked for in one turn.
  expect(kept.receipt(activity as Incoming)).toEqual(receipt);
  return receipt;
}
const press = (idempotencyKey?: string) => ({
  kind: 'cardAction',
  press: { verb: 'act', data: { ...(idempotencyKey && { idempotencyKey }) } },
});

describe('the receipt of what a turn has stored', () => {
  it('is the same for an activity that comes twice, and another for another one', () => {
    expect(receiptOf({ id: '1' })).toEqual(receiptOf({ id: '1' }));
    expect(receiptOf({ id: '1' })).not.toEqual(receiptOf({ id: '2' }));
  });

  it('is the same for a press that comes twice, also when Teams gives no id', () => {
    expect(receiptOf(press('A'))).toEqual(receiptOf({ id: '', ...press('A') }));
    expect(receiptOf(press('A'))).not.toEqual(receiptOf(press('B')));
  });

  it.each([{}, { id: '' }, { kind: 'cardAction', press: { verb: undefined, data: {} } }, press()])(
    'is never shared with another where nothing tells them apart: %j',
    (odd) => {
      expect(receiptOf(odd)).not.toEqual(receiptOf(odd));
    },
  );
});
