CREATE TABLE "muster" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"request_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by" text NOT NULL,
	"station_id" text NOT NULL,
	"file_stem" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"reason" text,
	"remarks" text,
	"report" jsonb,
	CONSTRAINT "muster_seq_unique" UNIQUE("seq"),
	CONSTRAINT "muster_request_id_unique" UNIQUE("request_id"),
	CONSTRAINT "muster_kind_known" CHECK ("muster"."kind" in ('live', 'drill')),
	CONSTRAINT "muster_ended_whole" CHECK (num_nulls("muster"."ended_at", "muster"."ended_by", "muster"."report") in (0, 3)),
	CONSTRAINT "muster_in_order" CHECK ("muster"."ended_at" >= "muster"."started_at")
);
--> statement-breakpoint
CREATE TABLE "muster_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"muster_id" uuid NOT NULL,
	"list" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"request_id" uuid,
	"rank" text DEFAULT '' NOT NULL,
	"last_name" text NOT NULL,
	"first_name" text DEFAULT '' NOT NULL,
	"display_name" text NOT NULL,
	"division_code" text,
	"division_name" text,
	"organization" text,
	"phone" text,
	"host_name" text,
	"host_phone" text,
	"pass" text,
	"since" timestamp (3) with time zone,
	"station_name" text,
	"due" text,
	"presence_ref" text,
	CONSTRAINT "muster_entry_seq_unique" UNIQUE("seq"),
	CONSTRAINT "muster_entry_request_id_unique" UNIQUE("request_id"),
	CONSTRAINT "muster_entry_list_known" CHECK ("muster_entry"."list" in ('inside', 'late', 'unlisted', 'due')),
	CONSTRAINT "muster_entry_kind_known" CHECK ("muster_entry"."kind" in ('member', 'visitor', 'attendee', 'unlisted')),
	CONSTRAINT "muster_entry_due_known" CHECK ("muster_entry"."due" in ('dds', 'duty_watch', 'event')),
	CONSTRAINT "muster_entry_due_whole" CHECK (("muster_entry"."list" = 'due') = ("muster_entry"."due" is not null)),
	CONSTRAINT "muster_entry_person_whole" CHECK (("muster_entry"."kind" = 'unlisted') = ("muster_entry"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "muster_mark" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"muster_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"state" text NOT NULL,
	"way" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_name" text NOT NULL,
	"station_id" text,
	"station_name" text,
	"note" text,
	"badge_warning" text,
	"direction" text,
	"scan_id" uuid,
	CONSTRAINT "muster_mark_scan_id_unique" UNIQUE("scan_id"),
	CONSTRAINT "muster_mark_state_known" CHECK ("muster_mark"."state" in ('missing', 'safe', 'needs_assistance', 'essential')),
	CONSTRAINT "muster_mark_way_known" CHECK ("muster_mark"."way" in ('tap', 'scan', 'left')),
	CONSTRAINT "muster_mark_direction_known" CHECK ("muster_mark"."direction" in ('in', 'out'))
);
--> statement-breakpoint
CREATE TABLE "muster_point" (
	"muster_id" uuid NOT NULL,
	"station_id" text NOT NULL,
	CONSTRAINT "muster_point_muster_id_station_id_pk" PRIMARY KEY("muster_id","station_id")
);
--> statement-breakpoint
ALTER TABLE "alert" DROP CONSTRAINT "alert_type_known";--> statement-breakpoint
ALTER TABLE "muster_entry" ADD CONSTRAINT "muster_entry_muster_id_muster_id_fk" FOREIGN KEY ("muster_id") REFERENCES "public"."muster"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muster_mark" ADD CONSTRAINT "muster_mark_muster_id_muster_id_fk" FOREIGN KEY ("muster_id") REFERENCES "public"."muster"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muster_mark" ADD CONSTRAINT "muster_mark_entry_id_muster_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."muster_entry"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muster_point" ADD CONSTRAINT "muster_point_muster_id_muster_id_fk" FOREIGN KEY ("muster_id") REFERENCES "public"."muster"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muster_point" ADD CONSTRAINT "muster_point_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "muster_open" ON "muster" USING btree ((true)) WHERE "muster"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "muster_kind" ON "muster" USING btree ("kind","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "muster_entry_person" ON "muster_entry" USING btree ("muster_id","kind","person_id");--> statement-breakpoint
CREATE INDEX "muster_entry_muster" ON "muster_entry" USING btree ("muster_id","seq");--> statement-breakpoint
CREATE INDEX "muster_mark_entry" ON "muster_mark" USING btree ("entry_id","seq");--> statement-breakpoint
CREATE INDEX "muster_mark_muster" ON "muster_mark" USING btree ("muster_id","seq");--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_type_known" CHECK ("alert"."type" in ('badge_unknown', 'badge_unassigned', 'badge_disabled', 'inactive_member', 'unauthorized_access', 'lockup_reminder', 'lockup_not_executed', 'lockup_stuck', 'nobody_holds_lockup', 'duty_watch_not_scheduled', 'duty_watch_seat_empty', 'duty_watch_not_in', 'duty_watch_without_lockup', 'dds_missing', 'building_not_secured', 'missed_checkout', 'missed_checkout_often', 'visitor_overstay', 'clock_jumped', 'reader_lost', 'muster_not_printed', 'system'));--> statement-breakpoint
-- What was said at a muster stays said, who was on the list stays on it, and a muster that is closed is never another (screens.md P0-7).
CREATE TRIGGER muster_mark_no_change BEFORE UPDATE OR DELETE ON muster_mark FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER muster_mark_no_truncate BEFORE TRUNCATE ON muster_mark FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER muster_entry_no_change BEFORE UPDATE OR DELETE ON muster_entry FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER muster_entry_no_truncate BEFORE TRUNCATE ON muster_entry FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER muster_closed_no_change BEFORE UPDATE ON muster FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER muster_no_delete BEFORE DELETE ON muster FOR EACH ROW EXECUTE FUNCTION is_append_only();
