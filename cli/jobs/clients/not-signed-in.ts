/** A cloud was not asked, or did not take the credentials: nobody usable is signed in to it. Says how to sign in. */
export class NotSignedIn extends Error {
  override readonly name = "NotSignedIn";
}
