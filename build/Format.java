import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * google-java-format over whole folders: {@code check} fails and names the files that differ,
 * {@code write} mends them. Run on the build's own JDK, because the formatter needs a newer one
 * than Maven may run on.
 */
final class Format {
  private static final Formatter FORMATTER = new Formatter();

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    var differing = new ArrayList<Path>();
    for (String folder : List.of(args).subList(1, args.length)) {
      for (Path file : javaFilesIn(Path.of(folder))) {
        String source = Files.readString(file);
        String formatted = format(file, source);
        if (!formatted.equals(source)) {
          differing.add(file);
          if (write) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    if (!write && !differing.isEmpty()) {
      differing.forEach(file -> System.err.println("not formatted: " + file));
      System.err.println("'make format' mends them.");
      System.exit(1);
    }
  }

  private static String format(Path file, String source) throws Exception {
    try {
      String ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
      return FORMATTER.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    } catch (Exception e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> javaFilesIn(Path folder) throws Exception {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
