package org.ringside.oidc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The provider of {@code web/e2e/identityProvider.mjs}: npm's oidc-provider with people of its own,
 * as a child process on a free port. It ends with this one, and with its input.
 */
public final class IdentityProvider implements AutoCloseable {
  private static final Path WEB = Path.of("web").toAbsolutePath();
  private static final Path LIBRARY = WEB.resolve("node_modules/oidc-provider/package.json");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
  private static final int MOST_STEPS = 12;

  private final Process process;
  private final String issuer;

  private IdentityProvider(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /**
   * What this machine lacks; null if nothing. Maven hands its -D on to tests, and installs what the
   * web pages need before it compiles.
   */
  public static @Nullable String lacking() {
    if (Boolean.getBoolean("skipWeb")) {
      return "skipped: -DskipWeb leaves out what npm installs, the identity provider among it";
    }
    return Files.exists(LIBRARY)
        ? null
        : "skipped: npm has not installed oidc-provider; run 'build/web.sh build'";
  }

  /**
   * Starts it.
   *
   * @param back address at which people are sent back
   */
  public static IdentityProvider start(String back) {
    try {
      Process process =
          new ProcessBuilder("node", "e2e/identityProvider.mjs", back)
              .directory(WEB.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String first =
          CompletableFuture.supplyAsync(() -> line(lines))
              .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
              .join();
      return new IdentityProvider(process, first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(BufferedReader lines) {
    try {
      return Objects.requireNonNull(lines.readLine(), "the provider did not start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String issuer() {
    return issuer;
  }

  /** Secret of a client, which its script makes up so. */
  public static String secret(String client) {
    return "secret of " + client + ": 100% & +";
  }

  /** Signs in there as somebody whose password is the name; gives the address that it ends with. */
  public URI signIn(URI address, String user) {
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build()) {
      URI at = address;
      for (int step = 0; step < MOST_STEPS; step++) {
        HttpResponse<String> response = send(browser, HttpRequest.newBuilder(at).GET());
        Matcher form = FORM.matcher(response.body());
        if (form.find()) {
          response = send(browser, filledIn(at.resolve(form.group(1)), user));
        }
        at = at.resolve(response.headers().firstValue("location").orElseThrow());
        if (!at.toString().startsWith(issuer)) {
          return at;
        }
      }
      throw new AssertionError("still at " + at);
    }
  }

  private static HttpRequest.Builder filledIn(URI address, String user) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("user=" + user + "&password=" + user));
  }

  private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) {
    try {
      return browser.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The clients that its script knows, one for each way of signing and of showing a secret. */
  public static List<String> clients() {
    return List.of(
        "ringside-RS256",
        "ringside-PS256",
        "ringside-ES256",
        "ringside-EdDSA",
        "ringside-post",
        "ringside-public");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
