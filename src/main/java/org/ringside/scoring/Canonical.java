package org.ringside.scoring;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.ringside.metric.Gate;

/**
 * A rule book as text, one thing a line, whose SHA-256 is its name in the records. Numbers are
 * plain and without trailing zeros, so that 1.50 and 1.5 are the same rule. The first line is the
 * version of this form: whoever changes the form changes it, and old hashes stay provable.
 */
final class Canonical {
  private Canonical() {}

  static byte[] bytes(RuleBook book) {
    var text = new StringBuilder("ringside rule book 1\n");
    text.append("decimals ").append(book.decimals()).append('\n');
    text.append("floor ").append(plain(book.floor())).append('\n');
    text.append("tie-break ").append(quoted(book.tieBreak().metric())).append('\n');
    book.gates().forEach(gate -> appendGate(text, gate));
    book.lines().forEach(line -> appendLine(text, line));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String hash(RuleBook book) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(book));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void appendLine(StringBuilder text, Line line) {
    text.append("line ").append(quoted(line.metric())).append('\n');
    text.append("  ").append(conversion(line.conversion())).append('\n');
    text.append("  weight ").append(plain(line.weight())).append('\n');
    if (line.cap() != null) {
      text.append("  cap ").append(plain(line.cap())).append('\n');
    }
    if (line.gate() != null) {
      text.append("  ");
      appendGate(text, line.gate());
    }
  }

  private static void appendGate(StringBuilder text, Gate gate) {
    text.append("gate ").append(quoted(gate.on())).append(' ').append(gate.minimum()).append('\n');
  }

  private static String conversion(Conversion conversion) {
    return switch (conversion) {
      case Conversion.PerUnit(BigDecimal points) -> "per unit " + plain(points);
      case Conversion.Linear(BigDecimal floor, BigDecimal target, BigDecimal points) ->
          "linear " + plain(floor) + " " + plain(target) + " " + plain(points);
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Quoted, because a name that was never checked could hold a line break and forge a rule. */
  private static String quoted(@Nullable String name) {
    return name == null
        ? "-"
        : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
