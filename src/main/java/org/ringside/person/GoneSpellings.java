package org.ringside.person;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringside.fact.Incoming;
import org.ringside.fact.Receipt;
import org.ringside.floor.Floor;
import org.ringside.floor.Span;
import org.ringside.metric.Fact;

/**
 * Spellings of people who were anonymised. A fact that still names one is refused: for the time in
 * which the spelling was theirs, and later as long as the roster gives it to nobody else. Costs
 * nothing where nobody was anonymised. For one thread.
 */
public final class GoneSpellings {
  /** Spellings whose hashes are remembered: those of a day's callers. */
  private static final int REMEMBERED = 20_000;

  private final SpellingHash hashes;
  private final Map<String, List<Gone>> byHash;
  private final Map<String, String> remembered = new LinkedHashMap<>();

  /**
   * One spelling as somebody had it.
   *
   * @param hash hexadecimal
   * @param source the one source that spelled it so, empty for any
   * @param held nobody had ended it
   */
  record Gone(String hash, String source, Span span, boolean held) {}

  GoneSpellings(byte[] key, List<Gone> all) {
    hashes = new SpellingHash(key);
    byHash = new HashMap<>();
    all.forEach(one -> byHash.merge(one.hash(), List.of(one), GoneSpellings::both));
  }

  /** All of an organisation. */
  public static Future<GoneSpellings> load(SqlClient tenant, int organisation, byte[] key) {
    return ForgetSql.gone(tenant, organisation, key);
  }

  /** Nobody is gone. */
  public static GoneSpellings none() {
    return new GoneSpellings(new byte[32], List.of());
  }

  private static List<Gone> both(List<Gone> some, List<Gone> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The receipt of a fact that names somebody who is gone; null for any other. */
  public @Nullable Receipt refusal(Incoming fact, Floor floor) {
    if (byHash.isEmpty()) {
      return null;
    }
    Fact said = fact.fact();
    boolean named =
        names(floor, fact, fact.subject())
            || (said != null
                && Mentions.OWNERS.stream()
                    .anyMatch(field -> names(floor, fact, said.text(field))));
    return named ? Receipt.gone(fact) : null;
  }

  /** Whether a staff number was that of somebody who is gone, and nobody had passed it on. */
  public boolean isGone(String code) {
    return !byHash.isEmpty()
        && byHash.getOrDefault(hash(code), List.of()).stream().anyMatch(Gone::held);
  }

  private boolean names(Floor floor, Incoming fact, @Nullable String spelling) {
    if (spelling == null) {
      return false;
    }
    List<Gone> known = byHash.getOrDefault(hash(spelling), List.of());
    return known.stream()
        .filter(gone -> gone.source().isEmpty() || gone.source().equals(fact.source()))
        .anyMatch(
            gone ->
                gone.span().contains(fact.timeMs())
                    || (gone.held() && !floor.known(fact.source(), spelling, fact.timeMs())));
  }

  private String hash(String spelling) {
    String known = remembered.get(spelling);
    if (known != null) {
      return known;
    }
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    String made = HexFormat.of().formatHex(hashes.of(spelling));
    remembered.put(spelling, made);
    return made;
  }
}
