package org.ringside.demo.simulation;

import org.jspecify.annotations.Nullable;

/** Somebody on the line, inbound or dialled, and what has become of the contact so far. */
final class Caller {
  /** Where the caller is now. */
  enum Where {
    WAITING,
    RINGING,
    TALKING,
    GONE
  }

  final String contact;
  final String customer;
  final long arrived;
  Where where = Where.WAITING;

  /** True once an agent has answered; later legs are transfers, which leave no queue. */
  boolean answered;

  /** The desk that rings for this caller, while it does. */
  @Nullable Desk ringing;

  long ringingSince;
  private Line line;
  private int leg;

  Caller(String contact, String customer, Line line, long arrived) {
    this.contact = contact;
    this.customer = customer;
    this.line = line;
    this.arrived = arrived;
  }

  Line line() {
    return line;
  }

  /** Number of the latest offer to an agent; 0 before the first. */
  int leg() {
    return leg;
  }

  void offered() {
    leg++;
  }

  void transferredTo(Line target) {
    line = target;
    where = Where.WAITING;
  }

  String legId(String type) {
    return contact + ":" + leg + ":" + type;
  }

  String contactId(String type) {
    return contact + ":0:" + type;
  }
}
