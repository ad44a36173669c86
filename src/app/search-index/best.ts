/** What has the highest scores, the best first; of the same score, what came first. Only so many are kept, and all are counted. */
export class Best {
  private readonly places: number[] = [];
  private readonly scores: number[] = [];
  /** How many have been added. */
  count = 0;

  constructor(private readonly most: number) {}

  add(place: number, score: number): void {
    this.count += 1;
    if (this.most === 0) return;
    if (this.places.length >= this.most) {
      if (score <= (this.scores.at(-1) ?? 0)) return;
      this.places.pop();
      this.scores.pop();
    }
    let [from, to] = [0, this.scores.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.scores[middle] ?? 0) >= score) from = middle + 1;
      else to = middle;
    }
    this.places.splice(from, 0, place);
    this.scores.splice(from, 0, score);
  }

  get all(): { place: number; score: number }[] {
    return this.places.map((place, at) => ({ place, score: this.scores[at] ?? 0 }));
  }
}
