# Writes sample-data/bmt.csv from KMsurv::bmt: every number as it is there, codes as words.
# Usage: Rscript bmt_cohort.R  (R 4.2.2, KMsurv 0.1-5)
data(bmt, package = "KMsurv")
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
yes <- function(x) ifelse(x == 1, "yes", "no")
table <- with(bmt, data.frame(
  patient = sprintf("KM-%03d", seq_len(nrow(bmt))),
  disease = c("ALL", "AML low-risk", "AML high-risk")[group],
  patient_age = z1, donor_age = z2, patient_sex = ifelse(z3 == 1, "male", "female"),
  donor_sex = ifelse(z4 == 1, "male", "female"), patient_cmv = ifelse(z5 == 1, "positive", "negative"),
  donor_cmv = ifelse(z6 == 1, "positive", "negative"), wait_days = z7, fab45 = yes(z8),
  hospital = c("Ohio State", "Alfred", "St Vincent", "Hahnemann")[z9], mtx = yes(z10),
  agvhd = yes(da), agvhd_days = ta, cgvhd = yes(dc), cgvhd_days = tc, platelets_recovered = yes(dp), platelet_days = tp,
  first_event = ifelse(d3 == 0, "none", ifelse(d2 == 1, "relapse", "death")), dfs_days = t2, died = yes(d1), os_days = t1))
write.csv(table, file.path(here, "../../sample-data/bmt.csv"), row.names = FALSE, quote = FALSE)
