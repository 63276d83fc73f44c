CREATE TABLE "account" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"level" integer NOT NULL,
	"pin_hash" text,
	"pin_changed_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"disabled_by" text,
	"last_sign_in_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_level_known" CHECK ("account"."level" between 1 and 6)
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"station_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "setup_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"was_used" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_guard" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failed_at" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" text,
	"station_id" text,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "badge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"serial" text NOT NULL,
	"kind" text DEFAULT 'member' NOT NULL,
	"status" text NOT NULL,
	"label" text,
	"note" text,
	"member_id" uuid,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "badge_serial_unique" UNIQUE("serial"),
	CONSTRAINT "badge_member_id_unique" UNIQUE("member_id"),
	CONSTRAINT "badge_kind_known" CHECK ("badge"."kind" in ('member', 'visitor', 'event')),
	CONSTRAINT "badge_holder_of_its_kind" CHECK ("badge"."member_id" is null or "badge"."kind" = 'member')
);
--> statement-breakpoint
CREATE TABLE "badge_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"badge_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"assigned_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"end_reason" text,
	"returned_at" timestamp (3) with time zone,
	CONSTRAINT "badge_assignment_reason_known" CHECK ("badge_assignment"."end_reason" in ('returned', 'lost', 'damaged', 'replaced', 'archived', 'unassigned')),
	CONSTRAINT "badge_assignment_ended_whole" CHECK (("badge_assignment"."ended_at" is null) = ("badge_assignment"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "badge_status" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"description" text,
	"chip_variant" text DEFAULT 'solid' NOT NULL,
	"chip_color" text DEFAULT 'default' NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"is_system" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"is_usable" boolean DEFAULT false NOT NULL,
	CONSTRAINT "badge_status_code_form" CHECK ("badge_status"."code" ~ '^[a-z0-9_]{1,50}$')
);
--> statement-breakpoint
CREATE TABLE "list_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_type" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"description" text,
	"display_order" integer DEFAULT 0 NOT NULL,
	"is_system" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "list_item_code" UNIQUE("list_type","code"),
	CONSTRAINT "list_item_type_known" CHECK ("list_item"."list_type" in ('event_role', 'mess', 'moc'))
);
--> statement-breakpoint
CREATE TABLE "member_status" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"description" text,
	"chip_variant" text DEFAULT 'solid' NOT NULL,
	"chip_color" text DEFAULT 'default' NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"is_system" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"admission" text DEFAULT 'admit' NOT NULL,
	CONSTRAINT "member_status_admission_known" CHECK ("member_status"."admission" in ('admit', 'note', 'refuse')),
	CONSTRAINT "member_status_code_form" CHECK ("member_status"."code" ~ '^[a-z0-9_]{1,50}$')
);
--> statement-breakpoint
CREATE TABLE "member_tag" (
	"member_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_tag_member_id_tag_id_pk" PRIMARY KEY("member_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "member_type" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"description" text,
	"chip_variant" text DEFAULT 'solid' NOT NULL,
	"chip_color" text DEFAULT 'default' NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"is_system" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"is_full_time" boolean DEFAULT false NOT NULL,
	CONSTRAINT "member_type_code_form" CHECK ("member_type"."code" ~ '^[a-z0-9_]{1,50}$')
);
--> statement-breakpoint
CREATE TABLE "qualification_type" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"description" text,
	"can_receive_lockup" boolean DEFAULT false NOT NULL,
	"is_automatic" boolean DEFAULT false NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"tag_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "qualification_type_code_unique" UNIQUE("code"),
	CONSTRAINT "qualification_type_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"description" text,
	"display_order" integer DEFAULT 0 NOT NULL,
	"chip_variant" text DEFAULT 'solid' NOT NULL,
	"chip_color" text DEFAULT 'default' NOT NULL,
	"is_positional" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tag_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "visit_type" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_fr" text,
	"description" text,
	"chip_variant" text DEFAULT 'solid' NOT NULL,
	"chip_color" text DEFAULT 'default' NOT NULL,
	"display_order" integer DEFAULT 0 NOT NULL,
	"is_system" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "visit_type_code_form" CHECK ("visit_type"."code" ~ '^[a-z0-9_]{1,50}$')
);
--> statement-breakpoint
CREATE TABLE "roll_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"file_name" text NOT NULL,
	"hash" text NOT NULL,
	"summary" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	CONSTRAINT "roll_import_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "roll_import_change" (
	"import_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	CONSTRAINT "roll_import_change_kind_known" CHECK ("roll_import_change"."kind" in ('added', 'updated', 'deactivated'))
);
--> statement-breakpoint
CREATE TABLE "division" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "division_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_number" text NOT NULL,
	"employee_number" text,
	"rank_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"initials" text,
	"display_name" text NOT NULL,
	"search_name" text NOT NULL,
	"email" text,
	"mobile_phone" text,
	"home_phone" text,
	"division_id" uuid,
	"member_type" text NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"mess" text,
	"moc" text,
	"class_details" text,
	"notes" text,
	"contract_start" date,
	"contract_end" date,
	"missed_checkout_count" integer DEFAULT 0 NOT NULL,
	"last_missed_checkout" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_service_number_unique" UNIQUE("service_number"),
	CONSTRAINT "member_source_known" CHECK ("member"."source" in ('nominal_roll', 'civilian_manual')),
	CONSTRAINT "member_service_number_form" CHECK ("member"."service_number" ~ '^[^[:space:]]{6,20}$')
);
--> statement-breakpoint
CREATE TABLE "rank" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"branch" text NOT NULL,
	"category" text NOT NULL,
	"display_order" integer NOT NULL,
	"is_active" boolean NOT NULL,
	"replaced_by" text,
	CONSTRAINT "rank_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "member_presence" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"direction" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"movement_id" uuid NOT NULL,
	"station_id" text NOT NULL,
	CONSTRAINT "member_presence_direction_known" CHECK ("member_presence"."direction" in ('in', 'out'))
);
--> statement-breakpoint
CREATE TABLE "missed_checkout" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"operational_date" date NOT NULL,
	"original_checkin_at" timestamp (3) with time zone NOT NULL,
	"forced_checkout_at" timestamp (3) with time zone NOT NULL,
	"resolved_by" text NOT NULL,
	"actor_name" text NOT NULL,
	"movement_id" uuid,
	"notes" text,
	CONSTRAINT "missed_checkout_closer_known" CHECK ("missed_checkout"."resolved_by" in ('lockup_sequence', 'admin', 'daily_reset'))
);
--> statement-breakpoint
CREATE TABLE "movement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"member_id" uuid NOT NULL,
	"badge_id" uuid,
	"direction" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"station_id" text NOT NULL,
	"reader" text,
	"method" text NOT NULL,
	"scan_id" uuid,
	"flagged" boolean DEFAULT false NOT NULL,
	"flag_reason" text,
	"voided" boolean DEFAULT false NOT NULL,
	CONSTRAINT "movement_seq_unique" UNIQUE("seq"),
	CONSTRAINT "movement_scan_id_unique" UNIQUE("scan_id"),
	CONSTRAINT "movement_direction_known" CHECK ("movement"."direction" in ('in', 'out')),
	CONSTRAINT "movement_method_known" CHECK ("movement"."method" in ('badge', 'manual', 'override', 'login', 'system'))
);
--> statement-breakpoint
CREATE TABLE "movement_correction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"reason" text NOT NULL,
	"original_id" uuid,
	"replacement_id" uuid,
	CONSTRAINT "movement_correction_original_id_unique" UNIQUE("original_id"),
	CONSTRAINT "movement_correction_replacement_id_unique" UNIQUE("replacement_id"),
	CONSTRAINT "movement_correction_kind_known" CHECK ("movement_correction"."kind" in ('add', 'edit', 'delete', 'undo')),
	CONSTRAINT "movement_correction_shape" CHECK (case "movement_correction"."kind" when 'add' then "movement_correction"."original_id" is null and "movement_correction"."replacement_id" is not null when 'edit' then "movement_correction"."original_id" is not null and "movement_correction"."replacement_id" is not null else "movement_correction"."original_id" is not null and "movement_correction"."replacement_id" is null end)
);
--> statement-breakpoint
CREATE TABLE "refused_scan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"serial" text NOT NULL,
	"badge_id" uuid,
	"member_id" uuid,
	"station_id" text NOT NULL,
	"reader" text,
	"scan_id" uuid,
	CONSTRAINT "refused_scan_scan_id_unique" UNIQUE("scan_id")
);
--> statement-breakpoint
CREATE TABLE "revision" (
	"topic" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "station" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"display_order" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "qualification_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"type_id" uuid NOT NULL,
	"source" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" text,
	"revoke_reason" text,
	"notes" text,
	CONSTRAINT "qualification_grant_source_known" CHECK ("qualification_grant"."source" in ('automatic', 'manual')),
	CONSTRAINT "qualification_grant_revoked_whole" CHECK (("qualification_grant"."revoked_at" is null) = ("qualification_grant"."revoked_by" is null))
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"category" text NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setup_code" ADD CONSTRAINT "setup_code_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge" ADD CONSTRAINT "badge_status_badge_status_code_fk" FOREIGN KEY ("status") REFERENCES "public"."badge_status"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge" ADD CONSTRAINT "badge_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge_assignment" ADD CONSTRAINT "badge_assignment_badge_id_badge_id_fk" FOREIGN KEY ("badge_id") REFERENCES "public"."badge"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge_assignment" ADD CONSTRAINT "badge_assignment_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_tag" ADD CONSTRAINT "member_tag_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_tag" ADD CONSTRAINT "member_tag_tag_id_tag_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tag"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification_type" ADD CONSTRAINT "qualification_type_tag_id_tag_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tag"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_import_change" ADD CONSTRAINT "roll_import_change_import_id_roll_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."roll_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_import_change" ADD CONSTRAINT "roll_import_change_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_rank_id_rank_id_fk" FOREIGN KEY ("rank_id") REFERENCES "public"."rank"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_member_type_member_type_code_fk" FOREIGN KEY ("member_type") REFERENCES "public"."member_type"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_status_member_status_code_fk" FOREIGN KEY ("status") REFERENCES "public"."member_status"("code") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_presence" ADD CONSTRAINT "member_presence_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_presence" ADD CONSTRAINT "member_presence_movement_id_movement_id_fk" FOREIGN KEY ("movement_id") REFERENCES "public"."movement"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_presence" ADD CONSTRAINT "member_presence_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_checkout" ADD CONSTRAINT "missed_checkout_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missed_checkout" ADD CONSTRAINT "missed_checkout_movement_id_movement_id_fk" FOREIGN KEY ("movement_id") REFERENCES "public"."movement"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_badge_id_badge_id_fk" FOREIGN KEY ("badge_id") REFERENCES "public"."badge"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement_correction" ADD CONSTRAINT "movement_correction_original_id_movement_id_fk" FOREIGN KEY ("original_id") REFERENCES "public"."movement"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement_correction" ADD CONSTRAINT "movement_correction_replacement_id_movement_id_fk" FOREIGN KEY ("replacement_id") REFERENCES "public"."movement"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_scan" ADD CONSTRAINT "refused_scan_badge_id_badge_id_fk" FOREIGN KEY ("badge_id") REFERENCES "public"."badge"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_scan" ADD CONSTRAINT "refused_scan_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_scan" ADD CONSTRAINT "refused_scan_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification_grant" ADD CONSTRAINT "qualification_grant_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification_grant" ADD CONSTRAINT "qualification_grant_type_id_qualification_type_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."qualification_type"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_member" ON "session" USING btree ("member_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "session_open" ON "session" USING btree ("member_id") WHERE "session"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "setup_code_member" ON "setup_code" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit" USING btree ("entity_type","entity_id");--> statement-breakpoint
CREATE UNIQUE INDEX "badge_assignment_standing" ON "badge_assignment" USING btree ("badge_id") WHERE "badge_assignment"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "badge_assignment_member" ON "badge_assignment" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "roll_import_change_import" ON "roll_import_change" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "member_division" ON "member" USING btree ("division_id");--> statement-breakpoint
CREATE INDEX "member_search_name" ON "member" USING btree ("search_name","id");--> statement-breakpoint
CREATE INDEX "member_status_code" ON "member" USING btree ("status");--> statement-breakpoint
CREATE INDEX "member_rank" ON "member" USING btree ("rank_id");--> statement-breakpoint
CREATE INDEX "member_presence_direction" ON "member_presence" USING btree ("direction");--> statement-breakpoint
CREATE INDEX "missed_checkout_member" ON "missed_checkout" USING btree ("member_id","forced_checkout_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "movement_member_at" ON "movement" USING btree ("member_id","at" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "movement_at" ON "movement" USING btree ("at" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "movement_station_at" ON "movement" USING btree ("station_id","at" DESC NULLS LAST,"seq" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "movement_flagged_at" ON "movement" USING btree ("at" DESC NULLS LAST,"seq" DESC NULLS LAST) WHERE "movement"."flagged";--> statement-breakpoint
CREATE INDEX "movement_by_hand_at" ON "movement" USING btree ("at" DESC NULLS LAST,"seq" DESC NULLS LAST) WHERE "movement"."method" <> 'badge';--> statement-breakpoint
CREATE INDEX "movement_correction_at" ON "movement_correction" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "refused_scan_at" ON "refused_scan" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "qualification_grant_standing" ON "qualification_grant" USING btree ("member_id","type_id") WHERE "qualification_grant"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "qualification_grant_type" ON "qualification_grant" USING btree ("type_id");