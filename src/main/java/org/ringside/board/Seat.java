package org.ringside.board;

/** The place of one socket among those that watch. Equal to no other. */
public final class Seat {
  private final String address;

  /**
   * @param address network address that its client comes from, a literal
   */
  public Seat(String address) {
    this.address = address;
  }

  public String address() {
    return address;
  }
}
