package org.ringside;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of the server that design.md promises, as far as imports can show it. */
class ArchitectureTest {
  private static final String ROOT = "org.ringside.";

  /** Main and what it is made of: the one package that knows everything. */
  private static final String MAIN = "org.ringside";

  @SuppressWarnings("NullAway.Init") // set before all
  private static JavaClasses server;

  @BeforeAll
  static void read() {
    server =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ringside");
  }

  @Test
  void calendar_stands_alone() {
    check(pure("calendar"));
  }

  @Test
  void metric_stands_alone() {
    check(pure("metric"));
  }

  @Test
  void scoring_knows_metrics() {
    check(pure("scoring", "metric"));
  }

  @Test
  void standing_knows_scores() {
    check(pure("standing", "scoring", "metric"));
  }

  @Test
  void packages_have_no_cycles() {
    check(slices().matching("org.ringside.(*)..").should().beFreeOfCycles());
  }

  /**
   * The scorer writes on its own pipelined connection; everybody else through a {@code *Sql}, with
   * its {@code *Columns} where statements share some. A database may be handed on by anybody.
   */
  @Test
  void sql_is_spoken_only_where_its_name_says_so() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(MAIN, in("db"), in("scorer"))
            .and()
            .haveNameNotMatching(".*(Sql|Columns)(\\$.*)?")
            .should()
            .callMethodWhere(calls("io\\.vertx\\.(sqlclient|pgclient)\\..*", ".*"))
            .because("statements live in *Sql, db and scorer"));
  }

  /** Whoever reaches a table does so for one organisation, or for nobody. */
  @Test
  void connections_are_handed_out_by_the_database_alone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("db"))
            .should()
            .dependOnClassesThat(
                nameMatching("io\\.vertx\\.(sqlclient\\.Pool|pgclient\\.PgBuilder)"))
            .because("features speak for an organisation, by Tenants"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(MAIN, in("db"))
            .should()
            .callMethodWhere(calls("org\\.ringside\\.db\\.Database", "platform"))
            .because("whoever speaks for nobody is given that where the server is put together"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(in("scorer"))
            .should()
            .callMethodWhere(calls("org\\.ringside\\.db\\.Database", "dedicated|write"))
            .because("only the scorer and its check have a connection of their own"));
  }

  @Test
  void web_is_spoken_only_by_routes_and_the_frame() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(MAIN, in("frame"), in("board"), in("access"))
            .and()
            .haveNameNotMatching(".*Routes(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.ext.web..")
            .because("HTTP lives in *Routes, frame, board and access"));
  }

  /** Who talks to the outside on its own account may look at its own clock. */
  @Test
  void time_comes_in_as_an_argument() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(MAIN, in("demo"), in("cli"), in("source"))
            .should()
            .callMethodWhere(readsTheClock())
            .because("only Main asks the system for the time"));
  }

  /** Only java, the null annotations, itself and the named packages below it. */
  private static ArchRule pure(String name, String... below) {
    String[] allowed =
        Stream.concat(
                Stream.of("java..", "org.jspecify.annotations..", in(name)),
                Stream.of(below).map(ArchitectureTest::in))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(in(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  private static DescribedPredicate<JavaCall<?>> readsTheClock() {
    return calls("java\\.lang\\.System", "currentTimeMillis")
        .or(calls("java\\.time\\.Clock", "system.*|tick.*"))
        .or(calls("java\\.time\\.(Instant|Local.*|Zoned.*|Offset.*|Year.*)", "now"))
        .as("read the system's clock");
  }

  private static DescribedPredicate<JavaCall<?>> calls(String type, String method) {
    return target(nameMatching(method)).and(target(owner(nameMatching(type))));
  }

  private static String in(String name) {
    return ROOT + name + "..";
  }

  /** A package that is not there yet breaks no rule. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(server);
  }
}
