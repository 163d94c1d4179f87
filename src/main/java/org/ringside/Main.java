package org.ringside;

/** The one place that knows all parts: it starts them in order and stops them in reverse. */
public final class Main {
  private Main() {}

  /** Starts the server; the first argument, if any, is {@code demo}. */
  public static void main(String[] args) {
    System.out.println("Ringside");
  }
}
