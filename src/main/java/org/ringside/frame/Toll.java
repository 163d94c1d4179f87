package org.ringside.frame;

/**
 * What looking up a credential costs whoever shows it, so that made-up ones do not cost the
 * database a statement each: paid before, and given back where it was somebody's.
 */
public interface Toll {
  Toll FREE =
      new Toll() {
        @Override
        public void pay() {}

        @Override
        public void giveBack() {}
      };

  /**
   * To be called before the look-up.
   *
   * @throws RefusedException where too many were in vain
   */
  void pay();

  void giveBack();
}
