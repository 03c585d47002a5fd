import { type handleUnaryCall, status } from "@grpc/grpc-js";

/** Makes a gRPC handler of a function; whatever it throws becomes the error's text, so that no call is left hanging. */
export function unary<Request, Response>(
  respond: (request: Request, peer: string) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    void (async () => respond(call.request, call.getPeer()))().then(
      (response) => {
        callback(null, response);
      },
      (error: unknown) => {
        callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
      },
    );
  };
}
