package org.ringside.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All metrics of an organisation, by id. Beside the listed ones there are variants that are found
 * by name only: {@code service_level_c_30s} (10, 15, 30, 60), {@code csat_0_10} and {@code
 * csat_top_box_0_10} for other scales, {@code revenue_eur} for other currencies. Immutable but for
 * a memory of variants asked for; safe to share between threads.
 */
public final class Catalogue {
  private static final Pattern SERVICE_LEVEL =
      Pattern.compile("service_level_[a-d]_(10|15|30|60)s");
  private static final Pattern SCALE = Pattern.compile("csat(?:_top_box)?_(\\d{1,2})_(\\d{1,3})");
  private static final Pattern REVENUE = Pattern.compile("revenue_([a-z]{3})");

  private final Map<String, Metric> listed = new LinkedHashMap<>();

  private Catalogue(String currency) {
    list(CallMetrics.drafts());
    list(ResultMetrics.drafts(currency));
    list(WorkMetrics.drafts());
  }

  /**
   * The catalogue of an organisation whose revenue is in that currency.
   *
   * @param currency ISO 4217, in any case; an unknown one is an {@link IllegalArgumentException}
   */
  public static Catalogue of(String currency) {
    String code = currency.toUpperCase(Locale.ROOT);
    return new Catalogue(Currency.getInstance(code).getCurrencyCode().toLowerCase(Locale.ROOT));
  }

  /** The metric of that id, or null; counters are no metrics, see {@link Metric#ofCounter}. */
  public @Nullable Metric find(String id) {
    Metric metric = listed.get(id);
    return metric != null ? metric : variant(id);
  }

  /** The listed metrics, in the order of the field's catalogue. */
  public List<Metric> all() {
    return List.copyOf(listed.values());
  }

  private void list(Collection<Draft> drafts) {
    for (Draft draft : drafts) {
      Metric metric = draft.metric();
      listed.put(metric.id(), metric);
    }
  }

  private static @Nullable Metric variant(String id) {
    for (Draft draft : variants(id)) {
      Metric metric = draft.metric();
      if (metric.id().equals(id)) {
        return metric;
      }
    }
    return null;
  }

  private static List<Draft> variants(String id) {
    var drafts = new ArrayList<Draft>();
    Matcher level = SERVICE_LEVEL.matcher(id);
    if (level.matches()) {
      int seconds = Integer.parseInt(level.group(1));
      drafts.addAll(CallMetrics.serviceLevels(seconds, "_" + seconds + "s"));
    }
    Matcher scale = SCALE.matcher(id);
    if (scale.matches()) {
      drafts.addAll(onScale(Long.parseLong(scale.group(1)), Long.parseLong(scale.group(2))));
    }
    Matcher revenue = REVENUE.matcher(id);
    if (revenue.matches() && isCurrency(revenue.group(1))) {
      drafts.add(ResultMetrics.revenue(id, revenue.group(1)));
    }
    return drafts;
  }

  private static List<Draft> onScale(long min, long max) {
    String suffix = "_" + min + "_" + max;
    return min < max && max <= 100
        ? List.of(ResultMetrics.csat(min, max, suffix), ResultMetrics.csatTopBox(min, max, suffix))
        : List.of();
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equalsIgnoreCase(code));
  }
}
