export { authorizeCall, type Call } from "./authorize-call";
export { callerArn, callerId, checkNotExpired, type Credentials, findCredentials, type Principal } from "./principal";
export { simulate, type Simulation, type SimulationResult } from "./simulate";
