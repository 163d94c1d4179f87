package org.ringside.person;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an export: the rows of one table that are about one person, as JSON objects. Statements
 * take the organisation as $1 and the number of the agent or of the account as $2.
 *
 * @param name that of the table
 */
record SectionSql(String name, Key key, String sql) {
  /** By which of the two numbers of a person the rows are found. */
  enum Key {
    AGENT,
    ACCOUNT
  }

  /** All of them, but for facts and audit entries, which are found by words as well. */
  static final List<SectionSql> ALL =
      List.of(
          byAgent(
              "agent",
              """
              select to_jsonb(x)::text from (
                select code, name from agent where organisation = $1 and agent = $2) x
              """),
          byAgent(
              "alias",
              """
              select to_jsonb(x)::text from (
                select spelling, source, valid_from, valid_to
                from alias where organisation = $1 and agent = $2
                order by valid_from, spelling) x
              """),
          byAgent(
              "membership",
              """
              select to_jsonb(x)::text from (
                select t.code as team, t.name as team_name, m.valid_from, m.valid_to
                from membership m
                join team t on t.organisation = m.organisation and t.team = m.team
                where m.organisation = $1 and m.agent = $2
                order by m.valid_from) x
              """),
          byAccount(
              "account",
              """
              select to_jsonb(x)::text from (
                select account, login, name, agent is not null as linked_to_agent, active,
                  created_at, password is not null as has_password,
                  totp is not null as has_second_factor
                from account where organisation = $1 and account = $2) x
              """),
          byAccount(
              "account_role",
              """
              select to_jsonb(x)::text from (
                select r.role, s.code as site, t.code as team
                from account_role r
                left join site s on s.organisation = r.organisation and s.site = r.site
                left join team t on t.organisation = r.organisation and t.team = r.team
                where r.organisation = $1 and r.account = $2
                order by r.role, s.code, t.code) x
              """),
          byAccount(
              "account_identity",
              """
              select to_jsonb(x)::text from (
                select issuer, subject, linked_at
                from account_identity where organisation = $1 and account = $2
                order by linked_at, issuer) x
              """),
          byAccount(
              "session",
              """
              select to_jsonb(x)::text from (
                select session, created_at, rotated_at, ends_at, address, device, ended_at, ended_why
                from session where organisation = $1 and account = $2
                order by created_at) x
              """),
          byAccount(
              "one_time_link",
              """
              select to_jsonb(x)::text from (
                select purpose, created_at, ends_at, used_at
                from one_time_link where organisation = $1 and account = $2
                order by created_at) x
              """),
          byAgent(
              "tally",
              """
              select to_jsonb(x)::text from (
                select y.day, t.code as team, y.queue, y.direction, y.channel, y.counters
                from tally y
                left join team t on t.organisation = y.organisation and t.team = y.team
                where y.organisation = $1 and y.agent = $2
                order by y.day) x
              """),
          byAgent(
              "sheet",
              """
              select to_jsonb(x)::text from (
                select c.contest, c.name, c.period, t.code as team, h.counters
                from sheet h
                join contest c on c.organisation = h.organisation
                  and (c.contest = h.contest or exists (
                    select from shared_sheets s
                    where s.organisation = c.organisation and s.contest = c.contest
                      and s.sheets = h.contest))
                left join team t on t.organisation = h.organisation and t.team = h.team
                where h.organisation = $1 and h.agent = $2
                order by c.contest) x
              """),
          byAgent(
              "contest",
              """
              select to_jsonb(x)::text from (
                select contest, name, period from contest
                where organisation = $1 and competitors = 'agent' and $2 = any(listed)
                order by contest) x
              """),
          byAgent(
              "series",
              """
              select to_jsonb(x)::text from (
                select series, name, cadence from series
                where organisation = $1 and competitors = 'agent' and $2 = any(listed)
                order by series) x
              """),
          byAccount(
              "rule_book",
              """
              select to_jsonb(x)::text from (
                select b.rule_book, b.name, b.created_at,
                  b.created_by = 'account:' || $2::int as added_it,
                  case when b.override_name = a.name then b.override_name end as override_name,
                  case when b.override_name = a.name then b.override_reason end as override_reason
                from rule_book b
                join account a on a.organisation = b.organisation and a.account = $2
                where b.organisation = $1
                  and (b.created_by = 'account:' || $2::int or b.override_name = a.name)
                order by b.rule_book) x
              """));

  private static SectionSql byAgent(String table, String sql) {
    return new SectionSql(table, Key.AGENT, sql);
  }

  private static SectionSql byAccount(String table, String sql) {
    return new SectionSql(table, Key.ACCOUNT, sql);
  }

  /** The values of the statement; null where there can be no rows. */
  @Nullable Tuple values(int organisation, Person person) {
    Integer number = key == Key.AGENT ? person.agent() : person.account();
    return number == null ? null : Tuple.of(organisation, number);
  }
}
