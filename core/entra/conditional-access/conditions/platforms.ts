import { except, listed, type Membership } from "../membership";
import type { Condition } from "./condition";

/** Device platforms; `all` includes what Entra does not recognise. */
export const platforms: Condition = {
  name: "platforms",
  evaluate({ platforms }, { platform }) {
    const included = platforms?.includePlatforms ?? [];
    if (included.length === 0) return "yes";
    return except(among(included, platform), among(platforms?.excludePlatforms ?? [], platform));
  },
};

function among(list: readonly string[], platform: string | undefined): Membership {
  return list.includes("all") ? "yes" : listed(list, platform, "platform");
}
