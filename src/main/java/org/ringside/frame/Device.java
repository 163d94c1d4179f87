package org.ringside.frame;

/**
 * Where somebody calls from, for lists of what is signed in and paired.
 *
 * @param address network address, at most 100 characters
 * @param name what the browser calls itself, at most 200 characters; empty if it does not
 */
public record Device(String address, String name) {
  private static final int MAX_NAME = 200;

  public static Device of(Call call) {
    String agent = call.request().getHeader("User-Agent");
    String name = agent == null ? "" : agent.replaceAll("\\p{C}", "");
    return new Device(call.clientAddress(), name.substring(0, Math.min(name.length(), MAX_NAME)));
  }
}
