package org.ringside;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What one logger says while a test listens, each line with its level before it. */
public final class LogLines implements AutoCloseable {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Logger logger;
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
      };

  /**
   * @param name of the logger, that is of a class or a package
   */
  public LogLines(String name) {
    this.logger = (Logger) LoggerFactory.getLogger(name);
    logger.setLevel(Level.INFO);
    ear.start();
    logger.addAppender(ear);
  }

  /** All so far, in their order. */
  public List<String> all() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    logger.detachAppender(ear);
    logger.setLevel(null);
  }
}
