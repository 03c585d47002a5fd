// One way down: cli/verbs → cli/jobs → cli/report, policy-packs/rules, engine → core;
// stacks, examples → components → core; emulators → emulators/wire → core.

/** Tests, and what only they use, reach wherever they must; what ships does not. */
const tests = "\\.test(-support)?\\.ts$|/testing/|^test/";
const sources =
  "^(index\\.ts$|(cli|components|core|emulators|engine|examples|plugin|policy-packs|reference-data|stacks)/)";

/** Anything of this project, so that a rule can say “nothing of ours but …”. */
const ours =
  "^(cli|components|core|emulators|engine|examples|index\\.ts$|plugin|policy-packs|reference-data|stacks|test|tools)";

/** @returns a rule that the sources in `from` import nothing of ours but what is `allowed`. */
function onlyTo(name, from, allowed, comment, besides = {}) {
  return {
    name,
    severity: "error",
    comment,
    from: { path: from, pathNot: tests },
    to: { path: ours, pathNot: allowed, ...besides },
  };
}

/** @returns a rule that the sources in `from` do not import what matches `to`. */
function never(name, from, to, comment) {
  return { name, severity: "error", comment, from: { pathNot: tests, ...from }, to };
}

const rooms = [
  onlyTo(
    "core-stands-alone",
    "^core/",
    ["^core/"],
    "core is what every other room rests on. If it imports one of them, that room can no longer be understood, tested or left out without the rest. Move the pure part into core, or hand the value in as an argument.",
  ),
  onlyTo(
    "components-rest-on-core",
    "^(components/|index\\.ts$)",
    ["^components/", "^core/"],
    "A component is used from programs in every Pulumi language; it must not bring a command line, an engine, emulated clouds or policies with it.",
  ),
  onlyTo(
    "the-plugin-serves-the-public-door",
    "^plugin/",
    ["^plugin/", "^index\\.ts$"],
    "Programs in other languages get what TypeScript programs get, and that is what index.ts hands out.",
  ),
  onlyTo(
    "programs-use-the-public-door",
    "^(stacks|examples)/",
    ["^index\\.ts$", "^stacks/", "^examples/", "^core/problems/index\\.ts$"],
    "Stacks and examples are read as the model for users' own programs, and users can import nothing but `entra-aws`. What they miss there belongs in index.ts. (The list of problems that a stack prints is the one exception.)",
  ),
  onlyTo(
    "rules-rest-on-core",
    "^policy-packs/rules/",
    ["^policy-packs/(rules|facts)/", "^core/"],
    "Rules run on a preview, on a state file and in tests alike, so they know none of these.",
  ),
  onlyTo(
    "facts-rest-on-core",
    "^policy-packs/facts/",
    ["^policy-packs/facts/", "^core/"],
    "Facts say what a stack holds; which of it is wrong is for the rules to say.",
  ),
  onlyTo(
    "waivers-rest-on-rules",
    "^policy-packs/waivers/",
    ["^policy-packs/(waivers|rules)/", "^core/"],
    "A waiver names a rule and a finding, and is read in the same way whoever runs the rules.",
  ),
  onlyTo(
    "reference-data-rests-on-core",
    "^reference-data/",
    ["^reference-data/", "^core/"],
    "What AWS publishes about its services is read from files here and handed to core's evaluators. It knows neither who asks nor why.",
  ),
  onlyTo(
    "the-pack-is-a-face",
    "^policy-packs/entra-aws/",
    ["^policy-packs/", "^reference-data/index\\.ts$"],
    "The pack hands findings from the rules to Pulumi. Knowledge in it would be missing wherever else the rules run.",
  ),
  onlyTo(
    "emulated-clouds-rest-on-core",
    "^emulators/(aws|entra)/",
    ["^emulators/", "^core/"],
    "An emulated cloud judges what components, stacks and tools do. If it used their code it would repeat their mistakes and call them right.",
  ),
  never(
    "clouds-meet-over-http-only",
    { path: "^emulators/(aws|entra)/" },
    { path: "^emulators/(aws|entra)/", pathNot: "^emulators/$1/" },
    "AWS and Entra share nothing but HTTP and a SAML response. A direct import lets one cloud know what only the other can know, and a sign-in would prove nothing.",
  ),
  onlyTo(
    "wire-knows-no-cloud",
    "^emulators/wire/",
    ["^emulators/wire/"],
    "Protocols apart from services: a rule of one cloud in the wire is invisible to who reads that cloud's state.",
  ),
  onlyTo(
    "engine-rests-on-core",
    "^engine/",
    ["^engine/", "^core/"],
    "The engine room finds, builds and runs `pulumi`. It runs any program, so it knows none.",
  ),
  onlyTo(
    "reports-print-results",
    "^cli/report/",
    ["^cli/report/", "^core/", "^policy-packs/rules/index\\.ts$"],
    "A report is a function from a result to text; of jobs it knows the results' types. One that starts a job or runs a verb cannot be tested by its text.",
    { dependencyTypesNot: ["type-only"] },
  ),
  onlyTo(
    "jobs-know-no-verb",
    "^cli/jobs/",
    [
      "^cli/(jobs|report)/",
      "^core/",
      "^engine/",
      "^emulators/",
      "^policy-packs/(rules|waivers)/index\\.ts$",
      "^reference-data/index\\.ts$",
    ],
    "A job takes options and dependencies and gives a result. Flags, streams and exit codes are the verbs' matter.",
  ),
  onlyTo(
    "verbs-go-through-jobs",
    "^cli/verbs/",
    ["^cli/", "^core/", "^engine/"],
    "A verb parses, refuses, calls one job and prints. A verb that starts a cloud or judges a stack itself holds knowledge that no other face can use.",
  ),
];

const doors = [
  never(
    "core-is-entered-by-its-doors",
    { pathNot: [tests, "^core/"] },
    { path: "^core/", pathNot: "/index\\.ts$" },
    "A file behind a room's index.ts is that room's own affair. Import the room, and export there what is missing.",
  ),
  never(
    "neighbours-in-core-use-doors-too",
    { path: "^core/([^/]+)/" },
    { path: "^core/", pathNot: ["^core/$1/", "/index\\.ts$"] },
    "Rooms of core see each other's doors, not their furniture; otherwise none of them can be changed alone.",
  ),
  never(
    "engine-is-entered-by-its-door",
    { pathNot: [tests, "^engine/"] },
    { path: "^engine/", pathNot: "^engine/index\\.ts$" },
    "How an engine is found and built is decided in one place and said in one voice.",
  ),
  never(
    "clouds-are-entered-by-their-doors",
    { pathNot: [tests, "^emulators/", "^tools/"] },
    { path: "^emulators/", pathNot: "/index\\.ts$" },
    "Who uses an emulated cloud starts it and talks to it over the wire, as with the real one. (The tool that writes the table of what is modelled reads what it describes.)",
  ),
  never(
    "emulated-clouds-are-started-at-the-top",
    { path: sources, pathNot: [tests, "^emulators/", "^cli/"] },
    { path: "^emulators/" },
    "Only the command line, tools and tests start emulated clouds. What also runs against real clouds must not be able to tell the difference.",
  ),
];

const reach = [
  never(
    "core-is-pure",
    { path: "^core/" },
    { dependencyTypes: ["core"], pathNot: "^(node:)?(buffer|crypto)$" },
    "core decides what is right and needs no file, network, process, clock or random number for it; whoever calls it hands in what it cannot know. (crypto is for digests and signatures, which give the same answer every time.)",
  ),
  never(
    "core-uses-pure-packages",
    { path: "^core/" },
    {
      dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"],
      pathNot: "(^|/)node_modules/(@xmldom/xmldom|fastest-levenshtein|uuid|xml-crypto)/",
    },
    "Each package that core uses is named here, so that Pulumi, an SDK or a web server cannot come in through a convenience.",
  ),
  never(
    "only-jobs-and-engine-start-processes",
    { path: sources, pathNot: [tests, "^cli/jobs/", "^engine/"] },
    { path: "^(node:)?child_process$" },
    "A process that is started in a component, a rule or a face starts unseen on every preview, with whatever environment is there.",
  ),
  never(
    "reports-touch-nothing",
    { path: "^cli/report/" },
    { path: "^(node:)?(child_process|fs|fs/promises|http|https|net|process|readline)$" },
    "Who calls a report decides where its text goes.",
  ),
  never(
    "rules-touch-nothing",
    { path: "^policy-packs/(rules|facts)/" },
    { dependencyTypes: ["core"] },
    "A rule judges what it is given. One that asks a file or a cloud gives another answer tomorrow for the same stack.",
  ),
  never(
    "rules-know-no-pulumi",
    { path: "^policy-packs/(rules|facts)/" },
    { path: "(^|/)node_modules/@pulumi/" },
    "On a state file and in a test there is no policy SDK; the pack translates.",
  ),
  never(
    "emulated-clouds-do-not-use-what-they-judge",
    { path: "^emulators/" },
    { path: "(^|/)node_modules/(@pulumi/(aws|azuread|azure-native|policy)|@aws-sdk|@azure)/" },
    "The provider SDKs and clients are what is tested against the emulated clouds. Schemas are generated from them by a tool and held by a test.",
  ),
  never(
    "command-line-imports-no-provider",
    { path: "^(cli|engine)/" },
    { path: "(^|/)node_modules/@pulumi/(aws|azuread|azure-native|policy)/" },
    "Programs and packs run in processes of their own; loading a provider SDK here only makes every command slow to start.",
  ),
];

const hygiene = [
  never(
    "sources-import-no-test",
    { path: sources, pathNot: tests },
    { path: tests },
    "Tests are not in the package; a source that imports one breaks for everybody who installs it.",
  ),
  never(
    "sources-use-declared-packages",
    { path: sources, pathNot: [tests, "^examples/"] },
    { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["npm-peer", "type-only"] },
    "What ships may use `dependencies` and `peerDependencies`; a development package is not there on a user's machine.",
  ),
  {
    name: "no-circle",
    severity: "error",
    comment:
      "Two files that need each other, if only for a type, are one file or hide a third. Loading order then decides what works.",
    from: {},
    to: { circular: true },
  },
  {
    name: "everything-resolves",
    severity: "error",
    comment:
      "An import that this tool cannot follow is one that no rule above can judge. It is a misspelt path, a missing package, or a door that package.json does not name.",
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...rooms, ...doors, ...reach, ...hygiene],
  options: {
    // Type imports count, and `#core/…` leads to the source and not to a stale build.
    tsPreCompilationDeps: true,
    // The policy pack's own package.json names no dependency; the root's does.
    combinedDependencies: true,
    tsConfig: { fileName: "tsconfig.json" },
    exclude: { path: "(^|/)(dist|\\.engine|\\.emulated|\\.git)/" },
    doNotFollow: { path: "(^|/)node_modules/" },
    enhancedResolveOptions: {
      conditionNames: ["entra-aws-source", "import", "require", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
