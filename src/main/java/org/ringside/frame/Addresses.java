package org.ringside.frame;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as an operator writes them. */
public final class Addresses {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";

  /** What no look-up of a name can come of: it has four octets, or a colon behind hexadecimals. */
  private static final Pattern LITERAL =
      Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,45}");

  private static final int V6_NETWORK_BYTES = 8;

  private Addresses() {}

  /**
   * All addresses that begin with the same bits.
   *
   * @param start any address in it
   * @param bits how many leading bits count: 0 for all addresses, 32 or 128 for one
   */
  public record Block(InetAddress start, int bits) {
    /** False for a name, and for an address of the other family. */
    public boolean contains(String literal) {
      return address(literal).filter(this::contains).isPresent();
    }

    boolean contains(InetAddress other) {
      byte[] ours = start.getAddress();
      byte[] theirs = other.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /** {@code 10.0.0.0/8}, {@code 192.0.2.7}, {@code fd00::/8}; names are not looked up. */
  static Optional<Block> block(String text) {
    String[] parts = text.split("/", 2);
    return address(parts[0]).flatMap(start -> block(start, parts.length == 2 ? parts[1] : ""));
  }

  /** Scheme, host and port, as a browser's Origin spells them. */
  public static Optional<URI> origin(String text) {
    try {
      var uri = new URI(text.strip());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare = uri.getRawPath() == null || uri.getRawPath().matches("/?");
      return web && bare && uri.getHost() != null && uri.getRawQuery() == null
          ? Optional.of(new URI(uri.getScheme() + "://" + uri.getRawAuthority()))
          : Optional.empty();
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Block> block(InetAddress start, String bits) {
    int all = start.getAddress().length * 8;
    if (bits.isEmpty()) {
      return Optional.of(new Block(start, all));
    }
    return bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= all
        ? Optional.of(new Block(start, Integer.parseInt(bits)))
        : Optional.empty();
  }

  /**
   * By what a client is told from others: its IPv4 address, or the first 64 bits of its IPv6
   * address, of which one line has the rest to choose from.
   *
   * @param literal as a {@link Visit} has it
   */
  public static String network(String literal) {
    if (literal.indexOf(':') < 0) {
      return literal;
    }
    return address(literal)
        .map(InetAddress::getAddress)
        .map(bytes -> HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, V6_NETWORK_BYTES)))
        .orElse(literal);
  }

  /** The address that is written there; empty for anything else, also for a name. */
  static Optional<InetAddress> address(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      return Optional.empty(); // a name would be looked up, and could change
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException notOne) {
      return Optional.empty();
    }
  }
}
