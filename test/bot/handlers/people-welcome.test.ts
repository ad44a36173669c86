import { buttonsOf, inputsOf } from '../../support/card';
import { type City, startCity } from '../../support/city';

describe('the first install', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  it('t1', async () => {
    console.time('a');
    const employee = city.person('employee');
    const { card } = await employee.installs();
    console.log(buttonsOf(card).map((b) => b.title), inputsOf(card).map((b) => b.label));
    console.timeEnd('a');
    console.time('tick');
    await city.delivers();
    console.timeEnd('tick');
    console.time('tick');
    await city.delivers();
    console.timeEnd('tick');
  });
  it('t2', async () => {
    console.time('a');
    const employee = await city.arrives('employee');
    console.log(employee.chat());
    console.timeEnd('a');
  });
});
