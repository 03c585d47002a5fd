import type { ConditionalAccessPolicy, SignIn } from "#core/entra/conditional-access";
import { namedLocations, possible } from "./arbitrary-sign-ins";
import { naivelyDecide } from "./naive-conditional-access";

/*
 * Whether policies hold for every sign-in, found by trying them all: every sign-in of a small world is decided by the
 * naive model, and one that gets in without what is asked for answers no.
 */

/** What is asked for, which sign-ins are asked about, and what these have met: all but what is asked for. */
interface NaiveQuestion {
  readonly met: readonly string[];
  readonly about: (signIn: SignIn) => boolean;
}

const everything = ["mfa", "passwordChange", "approvedApplication"];

export const naiveQuestions = {
  "mfa-for-all-users": { met: ["passwordChange", "approvedApplication"], about: () => true },
  "legacy-authentication-blocked": {
    met: everything,
    about: ({ clientAppType }) => clientAppType === "exchangeActiveSync" || clientAppType === "other",
  },
  "high-risk-users-blocked": { met: everything, about: ({ userRisk }) => userRisk === "high" },
  "high-risk-sign-ins-blocked": { met: everything, about: ({ signInRisk }) => signInRisk === "high" },
  "managed-device-required": {
    met: everything,
    about: ({ device }) => device?.compliant === false && device.hybridJoined === false,
  },
} as const satisfies Readonly<Record<string, NaiveQuestion>>;

/** Groups and users that some policy of the small world names, and one that none names. */
const people: readonly Pick<SignIn, "userId" | "groupIds">[] = ["alice", "bob", "somebody else"].flatMap((userId) =>
  [false, true].flatMap((developer) =>
    [false, true].map((breakGlass) => ({
      userId,
      groupIds: [...(developer ? ["developers"] : []), ...(breakGlass ? ["breakGlass"] : [])],
    })),
  ),
);

const devices = [...possible.device, { compliant: true, hybridJoined: true }];

const world: readonly SignIn[] = people.flatMap((person) =>
  ["aws", "other", "none of these"].flatMap((applicationId) =>
    possible.clientAppType.flatMap((clientAppType) =>
      possible.platform.flatMap((platform) =>
        possible.ipAddress.flatMap((ipAddress) =>
          possible.signInRisk.flatMap((signInRisk) =>
            possible.userRisk.flatMap((userRisk) =>
              devices.map((device): SignIn => {
                const place = { clientAppType, platform, ipAddress, device };
                const rest = { userType: "member", directoryRoleIds: [], satisfied: [] } as const;
                return { ...person, ...place, applicationId, signInRisk, userRisk, ...rest };
              }),
            ),
          ),
        ),
      ),
    ),
  ),
);

export function naiveCoverage(
  question: keyof typeof naiveQuestions,
  policies: readonly ConditionalAccessPolicy[],
): "yes" | "no" {
  const { about, met }: NaiveQuestion = naiveQuestions[question];
  const getsIn = (signIn: SignIn): boolean =>
    about(signIn) && naivelyDecide(policies, { ...signIn, satisfied: met }, namedLocations).decision === "granted";
  return world.some(getsIn) ? "no" : "yes";
}
