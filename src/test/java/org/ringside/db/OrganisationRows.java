package org.ringside.db;

/**
 * One row and more in every table that belongs to organisations, for any number of them. Whoever
 * adds such a table adds its row here: {@link RowSecurityTest} says so.
 */
final class OrganisationRows {
  private OrganisationRows() {}

  /** Adds an organisation of that number with all that may belong to it. */
  static void add(TestDatabase database, int organisation) {
    database.asOwner("select open_fact_month(now()::date)");
    database.asOwner(
        """
        insert into organisation (organisation, name, zone, day_start, week_start, month_start,
          currency, short_inbound_ms, valid_outbound_ms, missed_ring_ms, public_boards, customer_key,
          created_at, code)
        values (%1$d, 'Org', 'Asia/Shanghai', '00:00', 1, 1, 'CNY', 10000, 30000, 5000, true,
          sha256('key'), now(), 'org-%1$d');
        insert into source (organisation, source, name, apart, aggregated, created_at)
        values (%1$d, 1, 'pbx', false, false, now());
        insert into source_key (organisation, source, key_hash, hint, created_at)
        values (%1$d, 1, sha256('key %1$d'), 'rsk_', now());
        insert into fact_identity (organisation, source, id, revision, digest, seq, time)
        values (%1$d, 1, 'call', 0, '', 1, now());
        insert into fact (organisation, seq, time, received, source, id, revision, type, data)
        values (%1$d, 1, now(), now(), 1, 'call', 0, 'leg.ended', '{}');
        insert into checkpoint (organisation, seq) values (%1$d, 1);
        insert into tally (organisation, day, agent, team, owner, queue, direction, channel, counters)
        values (%1$d, '2026-01-01', 1, 1, 0, '', 'in', 'voice', '{"calls": 1}');
        insert into sheet (organisation, contest, agent, team, counters)
        values (%1$d, 1, 1, 1, '{"calls": 1}');
        insert into stranger (organisation, source, subject, facts, first_time, last_time)
        values (%1$d, 'pbx', 'ghost', 1, now(), now());
        insert into late_fact (organisation, contest, seq) values (%1$d, 1, 1);
        insert into site (organisation, site, code, name) values (%1$d, 1, 'north', 'North');
        insert into team (organisation, team, code, name, site)
        values (%1$d, 1, 'eagle', 'Eagle', 1);
        insert into agent (organisation, agent, code, name) values (%1$d, 1, '1001', 'Wang Fang');
        insert into alias (organisation, spelling, source, agent, valid_from, valid_to)
        values (%1$d, 'ext-1', '', 1, '-infinity', 'infinity');
        insert into membership (organisation, agent, team, valid_from, valid_to)
        values (%1$d, 1, 1, '-infinity', 'infinity');
        insert into queue_owner (organisation, queue, team, valid_from, valid_to)
        values (%1$d, 'sales', 1, '-infinity', 'infinity');
        insert into rule_book (organisation, rule_book, name, direction, hash, content, created_at,
          created_by)
        values (%1$d, 1, 'Rules', 'in', sha256('{}'), '{}', now(), 'li.na');
        insert into series (organisation, series, name, cadence, competitors, listed, rule_book, zone,
          day_start, week_start, month_start, since, floor_names, wall_names)
        values (%1$d, 1, 'Week', 'week', 'team', '{}', 1, 'Asia/Shanghai', '00:00', 1, 1, now(),
          'all', 'all');
        insert into contest (organisation, contest, name, cadence, competitors, listed, rule_book,
          zone, day_start, week_start, month_start, period, starts, ends, grace_end, floor_names,
          wall_names)
        select %1$d, contest, 'Week ' || contest, 'week', 'team', '{}', 1, 'Asia/Shanghai', '00:00',
          1, 1, '2026-W01', '2026-01-01', '2026-01-08', '2026-01-09', 'all', 'all'
        from generate_series(1, 2) as contest;
        insert into shared_sheets (organisation, contest, sheets) values (%1$d, 2, 1);
        insert into account (organisation, account, login, name, created_at)
        overriding system value values (%1$d, 100 + %1$d, 'li', 'Li', now());
        insert into account_role (organisation, account, role) values (%1$d, 100 + %1$d, 'agent');
        insert into session (organisation, session, account, secret, rotated_at, created_at, ends_at,
          address, device)
        values (%1$d, gen_random_uuid(), 100 + %1$d, sha256('s'), now(), now(), now(), '', '');
        insert into one_time_link (organisation, secret, account, purpose, created_at, ends_at)
        values (%1$d, sha256('l %1$d'), 100 + %1$d, 'reset', now(), now());
        insert into screen (organisation, name, playlist, family, secret, offered, paired_at,
          paired_by, last_seen_at, last_address, device, alarm_at, alarm_reason, alarm_addresses)
        values (%1$d, 'Hall', '{}', gen_random_uuid(), sha256('t'), array[sha256('u'), sha256('v')],
          now(), 'account:1', now(), '192.0.2.7', '', now(), 'TWO_ADDRESSES', '{"a", "b"}');
        insert into single_sign_on (organisation, issuer, client_id, settings, changed_at)
        values (%1$d, 'https://login.example', 'ringside', '{}', now());
        insert into account_identity (organisation, issuer, subject, account, linked_at)
        values (%1$d, 'https://login.example', 'li', 100 + %1$d, now());
        insert into audit_entry (organisation, seq, at, actor, act, subject, address, hash)
        values (%1$d, 1, now(), 'test', 'test.acted', '', '', sha256(''));
        insert into audit_entry (organisation, seq, at, actor, act, subject, address, hash)
        values (%1$d, 2, now(), 'test', 'test.acted', '', '', sha256(''));
        insert into audit_head (organisation, seq, hash) values (%1$d, 2, sha256(''));
        insert into audit_redaction (organisation, seq, by_seq, hash) values (%1$d, 1, 2, sha256(''));
        insert into audit_anchor (organisation, seq, hash) values (%1$d, 1, sha256(''));
        insert into audit_redaction_anchor (organisation, by_seq, seal)
        values (%1$d, 2, sha256(''));
        insert into fact_horizon (organisation, starts) values (%1$d, '2020-01-01Z');
        insert into retention (organisation, kind, days) values (%1$d, 'sessions', 30);
        insert into erasure (organisation, erasure, agent, who, at)
        values (%1$d, 1, 1, sha256('1001'), now());
        insert into gone_spelling (organisation, hash, source, valid_from, valid_to, held)
        values (%1$d, sha256('1001'), '', '-infinity', now(), true);
        """
            .formatted(organisation));
  }
}
