/** Measures a mesh: what it spans, how many triangles it has, and whether each edge has two of them. */

/** A mesh of more triangles is not gone over for open edges: each edge is held in memory. */
const MOST = 2_000_000;

/** Takes corners and triangles in, in any order; a corner that stands where another does is that one. */
export class MeshMeasures {
  triangles = 0;
  readonly #least: [number, number, number] = [Infinity, Infinity, Infinity];
  readonly #most: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  readonly #corners = new Corners();
  readonly #edges = new Map<number, number>();

  /** The number of a corner; the same for the same place. */
  corner(x: number, y: number, z: number): number {
    const place = [x, y, z];
    for (let axis = 0; axis < 3; axis++) {
      if (place[axis]! < this.#least[axis]!) this.#least[axis] = place[axis]!;
      if (place[axis]! > this.#most[axis]!) this.#most[axis] = place[axis]!;
    }
    return this.triangles < MOST ? this.#corners.numberOf(x, y, z) : 0;
  }

  /** One triangle by its corners; of one without an area only that there is one. */
  triangle(one: number, two: number, three: number): void {
    if (++this.triangles > MOST || one === two || two === three || three === one) return;
    this.#edge(one, two);
    this.#edge(two, three);
    this.#edge(three, one);
  }

  /** What the corners span along each axis. */
  get extents(): number[] | undefined {
    const spans = [0, 1, 2].map((axis) => this.#most[axis]! - this.#least[axis]!);
    return spans.every((span) => Number.isFinite(span) && span >= 0) ? spans : undefined;
  }

  /** How many edges have one triangle alone; unknown of a very large mesh. */
  get openEdges(): number | undefined {
    return this.#edgesBy((count) => count === 1);
  }

  /** Whether each edge has two triangles, as around a volume. */
  get watertight(): boolean | undefined {
    const odd = this.#edgesBy((count) => count !== 2);
    return odd === undefined || this.#edges.size === 0 ? undefined : odd === 0;
  }

  #edgesBy(fits: (count: number) => boolean): number | undefined {
    if (this.triangles > MOST) return undefined;
    let found = 0;
    for (const count of this.#edges.values()) if (fits(count)) found++;
    return found;
  }

  #edge(one: number, two: number): void {
    const key = one < two ? one * 67_108_864 + two : two * 67_108_864 + one;
    this.#edges.set(key, (this.#edges.get(key) ?? 0) + 1);
  }
}

/** A table of places: strings as keys would take ten times as long. */
class Corners {
  #table = new Int32Array(1 << 12);
  #places: number[] = [];

  numberOf(x: number, y: number, z: number): number {
    if (this.#places.length * 2 > this.#table.length * 3) this.#grow();
    const slot = this.#slotOf(x, y, z);
    if (this.#table[slot] !== 0) return this.#table[slot]!;
    this.#places.push(x, y, z);
    return this.#table[slot] = this.#places.length / 3;
  }

  #slotOf(x: number, y: number, z: number): number {
    const mask = this.#table.length - 1;
    for (let slot = hashOf(x, y, z) & mask; ; slot = (slot + 1) & mask) {
      const at = 3 * (this.#table[slot]! - 1);
      if (at < 0 || (this.#places[at] === x && this.#places[at + 1] === y && this.#places[at + 2] === z)) return slot;
    }
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 4);
    for (let at = 0; at < this.#places.length; at += 3) {
      this.#table[this.#slotOf(this.#places[at]!, this.#places[at + 1]!, this.#places[at + 2]!)] = at / 3 + 1;
    }
  }
}

const bits = new Int32Array(new Float64Array(3).buffer);
const floats = new Float64Array(bits.buffer);

function hashOf(x: number, y: number, z: number): number {
  // Minus zero stands where zero does.
  [floats[0], floats[1], floats[2]] = [x + 0, y + 0, z + 0];
  let hash = 17;
  for (const each of bits) hash = Math.imul(hash ^ each, 0x9e37_79b1) ^ (hash >>> 15);
  return hash ^ (hash >>> 13);
}
