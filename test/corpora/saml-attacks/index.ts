export { type Attack, type AttackGroup, type Scene } from "./attack";
export { samlAttacks } from "./attacks";
export { controls } from "./controls";
