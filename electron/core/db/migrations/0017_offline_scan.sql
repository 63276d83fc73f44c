CREATE TABLE "offline_scan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"station_id" text NOT NULL,
	"scanned_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"serial_tail" text,
	"reader" text,
	"predicted" text,
	"predicted_member_id" uuid,
	"outcome" text NOT NULL,
	"direction" text,
	"member_id" uuid,
	"movement_id" uuid,
	"reasons" jsonb NOT NULL,
	"turned" jsonb NOT NULL,
	"to_see" boolean NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"seen_by" text,
	"seen_by_name" text,
	CONSTRAINT "offline_scan_seq_unique" UNIQUE("seq"),
	CONSTRAINT "offline_scan_seen_whole" CHECK ("offline_scan"."seen_at" is null or not "offline_scan"."to_see")
);
--> statement-breakpoint
ALTER TABLE "alert" DROP CONSTRAINT "alert_type_known";--> statement-breakpoint
ALTER TABLE "offline_scan" ADD CONSTRAINT "offline_scan_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offline_scan" ADD CONSTRAINT "offline_scan_predicted_member_id_member_id_fk" FOREIGN KEY ("predicted_member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offline_scan" ADD CONSTRAINT "offline_scan_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offline_scan" ADD CONSTRAINT "offline_scan_movement_id_movement_id_fk" FOREIGN KEY ("movement_id") REFERENCES "public"."movement"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offline_scan_to_see" ON "offline_scan" USING btree ("seq") WHERE "offline_scan"."to_see";--> statement-breakpoint
CREATE INDEX "offline_scan_reasons" ON "offline_scan" USING btree ("seq") WHERE "offline_scan"."reasons" <> '[]'::jsonb;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_type_known" CHECK ("alert"."type" in ('badge_unknown', 'badge_unassigned', 'badge_disabled', 'inactive_member', 'unauthorized_access', 'lockup_reminder', 'lockup_not_executed', 'lockup_stuck', 'lockup_holder_left', 'nobody_holds_lockup', 'duty_watch_not_scheduled', 'duty_watch_seat_empty', 'duty_watch_not_in', 'duty_watch_without_lockup', 'dds_missing', 'building_not_secured', 'missed_checkout', 'missed_checkout_often', 'visitor_overstay', 'clock_jumped', 'reader_lost', 'muster_not_printed', 'system'));