DROP INDEX "session_member";--> statement-breakpoint
DROP INDEX "alert_last_at";--> statement-breakpoint
DROP INDEX "audit_at";--> statement-breakpoint
DROP INDEX "audit_action";--> statement-breakpoint
DROP INDEX "audit_actor";--> statement-breakpoint
DROP INDEX "duty_log_entry_date";--> statement-breakpoint
DROP INDEX "job_run_started";--> statement-breakpoint
DROP INDEX "missed_checkout_member";--> statement-breakpoint
DROP INDEX "movement_member_at";--> statement-breakpoint
DROP INDEX "movement_at";--> statement-breakpoint
DROP INDEX "movement_station_at";--> statement-breakpoint
DROP INDEX "movement_flagged_at";--> statement-breakpoint
DROP INDEX "movement_by_hand_at";--> statement-breakpoint
DROP INDEX "movement_correction_at";--> statement-breakpoint
DROP INDEX "refused_scan_at";--> statement-breakpoint
DROP INDEX "dds_assignment_date";--> statement-breakpoint
DROP INDEX "lockup_cycle_date";--> statement-breakpoint
DROP INDEX "lockup_execution_at";--> statement-breakpoint
DROP INDEX "lockup_transfer_at";--> statement-breakpoint
DROP INDEX "responsibility_log_at";--> statement-breakpoint
DROP INDEX "responsibility_log_member";--> statement-breakpoint
CREATE INDEX "session_member" ON "session" USING btree ("member_id","started_at");--> statement-breakpoint
CREATE INDEX "alert_last_at" ON "alert" USING btree ("last_at","seq");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at","seq");--> statement-breakpoint
CREATE INDEX "audit_action" ON "audit" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "duty_log_entry_date" ON "duty_log_entry" USING btree ("operational_date" DESC NULLS FIRST,"at","seq");--> statement-breakpoint
CREATE INDEX "job_run_started" ON "job_run" USING btree ("started_at","seq");--> statement-breakpoint
CREATE INDEX "missed_checkout_member" ON "missed_checkout" USING btree ("member_id","forced_checkout_at");--> statement-breakpoint
CREATE INDEX "movement_member_at" ON "movement" USING btree ("member_id","at","seq");--> statement-breakpoint
CREATE INDEX "movement_at" ON "movement" USING btree ("at","seq");--> statement-breakpoint
CREATE INDEX "movement_station_at" ON "movement" USING btree ("station_id","at","seq");--> statement-breakpoint
CREATE INDEX "movement_flagged_at" ON "movement" USING btree ("at","seq") WHERE "movement"."flagged";--> statement-breakpoint
CREATE INDEX "movement_by_hand_at" ON "movement" USING btree ("at","seq") WHERE "movement"."method" <> 'badge';--> statement-breakpoint
CREATE INDEX "movement_correction_at" ON "movement_correction" USING btree ("at");--> statement-breakpoint
CREATE INDEX "refused_scan_at" ON "refused_scan" USING btree ("at");--> statement-breakpoint
CREATE INDEX "dds_assignment_date" ON "dds_assignment" USING btree ("operational_date");--> statement-breakpoint
CREATE INDEX "lockup_cycle_date" ON "lockup_cycle" USING btree ("operational_date","seq");--> statement-breakpoint
CREATE INDEX "lockup_execution_at" ON "lockup_execution" USING btree ("executed_at");--> statement-breakpoint
CREATE INDEX "lockup_transfer_at" ON "lockup_transfer" USING btree ("at");--> statement-breakpoint
CREATE INDEX "responsibility_log_at" ON "responsibility_log" USING btree ("at","seq");--> statement-breakpoint
CREATE INDEX "responsibility_log_member" ON "responsibility_log" USING btree ("member_id","seq");