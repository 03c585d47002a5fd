import { allOf, anyOf, listed, type Membership } from "../membership";
import type { SignIn } from "../sign-in";
import type { Condition } from "./condition";

/** The kinds of client; `all`, and none named, stands for every one, legacy clients included. */
export const clientAppTypes: Condition = {
  name: "clientAppTypes",
  evaluate({ clientAppTypes }, signIn) {
    const types = clientAppTypes ?? [];
    if (types.length === 0 || types.includes("all")) return "yes";
    return anyOf(
      listed(types, signIn.clientAppType, "clientAppType"),
      types.includes("easSupported") ? onSupportedPlatform(signIn) : "no",
    );
  },
};

const easPlatforms = ["android", "iOS", "windows", "windowsPhone", "macOS"];

/** Exchange ActiveSync, but only on platforms that Conditional Access supports for it. */
function onSupportedPlatform({ clientAppType, platform }: SignIn): Membership {
  return allOf(
    listed(["exchangeActiveSync"], clientAppType, "clientAppType"),
    listed(easPlatforms, platform, "platform"),
  );
}
