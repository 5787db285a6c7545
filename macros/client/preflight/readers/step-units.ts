/** The unit of length of a STEP file, by factor times base: the name of a unit is only what its exporter called it. */

import { lengthOf, nameOfFactor, sameFactor } from "./lengths.ts";
import { tidy } from "../file-facts.ts";

/** More of a kind than this is not kept; a part to be machined has a handful. */
const MOST = 2000;
const PREFIXES = new Map([
  ["", 1], ["EXA", 1e18], ["PETA", 1e15], ["TERA", 1e12], ["GIGA", 1e9], ["MEGA", 1e6], ["KILO", 1e3], ["HECTO", 1e2], ["DECA", 10],
  ["DECI", 0.1], ["CENTI", 0.01], ["MILLI", 1e-3], ["MICRO", 1e-6], ["NANO", 1e-9], ["PICO", 1e-12],
]);
/** Units are made of units; a chain that is longer than this goes in a circle. */
const DEEPEST = 5;

interface Unit { name?: string; meters?: number; measure?: string }

/** What some contexts say: the unit where they agree, all units they name, and what contradicts itself. */
export interface DeclaredUnit { unit?: string; units: string[]; doubt?: string }

/** Gathers units, measures and the contexts that declare them. */
export class StepUnits {
  readonly #units = new Map<string, Unit>();
  readonly #measures = new Map<string, { value: number; unit: string }>();
  readonly #contexts = new Map<string, string[]>();

  /** Takes an instance of several entities in, as units and contexts are written, without its blanks. */
  takeComplex(id: string, bare: string): void {
    const list = /GLOBAL_UNIT_ASSIGNED_CONTEXT\(\(([#\d,]*)\)/.exec(bare);
    if (list && this.#contexts.size < MOST) this.#contexts.set(id, list[1]!.split(",").map((each) => each.replace("#", "")));
    else if (bare.includes("MEASURE_WITH_UNIT(")) this.takeMeasure(id, bare);
    else if (bare.includes("LENGTH_UNIT(") && this.#units.size < MOST) this.#units.set(id, unitOf(bare));
  }

  /** Takes a measure with its unit in, of which others are made. */
  takeMeasure(id: string, statement: string): void {
    const found = /LENGTH_MEASURE\(([-+.\dE]{1,40})\),#(\d{1,12})\)/i.exec(statement.replace(/\s+/g, ""));
    if (found && this.#measures.size < MOST) this.#measures.set(id, { value: Number(found[1]), unit: found[2]! });
  }

  /** What contexts declare; all of them where none is given. */
  declared(contexts: ReadonlySet<string>): DeclaredUnit {
    const ids = [...this.#contexts].filter(([id]) => contexts.size === 0 || contexts.has(id)).flatMap(([, units]) => units);
    const lengths = [...new Set(ids)].flatMap((id) => this.#read(id) ?? []);
    const doubt = lengths.find((each) => each.doubt)?.doubt;
    const units = [...new Set(lengths.flatMap(({ unit }) => unit ?? []))];
    if (doubt) return { units, doubt };
    return units.length === 1 ? { unit: units[0]!, units } : { units };
  }

  #read(id: string): { unit?: string; doubt?: string } | undefined {
    const unit = this.#units.get(id);
    if (!unit) return undefined;
    const meters = this.#metersOf(id);
    if (unit.name === undefined) return meters === undefined ? undefined : { unit: nameOfFactor(meters) };
    const named = lengthOf(unit.name);
    if (meters === undefined) return { unit: named?.unit ?? tidy(unit.name, 40).toLowerCase() };
    const unitByFactor = nameOfFactor(meters);
    if (!named || sameFactor(named.meters, meters)) return { unit: unitByFactor };
    return { doubt: `a unit named ${tidy(unit.name, 40)} of ${unitByFactor === named.unit ? `${meters} m` : `1 ${unitByFactor}`}` };
  }

  #metersOf(id: string, depth = 0): number | undefined {
    const unit = this.#units.get(id);
    if (!unit || depth > DEEPEST) return undefined;
    if (unit.meters !== undefined) return unit.meters;
    const measure = this.#measures.get(unit.measure ?? "");
    const base = measure && this.#metersOf(measure.unit, depth + 1);
    const meters = measure && base !== undefined ? measure.value * base : NaN;
    return meters > 0 && Number.isFinite(meters) ? meters : undefined;
  }
}

function unitOf(bare: string): Unit {
  const named = /CONVERSION_BASED_UNIT\('((?:[^']|''){1,40})',(?:#(\d{1,12}))?/.exec(bare);
  if (named) return named[2] ? { name: named[1]!, measure: named[2] } : { name: named[1]! };
  const metric = /SI_UNIT\((?:\.([A-Z]+)\.|\$),\.METRE\.\)/.exec(bare);
  const prefix = metric && PREFIXES.get(metric[1] ?? "");
  return prefix ? { meters: prefix } : {};
}
