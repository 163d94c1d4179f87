package org.ringside.db;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends a pooled connection over which nothing has gone for long, either way: one that waits for an
 * answer fails with it, one that nobody uses is not missed. The client's own end of a connection
 * would not do: it says good-bye and waits for the other side, which is what hangs. Therefore this
 * sits in front of the client's handlers and closes the socket itself.
 *
 * <p>A statement that may take long is told from a database that hangs by whether anybody else is
 * answered meanwhile: the scorer asks every two seconds. Lives on its connection's event loop.
 */
final class Silence extends IdleStateHandler {
  private final long patientNanos;
  private final long shortNanos;
  private final AtomicLong heardNanos;
  private long movedNanos = System.nanoTime();

  /**
   * @param seconds after which silence is looked into
   * @param patientSeconds after which it ends the connection also while others are answered
   * @param heardNanos when anybody was last answered by this database, shared
   */
  private Silence(int seconds, int patientSeconds, AtomicLong heardNanos) {
    super(0, 0, seconds);
    this.shortNanos = TimeUnit.SECONDS.toNanos(seconds);
    this.patientNanos = TimeUnit.SECONDS.toNanos(patientSeconds);
    this.heardNanos = heardNanos;
  }

  /** Watches a connection just made. */
  static void watch(
      SqlConnection connection, int seconds, int patientSeconds, AtomicLong heardNanos) {
    channel(connection)
        .pipeline()
        .addFirst("silence", new Silence(seconds, patientSeconds, heardNanos));
  }

  private static Channel channel(SqlConnection connection) {
    var pooled = ((SqlConnectionInternal) connection).unwrap();
    return ((SocketConnectionBase) pooled.unwrap()).socket().channelHandlerContext().channel();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    movedNanos = System.nanoTime();
    heardNanos.set(movedNanos);
    super.channelRead(context, message);
  }

  @Override
  public void write(
      ChannelHandlerContext context, Object message, io.netty.channel.ChannelPromise promise)
      throws Exception {
    movedNanos = System.nanoTime();
    super.write(context, message, promise);
  }

  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
    long now = System.nanoTime();
    if (now - movedNanos >= patientNanos || now - heardNanos.get() >= shortNanos) {
      var unused = context.close(); // who waits for an answer is told by the client
    }
  }
}
