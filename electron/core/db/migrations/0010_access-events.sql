CREATE TABLE "access_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"code" text NOT NULL,
	"description" text,
	"start_date" date NOT NULL,
	"end_date" date NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"auto_expire_badges" boolean DEFAULT true NOT NULL,
	"custom_roles" text[] DEFAULT '{}' NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "access_event_code_unique" UNIQUE("code"),
	CONSTRAINT "access_event_status_known" CHECK ("access_event"."status" in ('draft', 'active', 'completed', 'cancelled')),
	CONSTRAINT "access_event_in_order" CHECK ("access_event"."end_date" >= "access_event"."start_date"),
	CONSTRAINT "access_event_closed_whole" CHECK (("access_event"."closed_at" is not null) = ("access_event"."status" in ('completed', 'cancelled')))
);
--> statement-breakpoint
CREATE TABLE "attendee" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"rank" text,
	"organization" text NOT NULL,
	"role" text NOT NULL,
	"search_name" text NOT NULL,
	"member_id" uuid,
	"status" text DEFAULT 'pending' NOT NULL,
	"access_start" date,
	"access_end" date,
	"badge_id" uuid,
	"badge_kind" text,
	"lent_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	"direction" text,
	"moved_at" timestamp (3) with time zone,
	"move_recorded_at" timestamp (3) with time zone,
	"movement_id" uuid,
	"station_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attendee_status_known" CHECK ("attendee"."status" in ('pending', 'active', 'checked_out', 'expired')),
	CONSTRAINT "attendee_direction_known" CHECK ("attendee"."direction" in ('in', 'out')),
	CONSTRAINT "attendee_window_in_order" CHECK ("attendee"."access_end" >= "attendee"."access_start"),
	CONSTRAINT "attendee_badge_whole" CHECK (("attendee"."badge_id" is null) = ("attendee"."lent_at" is null) and ("attendee"."badge_id" is null) = ("attendee"."badge_kind" is null) and ("attendee"."badge_id" is not null or "attendee"."returned_at" is null)),
	CONSTRAINT "attendee_badge_kind" CHECK ("attendee"."badge_kind" = 'event'),
	CONSTRAINT "attendee_moved_whole" CHECK (num_nulls("attendee"."direction", "attendee"."moved_at", "attendee"."move_recorded_at", "attendee"."movement_id", "attendee"."station_id") in (0, 5))
);
--> statement-breakpoint
CREATE TABLE "attendee_movement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"attendee_id" uuid NOT NULL,
	"badge_id" uuid,
	"direction" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"station_id" text NOT NULL,
	"reader" text,
	"method" text NOT NULL,
	"actor_name" text NOT NULL,
	"scan_id" uuid,
	"voided" boolean DEFAULT false NOT NULL,
	CONSTRAINT "attendee_movement_seq_unique" UNIQUE("seq"),
	CONSTRAINT "attendee_movement_scan_id_unique" UNIQUE("scan_id"),
	CONSTRAINT "attendee_movement_direction_known" CHECK ("attendee_movement"."direction" in ('in', 'out')),
	CONSTRAINT "attendee_movement_method_known" CHECK ("attendee_movement"."method" in ('badge', 'desk', 'lockup_sequence', 'daily_reset'))
);
--> statement-breakpoint
ALTER TABLE "refused_scan" ADD COLUMN "attendee_id" uuid;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_event_id_access_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."access_event"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_badge_of_events" FOREIGN KEY ("badge_id","badge_kind") REFERENCES "public"."badge"("id","kind") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendee_movement" ADD CONSTRAINT "attendee_movement_attendee_id_attendee_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendee"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendee_movement" ADD CONSTRAINT "attendee_movement_badge_id_badge_id_fk" FOREIGN KEY ("badge_id") REFERENCES "public"."badge"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendee_movement" ADD CONSTRAINT "attendee_movement_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_event_dates" ON "access_event" USING btree ("start_date","id");--> statement-breakpoint
CREATE UNIQUE INDEX "attendee_badge_lent" ON "attendee" USING btree ("badge_id") WHERE "attendee"."returned_at" is null and "attendee"."status" in ('pending', 'active');--> statement-breakpoint
CREATE UNIQUE INDEX "attendee_member_once" ON "attendee" USING btree ("event_id","member_id");--> statement-breakpoint
CREATE INDEX "attendee_list" ON "attendee" USING btree ("event_id","search_name","id");--> statement-breakpoint
CREATE INDEX "attendee_inside" ON "attendee" USING btree ("moved_at") WHERE "attendee"."direction" = 'in';--> statement-breakpoint
CREATE INDEX "attendee_outstanding" ON "attendee" USING btree ("badge_id") WHERE "attendee"."badge_id" is not null and "attendee"."returned_at" is null;--> statement-breakpoint
CREATE INDEX "attendee_movement_of" ON "attendee_movement" USING btree ("attendee_id","seq");--> statement-breakpoint
CREATE INDEX "attendee_movement_at" ON "attendee_movement" USING btree ("at","seq");--> statement-breakpoint
ALTER TABLE "refused_scan" ADD CONSTRAINT "refused_scan_attendee_id_attendee_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendee"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_event_id_access_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."access_event"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "visit_event" ON "visit" USING btree ("event_id") WHERE "visit"."event_id" is not null;
--> statement-breakpoint
-- Of an attendee's movement nothing ever changes, but that it may be taken out of effect, once.
CREATE FUNCTION attendee_movement_keeps_what_happened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided AND NOT NEW.voided THEN
    RAISE EXCEPTION 'a voided movement stays voided' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF to_jsonb(OLD) - 'voided' IS DISTINCT FROM to_jsonb(NEW) - 'voided' THEN
    RAISE EXCEPTION 'a movement is never rewritten' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attendee_movement_keeps BEFORE UPDATE ON attendee_movement FOR EACH ROW EXECUTE FUNCTION attendee_movement_keeps_what_happened();
--> statement-breakpoint
CREATE TRIGGER attendee_movement_no_delete BEFORE DELETE ON attendee_movement FOR EACH ROW EXECUTE FUNCTION is_append_only();
