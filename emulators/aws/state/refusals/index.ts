export { refusal } from "./refuse";
