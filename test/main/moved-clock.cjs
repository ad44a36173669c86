// Loaded before the bot: its machine's clock is as far off as the file CLOCK_OFF_FILE says, in milliseconds, at each look.
const { readFileSync } = require('node:fs');

const RealDate = Date;
const off = () => Number(readFileSync(process.env.CLOCK_OFF_FILE, 'utf8'));
const now = () => RealDate.now() + off();

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now()] : parts));
  }
  static now() {
    return now();
  }
};
