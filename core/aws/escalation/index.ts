export type { EscalationCategory, EscalationMethod } from "./escalation-method";
export { escalationMethods } from "./escalation-methods";
export { type Escalation, type EscalationQuestion, findEscalations } from "./find-escalations";
