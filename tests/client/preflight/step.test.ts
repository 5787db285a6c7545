import assert from "node:assert/strict";
import { test } from "node:test";
import { schemaInWords } from "../../../macros/client/preflight/readers/step-facts.ts";
import { Statements, argumentsOf, decoded } from "../../../macros/client/preflight/readers/step-text.ts";
import { readStep } from "../../../macros/client/preflight/readers/step.ts";
import { Memory, factsOf, kernelFile, stepText } from "../files-support.ts";

const MM = "#1=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));";
const CONTEXT = "#9=(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNIT_ASSIGNED_CONTEXT((#1,#2,#3))REPRESENTATION_CONTEXT('',''));";

test("files that a CAD kernel wrote are read", async () => {
  const facts = async (name: string) => {
    const { kind, format, fits, complete, unit, system, written, products, geometry, problems } = await factsOf(name, kernelFile(name));
    return { kind, format, fits, complete, unit, system, written, names: products?.map(({ id, name }) => (id === name ? name : { id, name })), geometry, problems };
  };
  const shared = {
    kind: "step", fits: true, complete: true, system: "Open CASCADE 8.0", written: "2026-08-24T10:00:00", geometry: "solids", problems: [],
  };
  assert.deepEqual(await facts("ap203-mm.stp"), { ...shared, format: "STEP AP203", unit: "mm", names: ["TVR-10427_B"] });
  assert.deepEqual(await facts("ap214-inch.stp"), { ...shared, format: "STEP AP214", unit: "inch", names: ["TVR-10427"] });
  const ap242 = { ...shared, format: "STEP AP242, edition 1", unit: "mm", names: ["TVR-10427_C"] };
  assert.deepEqual(await facts("ap242-mm.stp"), ap242);
  assert.deepEqual(await facts("ap242-shell.stp"), { ...ap242, names: ["Gehäuse Ø22"], geometry: "surfaces" });
  assert.deepEqual(await facts("ap242-assembly.stp"), { ...ap242, names: ["TVR-10430"] });
  assert.deepEqual(await facts("ap242-facets.stp"), { ...ap242, unit: "m" });
});

test("headers are read in the style of each exporter", async () => {
  const cases: [string, string, string | undefined, string | undefined][] = [
    ["FILE_NAME ('TVR-10427_C.STEP','2026-08-24T10:00:00',( '' ),( '' ),'SwSTEP 2.0','SolidWorks 2025','' );", "CONFIG_CONTROL_DESIGN", "SolidWorks 2025", "2026-08-24T10:00:00"],
    ["FILE_NAME(\n/* name */ 'part',\n/* time_stamp */ '2026-08-24T10:00:00+02:00',\n/* author */ (''),\n/* organization */ ('a;b'),\n/* preprocessor_version */ 'ST-DEVELOPER v20',\n/* originating_system */ 'SIEMENS PLM Software NX 2312',\n/* authorisation */ '');", "AUTOMOTIVE_DESIGN { 1 0 10303 214 3 1 1 1 }", "SIEMENS PLM Software NX 2312", "2026-08-24T10:00:00+02:00"],
    ["FILE_NAME('it''s (one), \\X2\\00E9\\X0\\','2026-08-24T10:00:00+00:00',('none'),('none'),'CATIA Version 5-6 Release 2023','CATIA V5 STEP Export','none');", "AUTOMOTIVE_DESIGN", "CATIA V5 STEP Export", "2026-08-24T10:00:00+00:00"],
    ["FILE_NAME('P','2026-08-24T',('x'),('y'),'CREO PARAMETRIC BY PTC INC','','');", "CONFIG_CONTROL_DESIGN", "CREO PARAMETRIC BY PTC INC", "2026-08-24T"],
    ["FILE_NAME($,$,(),(),$,$,$);", "AUTOMOTIVE_DESIGN", undefined, undefined],
    ["FILE_NAME('','',('',''),(''),'','\\X\\E9\\S\\C','');", "AUTOMOTIVE_DESIGN", "éÃ", undefined],
  ];
  for (const [name, schema, system, written] of cases) {
    const facts = await factsOf("a.stp", stepText({ name, schema }));
    assert.deepEqual([facts.system, facts.written, facts.complete], [system, written, true], name);
  }
});

test("schemas are named in the words of a desk", () => {
  const cases: Record<string, string> = {
    "CONFIG_CONTROL_DESIGN": "STEP AP203",
    "AP203_CONFIGURATION_CONTROLLED_3D_DESIGN_OF_MECHANICAL_PARTS_AND_ASSEMBLIES_MIM_LF": "STEP AP203, edition 2",
    "automotive_design { 1 0 10303 214 1 1 1 }": "STEP AP214",
    "AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF": "STEP AP242",
    "AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF { 1 0 10303 442 3 1 4 }": "STEP AP242, edition 2",
    "AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF {1 0 10303 442 4 1 4 }": "STEP AP242, edition 3",
    "IFC4": "STEP, schema IFC4",
    "": "STEP",
  };
  for (const [schema, words] of Object.entries(cases)) assert.equal(schemaInWords(schema), words);
});

test("the unit is the one that shapes are declared in, not the base it is made of", async () => {
  const inch = "#1=(CONVERSION_BASED_UNIT('INCH',#5)LENGTH_UNIT()NAMED_UNIT(#6));#7=( LENGTH_UNIT ( ) NAMED_UNIT ( * ) SI_UNIT ( .MILLI., .METRE. ) );";
  const unit = async (data: string) => (await factsOf("a.stp", stepText({ data }))).unit;
  assert.equal(await unit(inch + CONTEXT), "inch");
  assert.equal(await unit(MM + CONTEXT), "mm");
  assert.equal(await unit(MM), undefined);
  assert.equal(await unit(CONTEXT), undefined);
  assert.equal(await unit("#1=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.PICO.,.METRE.));" + CONTEXT), "units of 1e-9 mm");
  assert.equal(await unit("#1=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.NEVER.,.METRE.));" + CONTEXT), undefined);
  const several = await factsOf("a.stp", stepText({ data: `${MM}#2=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT($,.METRE.));${CONTEXT}` }));
  assert.equal(several.unit, undefined);
  assert.match(several.problems.join(), /several units of length: mm, m/);
});

test("what stands in strings and comments is not taken for geometry", async () => {
  const data = "#1=PRODUCT('a;#2=MANIFOLD_SOLID_BREP('''');','b','',());/* #3=MANIFOLD_SOLID_BREP('',#4); */#5=SHELL_BASED_SURFACE_MODEL('',());";
  const facts = await factsOf("a.stp", stepText({ data }));
  assert.equal(facts.geometry, "surfaces");
  assert.deepEqual(facts.products, [{ id: "a;#2=MANIFOLD_SOLID_BREP('');", name: "b" }]);
});

test("a product keeps the version that its exporter gave it", async () => {
  const data = "#1=PRODUCT_DEFINITION_FORMATION_WITH_SPECIFIED_SOURCE('C','',#2,.NOT_KNOWN.);#2=PRODUCT('TVR-10427','TVR-10427',$,(#3));";
  const { products } = await factsOf("a.stp", stepText({ data }));
  assert.deepEqual(products, [{ id: "TVR-10427", name: "TVR-10427", version: "C" }]);
});

test("geometry is none only of a whole file", async () => {
  assert.equal((await factsOf("a.stp", stepText({ data: "#1=DIRECTION('',(0.,0.,1.));" }))).geometry, "none");
  const empty = await factsOf("a.stp", stepText());
  assert.deepEqual([empty.geometry, empty.problems], [undefined, ["Its DATA section is empty."]]);
  const cut = await factsOf("a.stp", stepText({ end: false }));
  assert.deepEqual([cut.geometry, cut.complete], [undefined, false]);
});

test("of a large file the beginning and the end are read, and the rest is said not to be", async () => {
  const gigabyte = new Memory("a.stp", stepText({ data: MM + CONTEXT, end: false }), 1e9);
  const facts = await readStep(gigabyte);
  assert.deepEqual([facts.unit, facts.geometry, facts.complete], ["mm", undefined, false]);
  assert.match(facts.problems.join(), /beginning and its end were read/);
  assert.ok(gigabyte.read <= 18 << 20, String(gigabyte.read));
});

test("a large file that ends in blank lines, and one instance in a line of blanks, take no time", async () => {
  const text = `${stepText()}${"x".repeat(17 << 20)};${"\n".repeat((2 << 20) - 1)}`;
  const blank = new Memory("a.stp", new TextEncoder().encode(text));
  assert.deepEqual((({ complete, partial }) => ({ complete, partial }))(await readStep(blank)), { complete: true, partial: true });
  const wide = await factsOf("a.stp", stepText({ data: `#1=${" ".repeat(7000)}?;\n`.repeat(2000) }));
  assert.deepEqual([wide.geometry, wide.partial], ["none", undefined]);
});

test("the end of a large file is read from a safe place on", async () => {
  // The end begins within one of these strings, as likely as not; every second one has a quote in it.
  const middle = `#8=LABEL('${"x".repeat(50)}');\n#9=LABEL('${"y".repeat(40)}''');\n`.repeat(170_000);
  const large = new TextEncoder().encode(stepText({ data: `${middle}#9=MANIFOLD_SOLID_BREP('',#1);\n#10=PRODUCT('late','late','',());` }));
  assert.ok(large.length > 18 << 20);
  const facts = await readStep(new Memory("a.stp", large));
  assert.deepEqual([facts.geometry, facts.complete, facts.products], ["solids", true, [{ id: "late", name: "late" }]]);
});

test("statements are the same however the text is cut", () => {
  const text = "#1=A('x;''/*y*/');/* c ; 'd **/#2=B(1/2);/*/;*/\n#3=C";
  for (let first = 0; first <= text.length; first++) {
    for (let second = first; second <= text.length; second++) {
      const statements = new Statements();
      const all = [text.slice(0, first), text.slice(first, second), text.slice(second)].flatMap((piece) => statements.push(piece));
      assert.deepEqual(all, ["#1=A('x;''/*y*/')", "#2=B(1/2)"], `cut at ${first} and ${second}`);
    }
  }
});

test("arguments are the outermost ones, as written", () => {
  assert.deepEqual(argumentsOf("F('a,(b',(1,(2)),$)"), ["'a,(b'", "(1,(2))", "$"]);
  for (const odd of ["", "F", "F(", "F()", ")))", "F((((", "F('"]) assert.ok(argumentsOf(odd).length <= 1, odd);
});

test("escapes of Part 21 become characters", () => {
  const cases: Record<string, string> = {
    "it''s": "it's", "a\\\\b": "a\\b", "\\X2\\00E903A9\\X0\\": "éΩ", "\\X4\\0001F600\\X0\\": "\u{1F600}", "\\X\\E9": "é", "\\S\\i": "é",
    "\\PE\\\\S\\i": "\uFFFD", "\\X4\\FFFFFFFF\\X0\\": "\uFFFD", "\\X2\\00": "\\X2\\00", "\\N\\": "\n", "plain": "plain",
  };
  for (const [written, said] of Object.entries(cases)) assert.equal(decoded(written), said, written);
});
