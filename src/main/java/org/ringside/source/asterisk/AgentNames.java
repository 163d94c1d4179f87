package org.ringside.source.asterisk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which agent a queue_log means: {@code Agent/1127}, {@code Local/1127@callback-agent}, {@code
 * SIP/1127} and {@code PJSIP/1127-0000002a} are one person, and so are all spellings from which the
 * pattern takes the same name.
 *
 * @param pattern the name is its first group, or the whole match where it has none; a spelling that
 *     it does not match stands as it is ({@code Alice Smith})
 */
public record AgentNames(Pattern pattern) {
  private static final Pattern NUMBER =
      Pattern.compile("(?:[A-Za-z0-9_]+/)?([0-9]+)(?:[@/\\-].*)?");

  /** The digits between the technology and the rest. */
  public static AgentNames byNumber() {
    return new AgentNames(NUMBER);
  }

  String of(String spelling) {
    Matcher found = pattern.matcher(spelling);
    if (!found.matches()) {
      return spelling;
    }
    String name = found.groupCount() == 0 ? found.group() : found.group(1);
    return name == null || name.isEmpty() ? spelling : name;
  }
}
