/** What is drawn in the model space of a DXF file: how much, how large, and a sketch of its lines, arcs and circles. */

import type { Sketch } from "../file-facts.ts";

const MOST_PATHS = 1500;
const MOST_CORNERS = 20_000;
/** What has no size of its own, or is measured here. */
const MEASURED = ["LINE", "LWPOLYLINE", "POLYLINE", "CIRCLE", "ARC", "POINT"];

type Vertex = [x: number, y: number, bulge: number];

/** Takes the pairs of the section of entities in, one entity after another. */
export class DxfDrawing {
  entities = 0;
  #type = "";
  #values = new Map<number, number>();
  #corners: Vertex[] = [];
  /** A polyline of the old kind goes on over the entities of its corners. */
  #polyline: { corners: Vertex[]; closed: boolean; inPaper: boolean } | undefined;
  #allMeasured = true;
  readonly #paths: string[] = [];
  #box = { left: Infinity, right: -Infinity, low: Infinity, high: -Infinity };

  /** Takes one pair in. */
  take(code: number, value: string): void {
    if (code === 0) {
      this.end();
      this.#type = value;
    } else if (this.#type === "LWPOLYLINE" && code === 10 && this.#corners.length < MOST_CORNERS) this.#corners.push([Number(value), 0, 0]);
    else if (this.#type === "LWPOLYLINE" && (code === 20 || code === 42) && this.#corners.length > 0) this.#corners.at(-1)![code === 20 ? 1 : 2] = Number(value);
    else if (code < 400) this.#values.set(code, Number(value));
  }

  /** Ends the entity at hand. */
  end(): void {
    const [type, values, corners] = [this.#type, this.#values, this.#corners];
    [this.#type, this.#values, this.#corners] = ["", new Map(), []];
    if (type === "") return;
    const at = (code: number): number => values.get(code) ?? 0;
    if (type === "VERTEX" && this.#polyline) {
      if (this.#polyline.corners.length < MOST_CORNERS) this.#polyline.corners.push([at(10), at(20), at(42)]);
    } else if (type === "SEQEND") {
      if (this.#polyline && !this.#polyline.inPaper) this.#path(this.#polyline.corners, this.#polyline.closed);
      this.#polyline = undefined;
    } else {
      this.#polyline = type === "POLYLINE" ? { corners: [], closed: (at(70) & 1) === 1, inPaper: at(67) === 1 } : undefined;
      if (at(67) !== 1) this.#draw(type, at, corners, (at(70) & 1) === 1);
    }
  }

  /** What all entities span, where each of them can be measured. */
  get extents(): number[] | undefined {
    const { left, right, low, high } = this.#box;
    return this.#allMeasured && right >= left && Number.isFinite(right - left + high - low) ? [right - left, high - low] : undefined;
  }

  /** The sketch, with a margin around it; nothing where nothing of it can be drawn. */
  get sketch(): Sketch | undefined {
    const { left, right, low, high } = this.#box;
    const size = Math.max(right - left, high - low);
    if (this.#paths.length === 0 || !(size > 0) || !Number.isFinite(size)) return undefined;
    const margin = size / 40;
    const box = [left - margin, -high - margin, right - left + 2 * margin, high - low + 2 * margin] as Sketch["box"];
    return { box, paths: this.#paths };
  }

  #draw(type: string, at: (code: number) => number, corners: Vertex[], closed: boolean): void {
    this.entities++;
    if (!MEASURED.includes(type)) this.#allMeasured = false;
    // What is drawn on a plane that faces the other way is mirrored.
    const mirror = at(230) < 0 ? -1 : 1;
    if (mirror < 0 && type !== "LINE") this.#allMeasured = false;
    else if (type === "LINE") this.#path([[at(10), at(20), 0], [at(11), at(21), 0]], false);
    else if (type === "LWPOLYLINE") this.#path(corners, closed);
    else if (type === "POINT") this.#reach(at(10), at(20));
    else if (type === "CIRCLE" && at(40) > 0) this.#path([[at(10) - at(40), at(20), 1], [at(10) + at(40), at(20), 1]], true);
    else if (type === "ARC" && at(40) > 0) {
      const [from, to] = [at(50), at(51)].map((angle) => (angle * Math.PI) / 180) as [number, number];
      const sweep = ((to - from) % (2 * Math.PI) + 2 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
      const on = (angle: number): [number, number] => [at(10) + at(40) * Math.cos(angle), at(20) + at(40) * Math.sin(angle)];
      // In two halves: the bulge of an arc that is nearly a circle has no bound.
      const bulge = Math.tan(sweep / 8);
      this.#path([[...on(from), bulge], [...on(from + sweep / 2), bulge], [...on(from + sweep), 0]], false);
    }
  }

  /** Lines between corners; a bulge, the tangent of a quarter of the angle, makes an arc of one. */
  #path(corners: Vertex[], closed: boolean): void {
    const ring = closed && corners.length > 1 ? [...corners, corners[0]!] : corners;
    let path = "";
    ring.forEach(([x, y], index) => {
      this.#reach(x, y);
      const before = ring[index - 1];
      const bulge = before?.[2] ?? 0;
      const end = `${short(x)} ${short(-y)}`;
      if (!before) path = `M${end}`;
      else if (bulge === 0) path += `L${end}`;
      else path += this.#arc(before, [x, y], bulge, end);
    });
    if (ring.length > 1 && this.#paths.length < MOST_PATHS && !/NaN|Infinity/.test(path)) this.#paths.push(path);
  }

  #arc([x1, y1]: Vertex, [x2, y2]: [number, number], bulge: number, end: string): string {
    const chord = Math.hypot(x2 - x1, y2 - y1);
    const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
    const offset = (1 - bulge * bulge) / (4 * bulge);
    const [cx, cy] = [(x1 + x2) / 2 - offset * (y2 - y1), (y1 + y2) / 2 + offset * (x2 - x1)];
    const start = Math.atan2(y1 - cy, x1 - cx);
    const sweep = 4 * Math.atan(bulge);
    for (const quarter of [0, 1, 2, 3]) {
      const angle = (quarter * Math.PI) / 2;
      const behind = (((angle - start) * Math.sign(sweep)) % (2 * Math.PI) + 2 * Math.PI) % (2 * Math.PI);
      if (behind <= Math.abs(sweep)) this.#reach(cx + radius * Math.cos(angle), cy + radius * Math.sin(angle));
    }
    return `A${short(radius)} ${short(radius)} 0 ${Math.abs(bulge) > 1 ? 1 : 0} ${bulge > 0 ? 0 : 1} ${end}`;
  }

  #reach(x: number, y: number): void {
    const { left, right, low, high } = this.#box;
    this.#box = { left: Math.min(left, x), right: Math.max(right, x), low: Math.min(low, y), high: Math.max(high, y) };
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(7)));
}
