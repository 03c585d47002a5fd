/**
 * Properties of a user that can name the session in AWS (`RoleSessionName`). AWS takes 2…64 characters of
 * `[a-zA-Z_0-9+=,.@-]`: choose another than the default where UPNs are longer, or are those of guests (`#EXT#`).
 */
export const SessionNameSource = {
  /** `userPrincipalName` */
  UserPrincipalName: "userprincipalname",
  /** `mail` */
  Mail: "mail",
  /** `onPremisesSamAccountName` */
  OnPremisesSamAccountName: "onpremisessamaccountname",
  /** `employeeId` */
  EmployeeId: "employeeid",
  /** The user's object id. */
  ObjectId: "objectid",
} as const;
export type SessionNameSource = (typeof SessionNameSource)[keyof typeof SessionNameSource];
