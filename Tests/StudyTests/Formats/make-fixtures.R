# The files that R writes; called by make-fixtures.py in the folder Fixtures.
# Written with R 4.2.2, haven 2.5.1, foreign 0.8.84 and jsonlite 1.8.4.
library(haven)
rows <- jsonlite::fromJSON("cohort.json")
seen <- as.POSIXct(rows$seen, tz = "UTC")
diagnosed <- as.Date(rows$diagnosed)

# SAS has no labels of codes in the data set itself.
sas <- data.frame(
  ID = rows$id, SEX = rows$sex, AGE = ifelse(rows$age == 999, NA, rows$age), MONTHS = rows$months,
  STATUS = rows$status, TOWN = rows$town, stringsAsFactors = FALSE)
sas$DIAGNOSE <- structure(as.numeric(diagnosed) + 3653, format.sas = "DATE9")
sas$SEEN <- structure(as.numeric(seen) + 315619200, format.sas = "DATETIME20")
attr(sas$MONTHS, "label") <- "Follow-up, months"
suppressWarnings(write_sas(sas, "haven.sas7bdat"))
write_xpt(sas, "haven-5.xpt", version = 5, name = "ADTTE")
write_xpt(sas, "haven-8.xpt", version = 8, name = "ADTTE")

# Missing values with tags, with and without labels.
score <- c(1.5, tagged_na("a"), 2, tagged_na("z"), NA, tagged_na("a"), 1 / 3, 1e10)
tagged <- data.frame(
  id = seq_along(score),
  score = labelled(score, c("refused" = tagged_na("a"), "not asked" = tagged_na("z")), label = "Score"),
  month = structure(c(711, 712, 713, 714, 715, 716, NA, 718), format.stata = "%tm"),
  precise = structure(1869868800000 + 27000 * (0:7), format.stata = "%tc"))
write_dta(tagged, "haven-tagged.dta", version = 14)
upper <- c(1.5, tagged_na("A"), 2, tagged_na("Z"), NA, tagged_na("A"), 1 / 3, 1e10)
write_xpt(data.frame(id = tagged$id, score = upper), "haven-tagged.xpt", version = 5, name = "TAGGED")
jsonlite::write_json(
  list(tags = na_tag(score), values = as.numeric(score)), "haven-tagged.json", na = "null", digits = NA, auto_unbox = TRUE)

# The writer of Stata files that is R's own.
old <- data.frame(
  id = seq_along(score), months = rows$months[seq_along(score)],
  arm = factor(c("B", "A")[1 + seq_along(score) %% 2], levels = c("B", "A", "C")))
foreign::write.dta(old, "foreign-10.dta", version = 10L, convert.factors = "labels")
jsonlite::write_json(old, "foreign-10.json", na = "null", digits = NA)

# Text in another character set than the file says.
writeBin(iconv("Zürich", "UTF-8", "latin1", toRaw = TRUE)[[1]], "latin1.bin")
town <- rawToChar(readBin("latin1.bin", "raw", 100))
unlink("latin1.bin")
suppressWarnings(foreign::write.dta(
  data.frame(town = rep(town, 4), months = 1:4, status = c(0, 1, 0, 1)), "foreign-latin1.dta", version = 10L))

weka <- data.frame(
  months = rows$months, age = ifelse(rows$age == 999, NA, rows$age),
  sex = factor(c("male", "female")[rows$sex], levels = c("male", "female")),
  grade = factor(c("high grade", "very low", "none")[1 + seq_len(nrow(rows)) %% 3],
    levels = c("none", "very low", "high grade")),
  status = factor(rows$status, levels = c(1, 0, 2)), seen = seen)
foreign::write.arff(weka, "foreign.arff")
