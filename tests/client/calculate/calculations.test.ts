import assert from "node:assert/strict";
import { test } from "node:test";
import { CALCULATIONS } from "../../../macros/client/calculate/calculations.ts";
import { type Entries, Fault, type Results } from "../../../macros/client/calculate/entries.ts";
import { fillPattern } from "../../../macros/client/calculate/fill-pattern.ts";
import { cases } from "../support.ts";

const CASES = cases<{ calculation: string; entries: Entries; results: Results }>("calculated");

/** The entries of the first case of a calculation, with some of them changed. */
function entered(calculation: string, changes: Entries): Entries {
  return { ...CASES.find((each) => each.calculation === calculation)!.entries, ...changes };
}

for (const { calculation, entries, results } of CASES) {
  test(`${calculation} of ${Object.values(entries).join(", ")} is what the pages say`, () => {
    assert.deepEqual(CALCULATIONS[calculation]!(entries), results);
  });
}

test("what a size is machined to comes out of the coating as it is wanted", () => {
  const wanted = entered("coating", { given: "after", thickest: "12" });
  const machined = CALCULATIONS["coating"]!(wanted);
  assert.equal(machined["heading"], "Size to machine to");
  assert.equal(machined["sizes"], "22.012 to 22.029");
  assert.equal(machined["limits"], "22 +0.029 / +0.012");
  assert.equal(machined["state"], "before");
  const coated = CALCULATIONS["coating"]!({ ...wanted, given: "before", upper: "0.029", lower: "0.012" });
  assert.equal(coated["sizes"], "22.000 to 22.021");
});

test("a shaft is machined smaller, and a thread by twice as much", () => {
  const { coating } = CALCULATIONS;
  assert.equal(coating!(entered("coating", { given: "after", what: "shaft", thickest: "12" }))["limits"], "22 +0.009 / -0.008");
  assert.equal(coating!(entered("coating", { given: "after", what: "external-thread", thickest: "12" }))["limits"], "22 -0.003 / -0.016");
});

test("a decimal comma, a sign of its own and a number without its zero are read as they are meant", () => {
  const comma = entered("coating", { upper: "+0,021", lower: "\u22120,000", thickest: " 15, ", share: "50,0" });
  assert.equal(CALCULATIONS["coating"]!(comma)["sizes"], "21.985 to 22.013");
  assert.equal(CALCULATIONS["fastener"]!({ assembly: "fixed", unit: "inch", hole: ".281", fastener: ".25" })["each"], "0.0155");
  assert.equal(CALCULATIONS["sample"]!({ lot: "1,000", sample: "50", bad: "0", risk: "5" })["chance"], "100%");
});

const FAULTS: [calculation: string, changes: Entries, entry: string, said: RegExp][] = [
  ["coating", { nominal: "" }, "nominal", /^Enter the nominal size\.$/],
  ["coating", { nominal: "22 mm" }, "nominal", /“22 mm” is not a number for the nominal size\. .*without a unit/],
  ["coating", { nominal: "1.250,5" }, "nominal", /without a sign between thousands/],
  ["coating", { nominal: "." }, "nominal", /is not a number/],
  ["coating", { upper: "H7" }, "upper", /“H7” is not a number for the upper deviation/],
  ["coating", { upper: "1e3" }, "upper", /is not a number/],
  ["coating", { lower: "0.03" }, "lower", /The lower deviation is above the upper one/],
  ["coating", { thinnest: "20" }, "thinnest", /The thinnest coating is thicker than the thickest one/],
  ["coating", { thinnest: "-1" }, "thinnest", /The thinnest coating has to be from 0 to 9999, and not -1/],
  ["coating", { share: "120" }, "share", /The share that builds up has to be from 0 to 100, and not 120/],
  ["coating", { given: "after", thickest: "40" }, "thickest", /changes the size by 0\.032 mm from thinnest to thickest, and your limits are 0\.021 mm apart/],
  ["sample", { lot: "fifty" }, "lot", /“fifty” is not a whole number for the lot size/],
  ["sample", { lot: "12.5" }, "lot", /is not a whole number/],
  ["sample", { lot: "0" }, "lot", /The lot size has to be from 1 to 100,000, and not 0/],
  ["sample", { sample: "60" }, "sample", /The sample size has to be from 1 to 50, and not 60/],
  ["sample", { bad: "51" }, "bad", /The number of bad parts in the lot has to be from 0 to 50/],
  ["sample", { risk: "0" }, "risk", /The chance of a miss has to be from 0\.1 to 99/],
  ["fastener", { hole: "6" }, "hole", /The smallest hole has to be larger than the largest fastener/],
  ["fastener", { fastener: "M6" }, "fastener", /“M6” is not a number for the largest fastener/],
];

for (const [calculation, changes, entry, said] of FAULTS) {
  test(`${calculation} with ${JSON.stringify(changes)} says what to mend`, () => {
    assert.throws(() => CALCULATIONS[calculation]!(entered(calculation, changes)), (fault: Fault) => {
      assert.equal(fault.entry, entry);
      assert.match(fault.message, said);
      return fault instanceof Fault;
    });
  });
}

test("a pattern is filled with results, and with no others", () => {
  assert.equal(fillPattern("{sample} of {lot}, c=0 {constructor}", { sample: "13", lot: "50" }), "13 of 50, c=0 ");
});
