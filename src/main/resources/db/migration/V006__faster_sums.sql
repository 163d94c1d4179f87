-- Every fact that is checkpointed adds to a tally: only the counters that it moves are touched.

create or replace function counters_plus(a jsonb, b jsonb) returns jsonb
language plpgsql immutable parallel safe as $$
declare
  moved jsonb;
begin
  -- A counter of zero is the same as none: it becomes null here and goes with the nulls.
  select jsonb_object_agg(name, nullif(coalesce((a ->> name)::bigint, 0) + amount::bigint, 0))
  into moved
  from jsonb_each_text(b) as added (name, amount);
  return case when moved is null then a else jsonb_strip_nulls(a || moved) end;
end
$$;
