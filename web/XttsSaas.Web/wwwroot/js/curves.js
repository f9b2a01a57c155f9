/**
 * The points of a training session, by step: the server answers with the curves from a step on, live events bring
 * the newest. A resumed run repeats steps, so a later point replaces an earlier one.
 */
const fields = { total: 'loss', mel: 'lossMel', text: 'lossText' };

export class Curves {
  #train = new Map();
  #validation = new Map();

  add(points) {
    for (const point of points) (point.validation ? this.#validation : this.#train).set(point.step, point);
  }

  get lastStep() {
    return Math.max(-1, ...this.#train.keys());
  }

  /** [steps, then train and validation of each name in turn]; null where not measured. */
  losses(names) {
    const steps = [...new Set([...this.#train.keys(), ...this.#validation.keys()])].sort((a, b) => a - b);
    const series = names.flatMap(name => [this.#train, this.#validation].map(points => steps.map(step => points.get(step)?.[fields[name]] ?? null)));
    return [steps, ...series];
  }

  /** [steps, values] of a field of the training points. */
  of(field) {
    const steps = [...this.#train.keys()].sort((a, b) => a - b).filter(step => this.#train.get(step)[field] != null);
    return [steps, steps.map(step => this.#train.get(step)[field])];
  }
}
