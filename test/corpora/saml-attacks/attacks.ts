import type { AttackGroup } from "./attack";
import { audience, confirmation, expired, issuer, late, notYet, recipient, roles, sessionName } from "./conditions";
import { dividedTexts, documentTypes, encodings, malformed, tooLong } from "./documents";
import { foreign, severalSignatures, unsigned } from "./signatures";
import { algorithms, altered, elsewhere } from "./signed-content";
import { ambiguous, wrapping } from "./wrapping";

/** Every attack on the sign-in, in the order of the table in `docs/sign-in.md`. */
export const samlAttacks: readonly AttackGroup[] = [
  wrapping,
  ambiguous,
  severalSignatures,
  unsigned,
  foreign,
  altered,
  elsewhere,
  algorithms,
  issuer,
  confirmation,
  recipient,
  audience,
  notYet,
  expired,
  late,
  sessionName,
  roles,
  documentTypes,
  dividedTexts,
  malformed,
  encodings,
  tooLong,
];
