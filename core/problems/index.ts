export { describeProblems } from "./describe-problems";
export { InvalidArguments } from "./invalid-arguments";
export { didYouMean, nearestNames } from "./nearest-names";
export { error, hasErrors, missing, type Problem, under, warning } from "./problem";
export { shown, withoutControls } from "./shown";
export { unknownKeyProblems } from "./unknown-key-problems";
