package org.ringside.frame;

/** Carries a {@link Problem} out of a handler to the one place that answers with it. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  RefusedException(Problem problem) {
    // A refusal is an ordinary answer: no stack trace is collected for it.
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
