package org.ringside.oidc;

import org.ringside.frame.ProblemCode;

/** How single sign-on is refused; what is refused of an account, {@code account} says. */
final class SingleSignOnProblems {
  static final ProblemCode OFF =
      new ProblemCode(
          "SINGLE_SIGN_ON_OFF", 404, "There is no single sign-on for this organisation.");
  static final ProblemCode STALE =
      new ProblemCode(
          "SINGLE_SIGN_ON_STALE",
          409,
          "This sign-in is over, was begun too long ago or in another browser; begin anew.");
  static final ProblemCode REFUSED =
      new ProblemCode("SINGLE_SIGN_ON_REFUSED", 401, "The identity provider did not sign you in.");
  static final ProblemCode UNTRUSTED =
      new ProblemCode(
          "SINGLE_SIGN_ON_UNTRUSTED", 401, "What the identity provider sent cannot be trusted.");
  static final ProblemCode UNAVAILABLE =
      new ProblemCode(
          "SINGLE_SIGN_ON_UNAVAILABLE",
          503,
          "The identity provider does not answer as it should; try again shortly.");
  static final ProblemCode INTERRUPTED =
      new ProblemCode(
          "SINGLE_SIGN_ON_INTERRUPTED",
          503,
          "The identity provider did not answer as it should; begin the sign-in anew.");
  static final ProblemCode CROWDED =
      new ProblemCode(
          "SINGLE_SIGN_ON_CROWDED", 429, "Too many sign-ins from here are under way already.");

  private SingleSignOnProblems() {}

  static RuntimeException refused(ProblemCode code) {
    return code.because(code.title()).refused();
  }
}
