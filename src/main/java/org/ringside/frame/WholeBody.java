package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.IntConsumer;

/**
 * Collects the body of a request that was paused, for handlers that want its bytes as they came.
 */
public final class WholeBody {
  private WholeBody() {}

  /**
   * Reads up to the limit, whatever the Content-Length claims.
   *
   * @param most bytes
   * @param otherwise what to do with more, as a sentence
   * @return a future that is refused where there is more
   */
  public static Future<Buffer> of(HttpServerRequest request, int most, String otherwise) {
    return of(request, most, otherwise, chunk -> {});
  }

  /**
   * The same of somebody who has not proved who they are.
   *
   * @param taking told of every chunk before it is kept; may refuse it
   */
  static Future<Buffer> of(
      HttpServerRequest request, int most, String otherwise, IntConsumer taking) {
    var collected = Buffer.buffer();
    Promise<Buffer> body = Promise.promise();
    request.handler(
        chunk -> {
          try {
            if (collected.length() + chunk.length() > most) {
              throw ProblemCode.TOO_LARGE
                  .because("At most " + most + " bytes; " + otherwise)
                  .refused();
            }
            taking.accept(chunk.length());
            collected.appendBuffer(chunk);
          } catch (RefusedException tooMuch) {
            request.handler(rest -> {});
            body.tryFail(tooMuch);
          }
        });
    request.endHandler(end -> body.tryComplete(collected));
    request.exceptionHandler(body::tryFail);
    request.resume();
    return body.future();
  }
}
