package org.ringside.source.csv;

/**
 * Why a row gave no facts.
 *
 * @param line of the file, from 1; a row may begin on it and end further down
 * @param column by its name in the header; empty where it is the whole row
 * @param code one of a few words, the same for every row with this fault
 */
public record RowFault(long line, String column, String code, String detail) {}
