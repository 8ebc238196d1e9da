# What R says about questions of the sample study: arms, landmark, end of follow-up, differences, follow-up.
# Writes analysis.json beside it.  Usage: Rscript analysis.R  (R 4.2.2, survival 3.5-3, cmprsk 2.2-11)
suppressMessages({ library(survival); library(cmprsk) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
d <- read.csv(file.path(here, "../../sample-data/blinatumomab-hsct.csv"), stringsAsFactors = FALSE)
answers <- list()
put <- function(name, x) answers[[name]] <<- as.vector(x)

# Estimates at a time, counts, median and log-rank test of groups.
survival <- function(name, time, event, group, at) {
  fit <- survfit(Surv(time, event) ~ group, conf.type = "log-log", timefix = FALSE)
  read <- summary(fit, times = at, extend = FALSE)
  put(paste0(name, "/n"), fit$n)
  put(paste0(name, "/survival"), read$surv)
  put(paste0(name, "/standard error"), read$std.err)
  put(paste0(name, "/lower"), read$lower)
  put(paste0(name, "/upper"), read$upper)
  put(paste0(name, "/at risk"), read$n.risk)
  put(paste0(name, "/events"), tapply(event, group, sum))
  test <- survdiff(Surv(time, event) ~ group)
  put(paste0(name, "/chi squared"), test$chisq)
  means <- summary(fit, rmean = at)$table
  put(paste0(name, "/difference"), diff(read$surv))
  put(paste0(name, "/difference error"), sqrt(sum(read$std.err^2)))
  put(paste0(name, "/difference P"), 2 * pnorm(-abs(diff(read$surv)) / sqrt(sum(read$std.err^2))))
  put(paste0(name, "/mean difference"), diff(means[, "rmean"]))
  put(paste0(name, "/mean difference error"), sqrt(sum(means[, "se(rmean)"]^2)))
}

incidence <- function(name, time, cause, group, at) {
  fit <- cuminc(time, cause, group, cencode = "none")
  read <- timepoints(fit, at)
  kept <- grep("relapse", rownames(read$est))
  put(paste0(name, "/incidence"), read$est[kept, 1])
  put(paste0(name, "/variance"), read$var[kept, 1])
  put(paste0(name, "/Gray"), fit$Tests[c("relapse", "nrm"), "stat"])
}

later <- d[d$disease_phase %in% c("CR2", "CR3"), ]
survival("everything", later$dfs_months, later$dfs_event, later$inotuzumab, 24)
after <- later[later$dfs_months > 3, ]
survival("landmark", after$dfs_months - 3, after$dfs_event, after$inotuzumab, 21)
put("landmark/lost", c(sum(later$dfs_event == 1 & later$dfs_months <= 3), sum(later$dfs_event == 0 & later$dfs_months <= 3)))
ended <- function(time, event, end) list(time = pmin(time, end), event = ifelse(time > end, 0, event))
short <- ended(later$dfs_months, later$dfs_event, 9)
survival("ended", short$time, short$event, later$inotuzumab, 6)
both <- ended(after$dfs_months, after$dfs_event, 12)
survival("both", both$time - 3, both$event, after$inotuzumab, 6)

d$remission <- ifelse(d$disease_phase == "CR1", "CR1", "CR2/3")
incidence("causes", d$dfs_months, d$first_event, d$disease_phase, 24)
after <- d[d$dfs_months > 3, ]
incidence("causes after a landmark", after$dfs_months - 3, after$first_event, after$remission, 21)

followed <- function(rows) {
  fit <- survfit(Surv(os_months, 1 - os_event) ~ 1, data = rows, conf.type = "log-log", timefix = FALSE)
  unname(summary(fit)$table[c("median", "0.95LCL", "0.95UCL")])
}
put("follow-up/everybody", followed(d))
put("follow-up/CR2 and CR3", followed(later))
put("follow-up/inotuzumab", followed(later[later$inotuzumab == "yes", ]))

lines <- mapply(function(name, x) {
  x <- sprintf("%.15g", as.numeric(x))
  x[x %in% c("NA", "NaN", "Inf", "-Inf")] <- "null"
  sprintf('  "%s": [%s]', name, paste(x, collapse = ", "))
}, names(answers), answers)
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(here, "analysis.json"))
