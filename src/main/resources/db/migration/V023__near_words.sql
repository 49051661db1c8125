-- Where in the later version words stand that come near to those of an appearance without being the same: a person decides whether the article
-- still says it. In code points; null where nothing comes near, and for what was lost before this.
alter table lost_appearance add column near_start int check (near_start >= 0);
alter table lost_appearance add column near_end int;
alter table lost_appearance add check ((near_start is null) = (near_end is null) and near_end > near_start);
