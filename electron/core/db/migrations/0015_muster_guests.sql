-- Of a muster that is over, guests' names and what was noted of them may go (decision 015); nothing else changes.
CREATE FUNCTION muster_is_over(muster_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM muster WHERE id = muster_id AND ended_at IS NOT NULL)
$$;
--> statement-breakpoint
CREATE FUNCTION muster_entry_keeps_its_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.kind <> 'member' AND NEW.last_name = '' AND NEW.first_name = '' AND NEW.display_name = '' AND muster_is_over(OLD.muster_id)
    AND (OLD.id, OLD.seq, OLD.muster_id, OLD.list, OLD.kind, OLD.person_id, OLD.request_id, OLD.division_code, OLD.division_name, OLD.pass, OLD.since, OLD.station_name, OLD.due, OLD.presence_ref)
      IS NOT DISTINCT FROM (NEW.id, NEW.seq, NEW.muster_id, NEW.list, NEW.kind, NEW.person_id, NEW.request_id, NEW.division_code, NEW.division_name, NEW.pass, NEW.since, NEW.station_name, NEW.due, NEW.presence_ref)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'muster_entry is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION muster_mark_keeps_its_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.note IS NULL AND muster_is_over(OLD.muster_id) AND to_jsonb(OLD) - 'note' = to_jsonb(NEW) - 'note' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'muster_mark is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION muster_keeps_its_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) - 'report' = to_jsonb(NEW) - 'report' AND OLD.report - 'entries' - 'marks' = NEW.report - 'entries' - 'marks'
    AND jsonb_array_length(OLD.report -> 'entries') = jsonb_array_length(NEW.report -> 'entries')
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'muster is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER muster_entry_no_change ON muster_entry;
--> statement-breakpoint
CREATE TRIGGER muster_entry_no_change BEFORE UPDATE ON muster_entry FOR EACH ROW EXECUTE FUNCTION muster_entry_keeps_its_place();
--> statement-breakpoint
CREATE TRIGGER muster_entry_no_delete BEFORE DELETE ON muster_entry FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
DROP TRIGGER muster_mark_no_change ON muster_mark;
--> statement-breakpoint
CREATE TRIGGER muster_mark_no_change BEFORE UPDATE ON muster_mark FOR EACH ROW EXECUTE FUNCTION muster_mark_keeps_its_word();
--> statement-breakpoint
CREATE TRIGGER muster_mark_no_delete BEFORE DELETE ON muster_mark FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
DROP TRIGGER muster_closed_no_change ON muster;
--> statement-breakpoint
CREATE TRIGGER muster_closed_no_change BEFORE UPDATE ON muster FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION muster_keeps_its_figures();
