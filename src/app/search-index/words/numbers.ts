/** A number for each number from 0 on, in four bytes each; 0 where nothing has been set. It grows by itself. */
export class Numbers {
  private held = new Uint32Array(1024);

  at(place: number): number {
    return this.held[place] ?? 0;
  }

  set(place: number, value: number): void {
    if (place >= this.held.length) {
      const larger = new Uint32Array(Math.max(place + 1, Math.ceil(this.held.length * 1.5)));
      larger.set(this.held);
      this.held = larger;
    }
    this.held[place] = value;
  }

  add(place: number, by: number): void {
    this.set(place, this.at(place) + by);
  }

  /** All of it as it is now, for reading in a row: a change may move it. */
  get all(): Uint32Array {
    return this.held;
  }
}
