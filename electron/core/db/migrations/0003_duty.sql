ALTER TABLE "member_presence" ADD CONSTRAINT "member_presence_state" UNIQUE("member_id","direction");--> statement-breakpoint
CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"type" text NOT NULL,
	"severity" text NOT NULL,
	"subject" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"member_id" uuid,
	"station_id" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text,
	"acknowledged_by_name" text,
	"acknowledge_note" text,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "alert_seq_unique" UNIQUE("seq"),
	CONSTRAINT "alert_type_known" CHECK ("alert"."type" in ('badge_unknown', 'badge_unassigned', 'badge_disabled', 'inactive_member', 'unauthorized_access', 'lockup_reminder', 'lockup_not_executed', 'lockup_stuck', 'nobody_holds_lockup', 'duty_watch_not_scheduled', 'duty_watch_seat_empty', 'duty_watch_not_in', 'duty_watch_without_lockup', 'dds_missing', 'building_not_secured', 'missed_checkout', 'missed_checkout_often', 'clock_jumped', 'reader_lost', 'system')),
	CONSTRAINT "alert_severity_known" CHECK ("alert"."severity" in ('critical', 'warning', 'info')),
	CONSTRAINT "alert_status_known" CHECK ("alert"."status" in ('active', 'acknowledged', 'resolved')),
	CONSTRAINT "alert_acknowledged_whole" CHECK (("alert"."status" = 'acknowledged') = ("alert"."acknowledged_at" is not null)),
	CONSTRAINT "alert_resolved_whole" CHECK (("alert"."status" = 'resolved') = ("alert"."resolved_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "personal_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"severity" text DEFAULT 'info' NOT NULL,
	"message" text NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"dismissed_at" timestamp (3) with time zone,
	"dismissed_by_name" text,
	CONSTRAINT "personal_note_severity_known" CHECK ("personal_note"."severity" in ('critical', 'warning', 'info'))
);
--> statement-breakpoint
CREATE TABLE "stat_holiday" (
	"id" uuid PRIMARY KEY NOT NULL,
	"date" date NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"province" text,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stat_holiday_date_unique" UNIQUE("date")
);
--> statement-breakpoint
CREATE TABLE "unit_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"type_id" uuid,
	"event_date" date NOT NULL,
	"start_time" time(0),
	"end_time" time(0),
	"location" text,
	"description" text,
	"organizer" text,
	"notes" text,
	"requires_duty_watch" boolean NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_event_status_known" CHECK ("unit_event"."status" in ('draft', 'planned', 'confirmed', 'in_progress', 'completed', 'cancelled', 'postponed'))
);
--> statement-breakpoint
CREATE TABLE "unit_event_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"position_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"status" text DEFAULT 'assigned' NOT NULL,
	"is_volunteer" boolean DEFAULT false NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_event_assignment_once" UNIQUE("event_id","member_id","position_id"),
	CONSTRAINT "unit_event_assignment_status_known" CHECK ("unit_event_assignment"."status" in ('assigned', 'confirmed', 'declined', 'released'))
);
--> statement-breakpoint
CREATE TABLE "unit_event_position" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"max_slots" integer DEFAULT 1 NOT NULL,
	"is_standard" boolean DEFAULT false NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "unit_event_position_code" UNIQUE("event_id","code"),
	CONSTRAINT "unit_event_position_slots" CHECK ("unit_event_position"."max_slots" between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "unit_event_type" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"category" text NOT NULL,
	"default_duration_minutes" integer DEFAULT 120 NOT NULL,
	"requires_duty_watch" boolean DEFAULT false NOT NULL,
	"extra_positions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_event_type_name_unique" UNIQUE("name"),
	CONSTRAINT "unit_event_type_category_known" CHECK ("unit_event_type"."category" in ('mess_dinner', 'ceremonial', 'training', 'social', 'exercise', 'vip_visit', 'remembrance', 'administrative', 'other')),
	CONSTRAINT "unit_event_type_duration" CHECK ("unit_event_type"."default_duration_minutes" between 15 and 1440)
);
--> statement-breakpoint
CREATE TABLE "checklist_tick" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operational_date" date NOT NULL,
	"item_key" text NOT NULL,
	"item_text" text NOT NULL,
	"block_label" text NOT NULL,
	"ticked_at" timestamp (3) with time zone NOT NULL,
	"ticked_by" text NOT NULL,
	"ticked_by_name" text NOT NULL,
	"remark" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "checklist_tick_once" UNIQUE("operational_date","item_key")
);
--> statement-breakpoint
CREATE TABLE "duty_log_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"operational_date" date NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"replaces_id" uuid,
	"replace_reason" text,
	"is_removal" boolean DEFAULT false NOT NULL,
	CONSTRAINT "duty_log_entry_seq_unique" UNIQUE("seq"),
	CONSTRAINT "duty_log_entry_replaces_id_unique" UNIQUE("replaces_id"),
	CONSTRAINT "duty_log_entry_kind_known" CHECK ("duty_log_entry"."kind" in ('note', 'phone_call', 'round', 'temperature', 'incident', 'checklist', 'responsibility'))
);
--> statement-breakpoint
CREATE TABLE "job_run" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"key" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "job_run_outcome_known" CHECK ("job_run"."outcome" in ('done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "dds_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"operational_date" date NOT NULL,
	"status" text NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"transferred_to" uuid,
	"assigned_by" text,
	"notes" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dds_assignment_status_known" CHECK ("dds_assignment"."status" in ('pending', 'active', 'released', 'transferred')),
	CONSTRAINT "dds_assignment_ended_whole" CHECK (("dds_assignment"."status" in ('released', 'transferred')) = ("dds_assignment"."ended_at" is not null)),
	CONSTRAINT "dds_assignment_transferred_whole" CHECK (("dds_assignment"."status" = 'transferred') = ("dds_assignment"."transferred_to" is not null))
);
--> statement-breakpoint
CREATE TABLE "lockup_cycle" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"operational_date" date NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	"open_note" text,
	"holder_id" uuid,
	"holder_direction" text,
	"acquired_at" timestamp (3) with time zone,
	"locking_since" timestamp (3) with time zone,
	"locking_by" uuid,
	"secured_at" timestamp (3) with time zone,
	"secured_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lockup_cycle_seq_unique" UNIQUE("seq"),
	CONSTRAINT "lockup_cycle_status_known" CHECK ("lockup_cycle"."status" in ('open', 'locking_up', 'secured')),
	CONSTRAINT "lockup_cycle_holder_while_open" CHECK (("lockup_cycle"."status" = 'secured') = ("lockup_cycle"."holder_id" is null)),
	CONSTRAINT "lockup_cycle_holder_whole" CHECK (("lockup_cycle"."holder_id" is null) = ("lockup_cycle"."holder_direction" is null) and ("lockup_cycle"."holder_id" is null) = ("lockup_cycle"."acquired_at" is null)),
	CONSTRAINT "lockup_cycle_holder_inside" CHECK ("lockup_cycle"."holder_direction" is null or "lockup_cycle"."holder_direction" = 'in'),
	CONSTRAINT "lockup_cycle_locking_whole" CHECK (("lockup_cycle"."status" = 'locking_up') = ("lockup_cycle"."locking_since" is not null)),
	CONSTRAINT "lockup_cycle_secured_whole" CHECK (("lockup_cycle"."status" = 'secured') = ("lockup_cycle"."secured_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "lockup_execution" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"executed_by" uuid NOT NULL,
	"executed_at" timestamp (3) with time zone NOT NULL,
	"station_id" text NOT NULL,
	"people" jsonb NOT NULL,
	"total" integer NOT NULL,
	"notes" text,
	CONSTRAINT "lockup_execution_cycle_id_unique" UNIQUE("cycle_id"),
	CONSTRAINT "lockup_execution_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "lockup_transfer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"from_member_id" uuid NOT NULL,
	"to_member_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"actor_name" text NOT NULL,
	"notes" text,
	CONSTRAINT "lockup_transfer_reason_known" CHECK ("lockup_transfer"."reason" in ('manual', 'dds_handoff', 'duty_watch_takeover', 'checkout_transfer')),
	CONSTRAINT "lockup_transfer_confirmed_known" CHECK ("lockup_transfer"."confirmed_by" in ('both_badges', 'override', 'dds_alignment')),
	CONSTRAINT "lockup_transfer_two_people" CHECK ("lockup_transfer"."from_member_id" <> "lockup_transfer"."to_member_id")
);
--> statement-breakpoint
CREATE TABLE "responsibility_log" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"operational_date" date NOT NULL,
	"responsibility" text NOT NULL,
	"action" text NOT NULL,
	"member_id" uuid,
	"member_name" text,
	"from_member_id" uuid,
	"from_member_name" text,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"notes" text,
	CONSTRAINT "responsibility_log_known" CHECK ("responsibility_log"."responsibility" in ('dds', 'lockup')),
	CONSTRAINT "responsibility_log_action_known" CHECK ("responsibility_log"."action" in ('assigned', 'self_accepted', 'confirmed', 'transferred', 'released', 'acquired', 'building_opened', 'lockup_started', 'lockup_cancelled', 'building_lockup'))
);
--> statement-breakpoint
CREATE TABLE "duty_position" (
	"id" uuid PRIMARY KEY NOT NULL,
	"role_code" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"max_slots" integer DEFAULT 1 NOT NULL,
	"is_required" boolean DEFAULT true NOT NULL,
	"qualification_type_id" uuid,
	"display_order" integer NOT NULL,
	CONSTRAINT "duty_position_code" UNIQUE("role_code","code"),
	CONSTRAINT "duty_position_slots" CHECK ("duty_position"."max_slots" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "duty_role" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"description" text,
	"kind" text NOT NULL,
	"display_order" integer NOT NULL,
	CONSTRAINT "duty_role_kind_known" CHECK ("duty_role"."kind" in ('single', 'team'))
);
--> statement-breakpoint
CREATE TABLE "live_duty" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"position_id" uuid NOT NULL,
	"notes" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"started_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	CONSTRAINT "live_duty_reason_known" CHECK ("live_duty"."end_reason" in ('cleared', 'reassigned', 'member_checkout', 'lockup_execution', 'daily_reset')),
	CONSTRAINT "live_duty_ended_whole" CHECK (("live_duty"."ended_at" is null) = ("live_duty"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "night_override" (
	"id" uuid PRIMARY KEY NOT NULL,
	"schedule_id" uuid NOT NULL,
	"night_date" date NOT NULL,
	"position_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"base_member_id" uuid,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "night_override_kind_known" CHECK ("night_override"."kind" in ('replace', 'add', 'remove')),
	CONSTRAINT "night_override_shape" CHECK (("night_override"."kind" <> 'add') = ("night_override"."base_member_id" is not null) and ("night_override"."kind" <> 'remove') = ("night_override"."member_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "schedule_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"schedule_id" uuid NOT NULL,
	"position_id" uuid,
	"member_id" uuid NOT NULL,
	"status" text DEFAULT 'assigned' NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"notes" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "schedule_assignment_status_known" CHECK ("schedule_assignment"."status" in ('assigned', 'confirmed', 'released')),
	CONSTRAINT "schedule_assignment_released_whole" CHECK (("schedule_assignment"."status" = 'released') = ("schedule_assignment"."released_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "weekly_schedule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"role_code" text NOT NULL,
	"week_start" date NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"notes" text,
	"created_by" text NOT NULL,
	"published_at" timestamp (3) with time zone,
	"published_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "weekly_schedule_week" UNIQUE("role_code","week_start"),
	CONSTRAINT "weekly_schedule_status_known" CHECK ("weekly_schedule"."status" in ('draft', 'published')),
	CONSTRAINT "weekly_schedule_monday" CHECK (extract(isodow from "weekly_schedule"."week_start") = 1)
);
--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "personal_note" ADD CONSTRAINT "personal_note_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_event" ADD CONSTRAINT "unit_event_type_id_unit_event_type_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."unit_event_type"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_event_assignment" ADD CONSTRAINT "unit_event_assignment_event_id_unit_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."unit_event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_event_assignment" ADD CONSTRAINT "unit_event_assignment_position_id_unit_event_position_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."unit_event_position"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_event_assignment" ADD CONSTRAINT "unit_event_assignment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_event_position" ADD CONSTRAINT "unit_event_position_event_id_unit_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."unit_event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dds_assignment" ADD CONSTRAINT "dds_assignment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dds_assignment" ADD CONSTRAINT "dds_assignment_transferred_to_member_id_fk" FOREIGN KEY ("transferred_to") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_cycle" ADD CONSTRAINT "lockup_cycle_opened_by_member_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_cycle" ADD CONSTRAINT "lockup_cycle_locking_by_member_id_fk" FOREIGN KEY ("locking_by") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_cycle" ADD CONSTRAINT "lockup_cycle_secured_by_member_id_fk" FOREIGN KEY ("secured_by") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_cycle" ADD CONSTRAINT "lockup_cycle_holder_present" FOREIGN KEY ("holder_id","holder_direction") REFERENCES "public"."member_presence"("member_id","direction") ON DELETE no action ON UPDATE no action DEFERRABLE INITIALLY DEFERRED;--> statement-breakpoint
ALTER TABLE "lockup_execution" ADD CONSTRAINT "lockup_execution_cycle_id_lockup_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."lockup_cycle"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_execution" ADD CONSTRAINT "lockup_execution_executed_by_member_id_fk" FOREIGN KEY ("executed_by") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_execution" ADD CONSTRAINT "lockup_execution_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_transfer" ADD CONSTRAINT "lockup_transfer_cycle_id_lockup_cycle_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."lockup_cycle"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_transfer" ADD CONSTRAINT "lockup_transfer_from_member_id_member_id_fk" FOREIGN KEY ("from_member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lockup_transfer" ADD CONSTRAINT "lockup_transfer_to_member_id_member_id_fk" FOREIGN KEY ("to_member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responsibility_log" ADD CONSTRAINT "responsibility_log_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responsibility_log" ADD CONSTRAINT "responsibility_log_from_member_id_member_id_fk" FOREIGN KEY ("from_member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_position" ADD CONSTRAINT "duty_position_role_code_duty_role_code_fk" FOREIGN KEY ("role_code") REFERENCES "public"."duty_role"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_position" ADD CONSTRAINT "duty_position_qualification_type_id_qualification_type_id_fk" FOREIGN KEY ("qualification_type_id") REFERENCES "public"."qualification_type"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_duty" ADD CONSTRAINT "live_duty_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_duty" ADD CONSTRAINT "live_duty_position_id_duty_position_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."duty_position"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "night_override" ADD CONSTRAINT "night_override_schedule_id_weekly_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."weekly_schedule"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "night_override" ADD CONSTRAINT "night_override_position_id_duty_position_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."duty_position"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "night_override" ADD CONSTRAINT "night_override_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "night_override" ADD CONSTRAINT "night_override_base_member_id_member_id_fk" FOREIGN KEY ("base_member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_assignment" ADD CONSTRAINT "schedule_assignment_schedule_id_weekly_schedule_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."weekly_schedule"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_assignment" ADD CONSTRAINT "schedule_assignment_position_id_duty_position_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."duty_position"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_assignment" ADD CONSTRAINT "schedule_assignment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_schedule" ADD CONSTRAINT "weekly_schedule_role_code_duty_role_code_fk" FOREIGN KEY ("role_code") REFERENCES "public"."duty_role"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_standing" ON "alert" USING btree ("type","subject") WHERE "alert"."status" = 'active';--> statement-breakpoint
CREATE INDEX "alert_last_at" ON "alert" USING btree ("last_at" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "personal_note_standing" ON "personal_note" USING btree ("member_id") WHERE "personal_note"."dismissed_at" is null;--> statement-breakpoint
CREATE INDEX "unit_event_date" ON "unit_event" USING btree ("event_date","start_time");--> statement-breakpoint
CREATE INDEX "unit_event_assignment_member" ON "unit_event_assignment" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "duty_log_entry_date" ON "duty_log_entry" USING btree ("operational_date" DESC NULLS LAST,"at","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "job_run_done" ON "job_run" USING btree ("job","key") WHERE "job_run"."outcome" = 'done';--> statement-breakpoint
CREATE INDEX "job_run_started" ON "job_run" USING btree ("started_at" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "dds_assignment_standing" ON "dds_assignment" USING btree ("operational_date") WHERE "dds_assignment"."status" in ('pending', 'active');--> statement-breakpoint
CREATE INDEX "dds_assignment_date" ON "dds_assignment" USING btree ("operational_date" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "dds_assignment_member" ON "dds_assignment" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lockup_cycle_standing" ON "lockup_cycle" USING btree ((true)) WHERE "lockup_cycle"."status" <> 'secured';--> statement-breakpoint
CREATE INDEX "lockup_cycle_holder" ON "lockup_cycle" USING btree ("holder_id") WHERE "lockup_cycle"."holder_id" is not null;--> statement-breakpoint
CREATE INDEX "lockup_cycle_date" ON "lockup_cycle" USING btree ("operational_date" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "lockup_execution_at" ON "lockup_execution" USING btree ("executed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "lockup_transfer_at" ON "lockup_transfer" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "responsibility_log_at" ON "responsibility_log" USING btree ("at" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "responsibility_log_member" ON "responsibility_log" USING btree ("member_id","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "live_duty_standing" ON "live_duty" USING btree ("member_id") WHERE "live_duty"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "night_override_base" ON "night_override" USING btree ("schedule_id","night_date","position_id","base_member_id") WHERE "night_override"."base_member_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "night_override_added" ON "night_override" USING btree ("schedule_id","night_date","member_id") WHERE "night_override"."member_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "schedule_assignment_once" ON "schedule_assignment" USING btree ("schedule_id","member_id") WHERE "schedule_assignment"."status" <> 'released';--> statement-breakpoint
CREATE UNIQUE INDEX "schedule_assignment_single" ON "schedule_assignment" USING btree ("schedule_id") WHERE "schedule_assignment"."position_id" is null and "schedule_assignment"."status" <> 'released';--> statement-breakpoint
CREATE INDEX "schedule_assignment_member" ON "schedule_assignment" USING btree ("member_id");--> statement-breakpoint
-- What happened stays as it happened; a correction is another row.
CREATE TRIGGER responsibility_log_no_change BEFORE UPDATE OR DELETE ON responsibility_log FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER responsibility_log_no_truncate BEFORE TRUNCATE ON responsibility_log FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER lockup_transfer_no_change BEFORE UPDATE OR DELETE ON lockup_transfer FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER lockup_transfer_no_truncate BEFORE TRUNCATE ON lockup_transfer FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER lockup_execution_no_change BEFORE UPDATE OR DELETE ON lockup_execution FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER lockup_execution_no_truncate BEFORE TRUNCATE ON lockup_execution FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER duty_log_entry_no_change BEFORE UPDATE OR DELETE ON duty_log_entry FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER duty_log_entry_no_truncate BEFORE TRUNCATE ON duty_log_entry FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER job_run_no_change BEFORE UPDATE OR DELETE ON job_run FOR EACH ROW EXECUTE FUNCTION is_append_only();
--> statement-breakpoint
CREATE TRIGGER job_run_no_truncate BEFORE TRUNCATE ON job_run FOR EACH STATEMENT EXECUTE FUNCTION is_append_only();
