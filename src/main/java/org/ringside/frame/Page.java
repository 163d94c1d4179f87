package org.ringside.frame;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The part asked for of a list that goes down by number. The cursor is the last number of the page
 * before, so a page stays the same while newer things are added.
 *
 * @param below the number below which it begins; everything on the first page
 * @param limit how many it has at most
 */
public record Page(int below, int limit) {
  /** As the query's {@code cursor} and {@code limit} say. */
  public static Page of(Call call, int limitUnlessTold) {
    int limit = call.limit(limitUnlessTold);
    String cursor = call.query("cursor");
    if (cursor == null) {
      return new Page(Integer.MAX_VALUE, limit);
    }
    if (cursor.matches("[1-9][0-9]{0,8}")) {
      return new Page(Integer.parseInt(cursor), limit);
    }
    throw Problem.badInput("cursor", "the 'next' of the page before", "17").refused();
  }

  /** How many to read: one more than there is room for, to know whether there is a next page. */
  public int read() {
    return limit + 1;
  }

  /** Answers with what was read. */
  public <T> Future<Void> answer(
      Call call, List<T> read, ToIntFunction<T> number, Function<T, JsonObject> json) {
    boolean more = read.size() > limit;
    List<T> shown = more ? read.subList(0, limit) : read;
    String next = more ? Integer.toString(number.applyAsInt(shown.getLast())) : null;
    return call.items(shown.stream().map(json).toList(), next);
  }
}
