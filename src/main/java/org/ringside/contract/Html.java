package org.ringside.contract;

/** Builds a page; whatever is text is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Markup of our own. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Text from anywhere. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /** Prose: an empty line parts paragraphs, and what stands between backticks is code. */
  Html prose(String prose) {
    for (String paragraph : prose.strip().split("\n\\s*\n", -1)) {
      if (!paragraph.isBlank()) {
        markup("<p>");
        String[] pieces = paragraph.split("`", -1);
        for (int i = 0; i < pieces.length; i++) {
          if (i % 2 == 0) {
            text(pieces[i]);
          } else {
            element("code", pieces[i]);
          }
        }
        markup("</p>\n");
      }
    }
    return this;
  }

  /** An element that holds only text. */
  Html element(String name, String text) {
    return markup("<" + name + ">").text(text).markup("</" + name + ">");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
