package org.ringside.frame;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses as an operator writes them. */
public final class Addresses {
  private static final String LITERAL =
      "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

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

    private boolean contains(InetAddress other) {
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
  static Optional<URI> origin(String text) {
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

  private static Optional<InetAddress> address(String literal) {
    if (!literal.matches(LITERAL)) {
      return Optional.empty(); // a name would be looked up, and could change
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException notOne) {
      return Optional.empty();
    }
  }
}
