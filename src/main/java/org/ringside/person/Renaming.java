package org.ringside.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringside.fact.Restated;
import org.ringside.floor.Agent;
import org.ringside.floor.AliasKey;
import org.ringside.floor.Floor;
import org.ringside.floor.Stretch;
import org.ringside.floor.Timeline;
import org.ringside.metric.FactType;
import org.ringside.metric.Field;

/**
 * How somebody is called from now on, so that every fact is still placed as before: each spelling
 * gets another one of the same validity, two different ones never the same. Pure.
 */
final class Renaming {
  /** What stands in the place of a word; the database holds it to the same. */
  private static final Pattern FORMER =
      Pattern.compile("former((-account)?-[0-9]+x*(-[0-9]+|-login)?| (agent|account) #[0-9]+)");

  private final Floor before;
  private final @Nullable Agent agent;
  private final String name;
  private final String base;

  /** Spellings and names, with what is said instead. */
  private final Map<String, String> instead = new LinkedHashMap<>();

  /** Spellings that were also somebody else's, at another time or in another source. */
  private final Set<String> shared = new LinkedHashSet<>();

  private final Set<String> names = new LinkedHashSet<>();

  /**
   * @param login and what the account is called; null without an account
   * @param formerNames that the account had before
   */
  Renaming(
      Floor before,
      Person person,
      @Nullable String login,
      @Nullable String accountName,
      Set<String> formerNames) {
    this.before = before;
    this.agent = person.agent() == null ? null : before.agent(person.agent());
    this.name =
        person.agent() == null
            ? "former account #" + person.account()
            : "former agent #" + person.agent();
    this.base = free(name.replace(" agent", "").replace(' ', '-').replace("#", ""));
    names(login, accountName, formerNames);
    spellings();
  }

  private String free(String wanted) {
    String tried = wanted;
    while (isTaken(tried)) {
      tried = tried + "x";
    }
    return tried;
  }

  /** Whether an agent or an alias is called so, or so with a number behind it. */
  private boolean isTaken(String wanted) {
    return before.agent(wanted) != null
        || before.aliases().keySet().stream()
            .anyMatch(
                key -> key.spelling().equals(wanted) || key.spelling().startsWith(wanted + "-"));
  }

  private void names(
      @Nullable String login, @Nullable String accountName, Set<String> formerNames) {
    if (login != null) {
      instead.put(login, agent == null ? base : base + "-login");
      names.add(Objects.requireNonNull(accountName));
    }
    if (agent != null) {
      names.add(agent.name());
    }
    names.addAll(formerNames);
    names.forEach(one -> instead.put(one, name));
  }

  private void spellings() {
    if (agent == null) {
      return;
    }
    int number = 1;
    for (String spelling : Words.spellings(before, agent.no())) {
      instead.put(spelling, number == 1 ? base : base + "-" + number);
      number++;
      if (isAnothers(spelling)) {
        shared.add(spelling);
      }
    }
  }

  private boolean isAnothers(String spelling) {
    Agent own = before.agent(spelling);
    int mine = Objects.requireNonNull(agent).no();
    return (own != null && own.no() != mine)
        || before.aliases().entrySet().stream()
            .filter(alias -> alias.getKey().spelling().equals(spelling))
            .flatMap(alias -> alias.getValue().stretches().stream())
            .anyMatch(held -> held.holder() != mine);
  }

  /** Whether nothing is left by which the person could be known. */
  boolean isDone() {
    return instead.keySet().stream().allMatch(word -> FORMER.matcher(word).matches());
  }

  /** What is shown in the place of the name. */
  String name() {
    return name;
  }

  /** What stands in the place of a word. */
  String instead(String word) {
    return Objects.requireNonNull(instead.get(word));
  }

  /** What the person was called by sources first of all: the staff number, or the login. */
  String first(@Nullable String login) {
    return agent == null ? Objects.requireNonNull(login) : agent.code();
  }

  /** Spellings and names with what is said instead, but for spellings that are also another's. */
  Map<String, String> words() {
    var own = new LinkedHashMap<>(instead);
    own.keySet().removeAll(shared);
    return own;
  }

  /** All of them, also spellings that are another's at another time. */
  Set<String> said() {
    return instead.keySet();
  }

  /** Subjects that facts of the person have from now on. */
  List<String> subjects() {
    return instead.values().stream().distinct().toList();
  }

  /** Names that can be looked for inside longer texts without meeting other words. */
  List<String> distinctNames() {
    return names.stream().filter(Renaming::isDistinct).toList();
  }

  private static boolean isDistinct(String name) {
    boolean inAscii = name.chars().allMatch(c -> c < 128);
    return inAscii
        ? name.length() > 4 && name.contains(" ")
        : name.codePointCount(0, name.length()) > 1;
  }

  /** The floor with the person under the other name, otherwise the same. */
  Floor after() {
    if (agent == null) {
      return before;
    }
    var agents = new ArrayList<Agent>();
    before.agents().forEach(one -> agents.add(one.no() == agent.no() ? former() : one));
    return new Floor(
        before.sites(), before.teams(), agents, aliases(), before.memberships(), before.queues());
  }

  private Agent former() {
    return new Agent(Objects.requireNonNull(agent).no(), base, name);
  }

  private Map<AliasKey, Timeline> aliases() {
    var after = new HashMap<AliasKey, Timeline>();
    before
        .aliases()
        .forEach(
            (key, timeline) -> {
              List<Stretch> others = others(timeline);
              List<Stretch> own =
                  timeline.stretches().stream().filter(held -> !others.contains(held)).toList();
              if (!others.isEmpty()) {
                after.put(key, Timeline.of(others));
              }
              if (!own.isEmpty()) {
                String other = Objects.requireNonNull(instead.get(key.spelling()));
                after.put(new AliasKey(other, key.source()), Timeline.of(own));
              }
            });
    return after;
  }

  private List<Stretch> others(Timeline timeline) {
    int mine = Objects.requireNonNull(agent).no();
    return timeline.stretches().stream().filter(held -> held.holder() != mine).toList();
  }

  /** How a fact is told from now on. */
  Restated.Wording wording(String source, String type, long timeMs) {
    FactType known = FactType.of(type);
    return (field, text) -> {
      Field meant = field == null || known == null ? null : known.field(field);
      if (field == null || (meant != null && Mentions.FIELDS.contains(meant))) {
        return exactly(source, text, timeMs);
      }
      return meant != null ? text : loosely(source, text, timeMs);
    };
  }

  private String exactly(String source, String text, long timeMs) {
    String other = instead.get(text);
    if (other == null) {
      return text;
    }
    int means = before.agentOf(source, text, timeMs);
    boolean mine = agent != null && means == agent.no();
    return mine || (means == 0 && !shared.contains(text)) ? other : text;
  }

  /** Fields that a source has added: whatever it says there. */
  private String loosely(String source, String text, long timeMs) {
    String other = names.contains(text) ? name : exactly(source, text, timeMs);
    for (String one : distinctNames()) {
      other = other.replace(one, name);
    }
    return other;
  }

  /** Regular expression for an id in which one of the spellings stands by itself. */
  String inIds() {
    var all = new ArrayList<String>();
    words().keySet().forEach(word -> all.add(quoted(word)));
    return "(^|[^[:alnum:]])(" + String.join("|", all) + ")($|[^[:alnum:]])";
  }

  private static String quoted(String word) {
    return word.replaceAll("([\\\\.^$|()\\[\\]{}*+?-])", "\\\\$1");
  }
}
