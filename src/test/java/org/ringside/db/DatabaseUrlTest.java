package org.ringside.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringside.frame.Knobs;

class DatabaseUrlTest {
  @Test
  void address_of_a_database_is_read_with_its_escapes() {
    PgConnectOptions read =
        read("postgresql://app:p%40ss@db.example:6432/ringside?sslmode=verify-full");
    assertThat(read.getHost()).isEqualTo("db.example");
    assertThat(read.getPort()).isEqualTo(6432);
    assertThat(read.getUser()).isEqualTo("app");
    assertThat(read.getPassword()).isEqualTo("p@ss");
    assertThat(read.getDatabase()).isEqualTo("ringside");
    assertThat(read.getSslMode()).isEqualTo(SslMode.VERIFY_FULL);
  }

  @Test
  void address_without_a_port_means_5432_and_may_be_a_socket_folder() {
    assertThat(read("postgres://app@localhost/ringside").getPort()).isEqualTo(5432);
    assertThat(read("postgresql://app@%2Fvar%2Frun%2Fpostgresql/ringside").isUsingDomainSocket())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://app@localhost/ringside",
        "mysql://app@localhost/ringside",
        "postgresql://localhost/ringside",
        "postgresql://app@localhost",
        "postgresql://app@localhost:notaport/ringside",
        "ringside"
      })
  void text_that_is_no_address_of_a_database_is_a_fault(String text) {
    assertThat(DatabaseUrl.read(text)).isEmpty();
  }

  @Test
  void password_is_in_no_description_and_no_fault() {
    String url = "postgresql://app:s3cret@localhost:5432/ringside";
    assertThat(DatabaseUrl.describe(read(url))).isEqualTo("ringside at localhost:5432 as app");
    Knobs.Reading faults =
        Knobs.read(Map.of("RINGSIDE_DATABASE_URL", "mysql" + url), DatabaseKnobs.ALL);
    assertThat(faults).isInstanceOf(Knobs.Reading.Faults.class);
    assertThat(faults.toString()).contains("RINGSIDE_DATABASE_URL").doesNotContain("s3cret");
  }

  @Test
  void own_database_is_used_where_its_address_is_set() {
    Map<String, String> environment =
        Map.of("RINGSIDE_DATABASE_URL", "postgresql://a:b@h/d", "RINGSIDE_DATABASE_POOL", "3");
    DatabaseSettings own =
        DatabaseSettings.own(Knobs.orCannotStart(environment, DatabaseKnobs.ALL)).orElseThrow();
    assertThat(own.pool()).isEqualTo(3);
    assertThat(own.owner()).isEmpty();
    assertThat(own).hasToString("d at h:5432 as a");
    assertThat(DatabaseSettings.own(Knobs.orCannotStart(Map.of(), List.copyOf(DatabaseKnobs.ALL))))
        .isEmpty();
  }

  private static PgConnectOptions read(String text) {
    return DatabaseUrl.read(text).orElseThrow();
  }
}
