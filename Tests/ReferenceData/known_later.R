# What R says about overall survival by acute GvHD in the sample study: at a landmark by what is known then, and with
# patients who change groups when it begins (Simon–Makuch, Mantel–Byar).
# Writes known_later.json beside it.  Usage: Rscript known_later.R  (R 4.2.2, survival 3.5-3, cmprsk 2.2-11)
suppressMessages({ library(survival); library(cmprsk) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
d <- read.csv(file.path(here, "../../sample-data/blinatumomab-hsct.csv"), stringsAsFactors = FALSE)
answers <- list()
put <- function(name, x) answers[[name]] <<- as.vector(x)
onset <- ifelse(d$agvhd_any == "yes", d$agvhd_months, Inf)

read <- function(name, fit, at) {
  s <- summary(fit, times = at, extend = FALSE)
  put(paste0(name, "/survival"), s$surv)
  put(paste0(name, "/standard error"), s$std.err)
  put(paste0(name, "/at risk"), s$n.risk)
}

# Landmark at day 100, 3.3 months: groups by what is known then, the clock restarted.
L <- 3.3
known <- factor(ifelse(onset <= L, "yes", "no"), levels = c("no", "yes"))
after <- d$os_months > L
time <- d$os_months[after] - L
event <- d$os_event[after]
group <- known[after]
read("landmark", survfit(Surv(time, event) ~ group, timefix = FALSE), 24)
put("landmark/n", table(group))
put("landmark/events", tapply(event, group, sum))
put("landmark/chi squared", survdiff(Surv(time, event) ~ group)$chisq)
put("landmark/lost", c(sum(!after & d$os_event == 1), sum(!after & d$os_event == 0)))
put("landmark/later", sum(after & is.finite(onset) & onset > L))
rel <- d$dfs_months > L
gray <- cuminc(d$dfs_months[rel] - L, d$first_event[rel], known[rel], cencode = "none")
put("landmark relapse/n", table(known[rel]))
put("landmark relapse/Gray", gray$Tests["relapse", "stat"])

# The filter: without acute GvHD as far as known at the landmark, by inotuzumab.
without <- after & onset > L
put("filter/n", table(factor(d$inotuzumab[without], levels = c("no", "yes"))))
put("filter/chi squared", survdiff(Surv(d$os_months[without] - L, d$os_event[without]) ~ d$inotuzumab[without])$chisq)

# Patients change from not yet to acute GvHD when it begins; the score test of Cox's model is Mantel and Byar's where
# no two die at once, survdiff does not take entries, so the sums are written out as well.
d$onset <- ifelse(is.finite(onset), onset, NA)
long <- tmerge(d[, c("id", "onset")], d, id = id, death = event(os_months, os_event), gvhd = tdc(onset))
long$gvhd <- factor(long$gvhd, levels = 0:1)
stopifnot(!anyDuplicated(d$os_months[d$os_event == 1]))
score <- coxph(Surv(tstart, tstop, death) ~ gvhd, data = long, timefix = FALSE)$score
O <- E <- V <- 0
for (t in sort(unique(d$os_months[d$os_event == 1]))) {
  risk <- long$tstart < t & long$tstop >= t
  dying <- risk & long$tstop == t & long$death == 1
  n <- sum(risk); n1 <- sum(risk & long$gvhd == 1); m <- sum(dying)
  O <- O + sum(dying & long$gvhd == 1); E <- E + m * n1 / n
  if (n > 1) V <- V + m * (n1 / n) * (1 - n1 / n) * (n - m) / (n - 1)
}
stopifnot(abs((O - E)^2 / V - score) < 1e-8)
put("time-dependent/chi squared", (O - E)^2 / V)
read("time-dependent", survfit(Surv(tstart, tstop, death) ~ gvhd, data = long, id = id, timefix = FALSE), 24)
put("time-dependent/moved", sum(long$gvhd == 1 & long$tstart > 0))
put("time-dependent/events", tapply(long$death, long$gvhd, sum))

# From time zero by what became of them in the end: immortal time.
read("naive", survfit(Surv(os_months, os_event) ~ agvhd_any, data = d, timefix = FALSE), 24)
put("naive/chi squared", survdiff(Surv(os_months, os_event) ~ agvhd_any, data = d)$chisq)

number <- function(v) ifelse(is.na(v), "null", format(v, digits = 15, trim = TRUE, scientific = FALSE))
lines <- sapply(names(answers), function(n)
  paste0("  \"", n, "\": [", paste(sapply(answers[[n]], number), collapse = ", "), "]"))
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(here, "known_later.json"))
