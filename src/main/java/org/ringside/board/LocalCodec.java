package org.ringside.board;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Hands immutable values from loop to loop as they are; they never leave the process. */
final class LocalCodec implements MessageCodec<Object, Object> {
  static final String NAME = "ringside.local";

  private LocalCodec() {}

  static void register(Vertx vertx) {
    vertx.eventBus().registerCodec(new LocalCodec());
  }

  @Override
  public Object transform(Object value) {
    return value;
  }

  @Override
  public void encodeToWire(Buffer buffer, Object value) {
    throw new UnsupportedOperationException("frames stay in this process");
  }

  @Override
  public Object decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("frames stay in this process");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
