package org.ringside.frame;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where the server listens and how it is reached. */
public final class ServerKnobs {
  /** Loopback, until somebody decides otherwise. */
  public static final Knob<String> HOST =
      Knob.text(
          "RINGSIDE_HOST",
          "127.0.0.1",
          "Address that the server listens on; 0.0.0.0 for all of the machine.");

  /** 0 takes a free one, for tests. */
  public static final Knob<Integer> PORT =
      Knob.number(
          "RINGSIDE_PORT",
          8080,
          0,
          65_535,
          "",
          "Port of the pages, the API and the live socket; 0 takes a free one.");

  /** Metrics and health, which are nobody's business outside. */
  public static final Knob<Integer> MANAGEMENT_PORT =
      Knob.number(
          "RINGSIDE_MANAGEMENT_PORT",
          8081,
          0,
          65_535,
          "",
          "Port of metrics and health; 0 takes a free one.");

  /** Loopback, unless the scraper is elsewhere. */
  public static final Knob<String> MANAGEMENT_HOST =
      Knob.text(
          "RINGSIDE_MANAGEMENT_HOST",
          "127.0.0.1",
          "Address that metrics and health listen on; keep it away from the public.");

  /** What a browser has in its address bar. */
  public static final Knob<Optional<URI>> PUBLIC_URL =
      Knob.optional(
          "RINGSIDE_PUBLIC_URL",
          "an http or https address without path",
          "https://ringside.example",
          "Address under which people reach the server; the live socket takes browsers from there only.",
          Addresses::origin);

  /** Only these are believed about whom they speak for. */
  public static final Knob<List<Addresses.Block>> TRUSTED_PROXIES =
      Knob.list(
          "RINGSIDE_TRUSTED_PROXIES",
          "addresses or blocks, separated by commas",
          "10.0.0.0/8,192.0.2.7",
          "Proxies whose X-Forwarded-For, -Proto and -Host are believed.",
          Addresses::block);

  /** Against clients that hold a connection with a byte now and then. */
  public static final Knob<Integer> REQUEST_PATIENCE =
      Knob.number(
          "RINGSIDE_REQUEST_PATIENCE",
          30,
          1,
          600,
          "seconds",
          "Longest wait for the first request of a connection, and for a body, which has a second more for every 16 KiB that came.");

  /** Read by the launcher, and listed so that it is found. */
  public static final Knob<String> JAVA_OPTIONS =
      Knob.text(
          "RINGSIDE_JAVA_OPTIONS",
          "-Xmx1g -XX:+UseZGC -XX:SoftMaxHeapSize=512m",
          "Options of the Java machine; read by ./ringside. Meant for Java 23 and later: before, ZGC knows no generations and takes more of the machine; -Xmx1g alone is better there.");

  /** In the order of the documentation. */
  public static final List<Knob<?>> ALL =
      List.of(
          HOST,
          PORT,
          MANAGEMENT_HOST,
          MANAGEMENT_PORT,
          PUBLIC_URL,
          TRUSTED_PROXIES,
          REQUEST_PATIENCE,
          JAVA_OPTIONS);

  private ServerKnobs() {}
}
