# What R says about every figure of the paper that published.json holds, on the synthetic cohort; the names of the answers
# are the places of the figures. Writes paper.json beside it.
# Usage: Rscript paper.R  (R 4.2.2, survival 3.5-3, cmprsk 2.2-11, jsonlite)
suppressMessages({ library(survival); library(cmprsk); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
folder <- file.path(here, "../../sample-data")
paper <- fromJSON(file.path(folder, "published.json"), simplifyVector = FALSE)
d <- read.csv(file.path(folder, "blinatumomab-hsct.csv"), na.strings = "", check.names = FALSE)
answers <- list()
put <- function(place, what, x) if (!is.na(x)) answers[[paste(place, what, sep = " | ")]] <<- as.numeric(x)
put3 <- function(place, what, x, printed) {
  put(place, what, x[1])
  for (j in 1:2) if (length(printed$ci) == 2 && !is.null(printed$ci[[j]])) put(place, paste(what, c("CI low", "CI high")[j]), x[j + 1])
}

cause <- match(d$first_event, c("none", "relapse", "nrm")) - 1
dfs <- Surv(d$dfs_months, d$dfs_event); os <- Surv(d$os_months, d$os_event)

alive <- function(y, at, type = "log-log") {
  read <- summary(survfit(y ~ 1, conf.type = type), times = at, extend = TRUE)
  unlist(read[c("surv", "lower", "upper")])
}
# Gray's variance, the limits on the scale of log(-log F); without events the paper prints 0 (0-0).
incidence <- function(time, code, at) {
  if (sum(code == 1 & time <= at) == 0) return(c(0, 0, 0))
  all <- timepoints(cuminc(time, code), at)
  mine <- grepl(" 1$", rownames(all$est))
  f <- all$est[mine]; half <- qnorm(.975) * sqrt(all$var[mine]) / abs(f * log(f))
  c(f, f^exp(half), f^exp(-half))
}
logrank <- function(y, g) { s <- survdiff(y ~ g); pchisq(s$chisq, length(s$n) - 1, lower.tail = FALSE) }
gray <- function(time, code, g) cuminc(time, code, g)$Tests["1", "pv"]
five <- function(place, x, printed) {
  q <- quantile(x, c(.5, .25, .75, 0, 1))
  there <- c(TRUE, rep(!is.null(printed$iqr), 2), rep(!is.null(printed$range), 2))
  for (k in which(there)) put(place, c("median", "Q1", "Q3", "min", "max")[k], q[k])
}

for (row in paper$table1) {
  place <- paste("Table 1:", row$characteristic); x <- d[[row$column]]; values <- unlist(row$value)
  if (!is.null(row$median)) five(place, x, row) else put(place, row$level, if (is.numeric(values)) sum(x >= values[1] & x <= values[2]) else sum(x %in% values))
}

within <- function(f) switch(f$key, inotuzumab = d$disease_phase %in% c("CR2", "CR3"), very_early_relapse = d$disease_phase == "CR2", rep(TRUE, nrow(d)))
for (f in paper$table2_cir_24m) {
  g <- as.character(d[[f$column]]); use <- within(f) & !is.na(g)
  for (l in f$levels) {
    mine <- which(use & g == l$value); place <- sprintf("Table 2: %s / %s", f$label, l$label)
    put(place, "n", length(mine)); put3(place, "CIR", incidence(d$dfs_months[mine], cause[mine], 24), l)
  }
  put(paste("Table 2:", f$label), "P Gray", gray(d$dfs_months[use], cause[use], g[use]))
}
for (f in paper$table3_dfs_os_24m) {
  g <- as.character(d[[f$column]]); use <- within(f) & !is.na(g)
  for (l in f$levels) {
    mine <- which(use & g == l$value); place <- sprintf("Table 3: %s / %s", f$label, l$label)
    put(place, "n", length(mine)); put(place, "DFS events", sum(dfs[mine, 2])); put(place, "OS events", sum(os[mine, 2]))
    put3(place, "DFS", alive(dfs[mine], 24), l$dfs); put3(place, "OS", alive(os[mine], 24), l$os)
  }
  put(paste("Table 3:", f$label), "P log-rank DFS", logrank(dfs[use], g[use]))
  put(paste("Table 3:", f$label), "P log-rank OS", logrank(os[use], g[use]))
}

t <- paper$text; o <- t$overall; place <- "Text: overall"
put3(place, "DFS 24 months", alive(dfs, 24), o$dfs_24); put3(place, "OS 24 months", alive(os, 24), o$os_24)
put3(place, "CIR 24 months", incidence(d$dfs_months, cause, 24), o$cir_24)
remission <- 1 - alive(Surv(d$dfs_months, cause == 2), 24)
other <- c(0, 2, 1)[cause + 1]
put3(place, "NRM 24 months", c(incidence(d$dfs_months, other, 24)[1], remission[3], remission[2]), o$nrm_24)
put3(place, "GRFS 24 months", alive(Surv(d$grfs_months, d$grfs_event), 24), o$grfs_24)
put3(place, "OS 48 months", alive(os, 48, "plain"), o$os_48)
late <- d$disease_phase != "CR1"
put3("Text: CR2/3", "DFS", alive(dfs[late], 24), t$cr_status$dfs_24_CR2_3)
put3("Text: CR2/3", "CIR", incidence(d$dfs_months[late], cause[late], 24), t$cr_status$cir_24_CR2_3)
put("Text: CR1 vs. CR2/3", "P log-rank DFS", logrank(dfs, late)); put("Text: CR1 vs. CR2/3", "P Gray CIR", gray(d$dfs_months, cause, late))

onset <- function(has, when) list(time = ifelse(has, when, d$dfs_months), code = ifelse(has, 1, ifelse(cause > 0, 2, 0)))
any_acute <- onset(d$agvhd_any == "yes", d$agvhd_months); acute <- onset(d$agvhd_g2_4 == "yes", d$agvhd_months); chronic <- onset(d$cgvhd_any == "yes", d$cgvhd_months)
severe <- d$cgvhd_severity %in% c("moderate", "severe")
put3("Text: GvHD", "aGvHD 2-4 (day 100)", incidence(acute$time, acute$code, 100 / 30.4375), t$gvhd$agvhd_g2_4)
put3("Text: GvHD", "cGvHD 24 months", incidence(chronic$time, chronic$code, 24), t$gvhd$cgvhd_24)
put3("Text: GvHD", "moderate-severe cGvHD", (1 - alive(Surv(ifelse(severe, d$cgvhd_months, d$dfs_months), severe), 24))[c(1, 3, 2)], t$gvhd$cgvhd_moderate_severe_24)
for (k in 1:2) {
  mine <- d$blina_cycles == k; place <- paste("Text: blinatumomab cycles", k)
  put3(place, "aGvHD", incidence(any_acute$time[mine], any_acute$code[mine], 24), t$gvhd$agvhd_by_cycles[[k]])
  put3(place, "cGvHD", incidence(chronic$time[mine], chronic$code[mine], 24), t$gvhd$cgvhd_by_cycles[[k]])
}
put("Text: blinatumomab cycles", "P Gray cGvHD", gray(chronic$time, chronic$code, d$blina_cycles))

relapsed <- d$relapse == 1
five("Text: time to relapse (months)", d$relapse_months[relapsed], t$relapse$time_months)
five("Text: follow-up (months)", d$follow_up_months, t$follow_up_months)
five("Text: days to HSCT", d$days_blina_to_hsct, t$blinatumomab$days_to_hsct)
put3("Text: relapse", "post-relapse OS 24 months", alive(Surv(d$os_months - d$relapse_months, d$os_event)[relapsed], 24, "plain"), t$relapse$post_relapse_os_24)
count <- function(place, what, is) put(place, what, sum(is, na.rm = TRUE))
count("Text: relapse", "relapses", relapsed); count("Text: deaths", "all", d$status == "dead"); count("Text: deaths", "in remission", cause == 2)
count("Text: salvage", "CAR-T", d$salvage == "CAR-T"); count("Text: salvage", "CAR-T CR", d$car_t_response == "CR"); count("Text: salvage", "inotuzumab", d$salvage == "inotuzumab")
for (site in c("BM", "BM+CNS", "CNS", "eye+testis", "skin+pancreas")) count("Text: relapse site", site, d$relapse_site == site)
count("Text: cycles", "one", d$blina_cycles == 1); count("Text: cycles", "two", d$blina_cycles == 2)
count("Text: indication", "refractory", d$blina_indication == "refractory")
for (k in c("mrd_negativization", "consolidation")) {
  count("Text: indication", k, d$blina_indication == k)
  for (phase in c("CR1", "CR2", "CR3")) count("Text: indication", paste(k, phase), d$blina_indication == k & d$disease_phase == phase)
}
count("Text: refractory", "primary (transplanted in CR1)", d$blina_indication == "refractory" & !late)
count("Text: MRD", "positive before blinatumomab", d$mrd_pre_blina == "positive")
count("Text: MRD", "Ph+ among 6 positive at HSCT", d$mrd_pre_hsct == "positive" & d$cytogenetics == "BCR-ABL1")
count("Text: MRD", "negative after, of the 26", d$mrd_pre_blina == "positive" & d$mrd_pre_hsct == "negative")
count("Text: inotuzumab", "n", d$inotuzumab == "yes"); count("Text: inotuzumab", "and chemotherapy-free", d$inotuzumab == "yes" & d$chemo_free == "yes")
count("Text: AB0 major", "with TCD graft", d$ab0_major_mismatch == "yes" & d$graft == "TCD")
free <- survfit(Surv(d$ivig_months, d$ivig_independent) ~ 1, conf.type = "log-log"); half <- quantile(free, .5)
place <- "Text: IVIG independence"
put(place, "median months", half$quantile); put(place, "median CI low", half$lower); put(place, "median CI high", half$upper)
put(place, "at 48 months", 1 - summary(free, times = 48, extend = TRUE)$surv)

# Table 4: hazard ratio, its limits, P. Age group and remission are 1, 2, 3.
X <- cbind(match(d$age_group, c("0-3", "4-12", ">12")), as.integer(substring(d$disease_phase, 3)), d$graft == "unmanipulated", d$high_risk_cytogenetics == "yes", d$conditioning_group == "TBI")
effects <- function(b, v) { s <- sqrt(diag(v)); cbind(exp(b), exp(b - qnorm(.975) * s), exp(b + qnorm(.975) * s), 2 * pnorm(-abs(b / s))) }
cox <- function(y) { fit <- coxph(y ~ X, eps = 1e-13, toler.chol = 1e-14, iter.max = 50); effects(coef(fit), fit$var) }
fine_gray <- function(time, code, X) { fit <- crr(time, code, X); effects(fit$coef, fit$var) }
models <- list(CIR = fine_gray(d$dfs_months, cause, X), DFS = cox(dfs), OS = cox(os))
for (m in names(models)) for (k in 1:5)
  answers[[sprintf("Table 4: %s | %s", paper$table4_multivariable$covariates[[k]]$label, m)]] <- models[[m]][k, ]
answers[["Text: acute GvHD, two cycles against one | Fine-Gray"]] <- fine_gray(any_acute$time, any_acute$code, cbind(d$blina_cycles))[1, ]

lines <- mapply(function(name, x) sprintf('  "%s": [%s]', name, paste(sprintf("%.15g", x), collapse = ", ")), names(answers), answers)
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(here, "paper.json"))
