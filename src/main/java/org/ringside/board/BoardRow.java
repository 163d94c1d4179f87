package org.ringside.board;

/**
 * One row of a board, encoded once.
 *
 * @param id the competitor's code
 * @param json the row as every client gets it
 */
record BoardRow(String id, String json) {}
