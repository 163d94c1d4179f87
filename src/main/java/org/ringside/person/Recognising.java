package org.ringside.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.ringside.floor.Agent;
import org.ringside.floor.AliasKey;
import org.ringside.floor.Floor;
import org.ringside.floor.Span;
import org.ringside.floor.Stretch;

/**
 * By what somebody who is anonymised is recognised from then on, as keyed hashes. Pure.
 *
 * @param erased since then nothing of theirs is theirs any more
 */
record Recognising(SpellingHash hashes, Instant erased) {
  String hash(String spelling) {
    return HexFormat.of().formatHex(hashes.of(spelling));
  }

  /**
   * What identity providers call them, for ever.
   *
   * @param identities hashes
   */
  List<GoneSpellings.Gone> identities(List<byte[]> identities) {
    var always = new Span(Span.BEGINNING, erased.toEpochMilli());
    return identities.stream()
        .map(one -> new GoneSpellings.Gone(HexFormat.of().formatHex(one), "", always, true))
        .toList();
  }

  /**
   * How sources spelled them, for the times in which that was so.
   *
   * @param alone whether the staff number was never anybody else's spelling
   */
  List<GoneSpellings.Gone> spellings(Floor floor, Agent agent, boolean alone) {
    var gone = new ArrayList<GoneSpellings.Gone>();
    long untilMs = erased.toEpochMilli();
    var always = new Span(alone ? Span.BEGINNING : untilMs - 1, untilMs);
    gone.add(new GoneSpellings.Gone(hash(agent.code()), "", always, true));
    floor
        .aliases()
        .forEach(
            (alias, timeline) ->
                timeline.stretches().stream()
                    .filter(held -> held.holder() == agent.no())
                    .filter(held -> held.span().fromMs() < untilMs)
                    .map(held -> gone(alias, held))
                    .forEach(gone::add));
    return gone;
  }

  private GoneSpellings.Gone gone(AliasKey alias, Stretch held) {
    var span = new Span(held.span().fromMs(), Math.min(held.span().toMs(), erased.toEpochMilli()));
    return new GoneSpellings.Gone(
        hash(alias.spelling()),
        Objects.requireNonNullElse(alias.source(), ""),
        span,
        held.span().toMs() == Span.END);
  }
}
