/** The clouds that Microsoft runs apart from each other: a tenant is in one of them. */
export const EntraCloud = {
  /** The public cloud. */
  Public: "public",
  /** Microsoft Cloud for US Government (GCC High). */
  UsGov: "usgov",
  /** Microsoft in China, operated by 21Vianet. */
  China: "china",
} as const;
export type EntraCloud = (typeof EntraCloud)[keyof typeof EntraCloud];
