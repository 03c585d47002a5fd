export { renderDemoAccount, renderDemoSignIn, renderDemoEnd, renderField, renderIntroduction } from "./demo-text";
export { ProgressLine } from "./progress-line";
export { type Paint, paintFor } from "./paint";
