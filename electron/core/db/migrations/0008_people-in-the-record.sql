DROP INDEX "movement_by_hand_at";--> statement-breakpoint
CREATE INDEX "missed_checkout_at" ON "missed_checkout" USING btree ("forced_checkout_at","id");--> statement-breakpoint
CREATE INDEX "movement_method_at" ON "movement" USING btree ("method","at","seq") WHERE "movement"."method" <> 'badge';--> statement-breakpoint
CREATE INDEX "movement_corrected_at" ON "movement" USING btree ("at","seq") WHERE "movement"."voided" or "movement"."method" in ('manual', 'override');--> statement-breakpoint
CREATE INDEX "movement_member_unusual_at" ON "movement" USING btree ("member_id","at","seq") WHERE "movement"."flagged" or "movement"."voided" or "movement"."method" <> 'badge';--> statement-breakpoint
CREATE INDEX "movement_badge" ON "movement" USING btree ("badge_id") WHERE "movement"."badge_id" is not null;