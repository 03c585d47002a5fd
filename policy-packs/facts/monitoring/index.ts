export { rootAlarms, type RootAlarmFault } from "./root-alarms";
export { signInSource } from "./root-events";
