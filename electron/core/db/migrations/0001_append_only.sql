-- The audit trail and the record of corrections can only grow (domain.md 4.2 ▶, 4.23 ▶): not even the application may change or empty them.
CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER movement_correction_no_change BEFORE UPDATE OR DELETE ON movement_correction FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER movement_correction_no_truncate BEFORE TRUNCATE ON movement_correction FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
-- Of a movement only its flag may change, and it may be taken out of effect, once.
CREATE FUNCTION movement_keeps_what_happened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided AND NOT NEW.voided THEN
    RAISE EXCEPTION 'a voided movement stays voided' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (OLD.id, OLD.seq, OLD.member_id, OLD.badge_id, OLD.direction, OLD.at, OLD.recorded_at, OLD.station_id, OLD.reader, OLD.method, OLD.scan_id)
     IS DISTINCT FROM (NEW.id, NEW.seq, NEW.member_id, NEW.badge_id, NEW.direction, NEW.at, NEW.recorded_at, NEW.station_id, NEW.reader, NEW.method, NEW.scan_id) THEN
    RAISE EXCEPTION 'a movement is never rewritten: correct it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER movement_keeps BEFORE UPDATE ON movement FOR EACH ROW EXECUTE FUNCTION movement_keeps_what_happened();
--> statement-breakpoint
CREATE TRIGGER movement_no_delete BEFORE DELETE ON movement FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
INSERT INTO revision (topic, value) VALUES ('presence', 0);
