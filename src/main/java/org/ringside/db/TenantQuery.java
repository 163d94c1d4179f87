package org.ringside.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * A statement for one organisation, which gets its connection when it is carried out.
 *
 * @param on the statement on a connection
 */
record TenantQuery<T>(TenantClient client, Function<SqlConnection, PreparedQuery<T>> on)
    implements PreparedQuery<T> {
  @Override
  public Future<T> execute() {
    return client.inOneFlight(connection -> on.apply(connection).execute());
  }

  @Override
  public Future<T> execute(Tuple values) {
    return client.inOneFlight(connection -> on.apply(connection).execute(values));
  }

  @Override
  public Future<T> executeBatch(List<Tuple> batch) {
    return client.inOneFlight(connection -> on.apply(connection).executeBatch(batch));
  }

  @Override
  public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
    return new TenantQuery<>(client, on.andThen(query -> query.collecting(collector)));
  }

  @Override
  public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
    return new TenantQuery<>(client, on.andThen(query -> query.mapping(mapper)));
  }
}
