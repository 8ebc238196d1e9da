# What R says about each saved view of the sample studies, from their tables and from nothing that a study file says:
# what a patient's endpoint is, is derived here from the raw columns once more.
# Writes views.json beside it.  Usage: Rscript views.R  (R 4.2.2, survival 3.5-3, cmprsk 2.2-11)
suppressMessages({ library(survival); library(cmprsk) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
sample <- file.path(here, "../../sample-data")
z <- qnorm(.975)
answers <- list()
put <- function(...) {
  parts <- list(...)
  answers[[paste(unlist(parts[-length(parts)]), collapse = " | ")]] <<- as.numeric(unlist(parts[[length(parts)]]))
}

# --- What became of patients: time, and 0 or the number of what came first ------------------------------------------

# Which of several things came first; last contact where nothing did.
first <- function(..., end) {
  times <- cbind(...)
  times[is.na(times)] <- Inf
  when <- apply(times, 1, min)
  list(time = ifelse(when <= end, when, end), cause = ifelse(when <= end, apply(times, 1, which.min), 0))
}
only <- function(time, is) ifelse(is & !is.na(is), time, NA)

# --- Curves ---------------------------------------------------------------------------------------------------------

limits <- function(p, se, scale, upper) {
  if (is.na(p) || p <= 0 || p >= 1) return(c(NA, NA))
  if (scale == "plain") return(c(max(0, p - z * se), min(1, p + z * se)))
  w <- z * se / abs(p * log(p))
  c(p^exp(w), p^exp(-w))
}
# Past the last time nothing is known, unless nobody was left without an event.
known <- function(o, at) at <= max(o$time) || all(o$cause[o$time == max(o$time)] > 0)

survived <- function(o, at, scale) {
  n <- length(o$time)
  fit <- survfit(Surv(o$time, o$cause > 0) ~ 1, conf.type = scale, timefix = FALSE)
  read <- summary(fit, times = at, extend = TRUE)
  p <- if (known(o, at)) read$surv else NA
  half <- quantile(fit, .5)
  c(n, sum(o$cause > 0), at, sum(o$time >= at), p, if (is.na(p)) NA else read$std.err,
    if (is.na(p) || p == 0 || p == 1) c(NA, NA) else c(read$lower, read$upper),
    half$quantile, half$lower, half$upper)
}
# Aalen-Johansen with Aalen's variance, as cmprsk has it.
happened <- function(o, cause, at, scale) {
  n <- length(o$time)
  p <- 0; v <- 0
  if (any(o$cause == cause & o$time <= at)) {
    read <- timepoints(cuminc(o$time, o$cause), at)
    row <- which(sub(".* ", "", rownames(read$est)) == cause)
    last <- max(o$time)
    if (at > last) read <- timepoints(cuminc(o$time, o$cause), last)
    p <- read$est[row, 1]; v <- read$var[row, 1]
  }
  if (!known(o, at)) p <- v <- NA
  c(n, sum(o$cause == cause), at, sum(o$time >= at), p, sqrt(v), limits(p, sqrt(v), scale), NA, NA, NA)
}
estimate <- function(o, cause, at, scale) if (is.na(cause)) survived(o, at, scale) else happened(o, cause, at, scale)
pick <- function(o, use) list(time = o$time[use], cause = o$cause[use])

# Without events there is nothing to test.
logrank <- function(o, g) {
  if (!any(o$cause > 0)) return(c(NA, NA))
  t <- survdiff(Surv(o$time, o$cause > 0) ~ g); c(t$chisq, length(t$n) - 1)
}
gray <- function(o, g, cause) if (any(o$cause == cause)) cuminc(o$time, o$cause, g)$Tests[as.character(cause), c("stat", "df")] else c(NA, NA)
p_of <- function(test) c(test, pchisq(test[1], test[2], lower.tail = FALSE))

# A view of curves: `causes` is NA for survival, else what the events are called, the plotted first.
curves <- function(view, o, by = NULL, levels = NULL, use = TRUE, at, causes = NA, number = seq_along(causes), scale = "log-log") {
  use <- rep_len(use, length(o$time)) & !is.na(o$time)
  if (is.null(by)) {
    o <- pick(o, use)
    for (k in seq_along(causes))
      put(view, "estimates", "all", if (is.na(causes[k])) "" else causes[k], estimate(o, if (is.na(causes[k])) NA else number[k], at, scale))
    return(invisible())
  }
  use <- use & !is.na(by)
  o <- pick(o, use); g <- factor(by[use], levels = levels)
  plotted <- if (is.na(causes[1])) NA else number[1]
  rows <- lapply(levels, function(l) estimate(pick(o, g == l), plotted, at, scale))
  for (k in seq_along(levels)) put(view, "estimates", levels[k], if (is.na(causes[1])) "" else causes[1], rows[[k]])
  for (k in seq_along(causes))
    put(view, "tests", if (is.na(causes[k])) "" else causes[k],
        c(p_of(if (is.na(causes[k])) logrank(o, g) else gray(o, g, number[k])), length(g)))
  for (k in seq_along(levels)[-1]) {
    d <- rows[[k]][5] - rows[[1]][5]; se <- sqrt(rows[[k]][6]^2 + rows[[1]][6]^2)
    put(view, "differences", levels[k], c(at, d, d - z * se, d + z * se, 2 * pnorm(-abs(d / se))))
  }
}

# --- One factor at a time -------------------------------------------------------------------------------------------

ratio <- function(b, se) c(exp(b), exp(b - z * se), exp(b + z * se), 2 * pnorm(-abs(b / se)))
fine_gray <- function(o, cause, X) crr(o$time, o$cause, X, failcode = cause, cencode = 0)
coefficients <- function(o, cause, X) {
  if (is.na(cause)) { fit <- coxph(Surv(o$time, o$cause > 0) ~ X, timefix = FALSE, eps = 1e-13, toler.chol = 1e-14, iter.max = 50); return(cbind(coef(fit), sqrt(diag(fit$var)))) }
  fit <- fine_gray(o, cause, X)
  cbind(fit$coef, sqrt(diag(fit$var)))
}

# Numbers are divided at their median; those that nobody can be divided by are left out, as in every table.
univariable <- function(view, o, factors, at, cause = NA) {
  found <- list()
  for (name in names(factors)) {
    f <- factors[[name]]; x <- f$x
    use <- !is.na(x)
    p <- pick(o, use)
    if (is.null(f$levels)) {
      m <- median(x, na.rm = TRUE)
      levels <- c(paste("\u2264", format(m)), paste(">", format(m)))
      g <- ifelse(x[use] > m, levels[2], levels[1])
    } else { levels <- f$levels[f$levels %in% x[use]]; g <- x[use] }
    if (length(levels) < 2) next
    g <- factor(g, levels = levels)
    rows <- lapply(levels, function(l) estimate(pick(p, g == l), cause, at, "log-log")[c(1, 2, 3, 5, 7, 8)])
    test <- p_of(if (is.na(cause)) logrank(p, g) else gray(p, g, cause))
    ratios <- matrix(NA, length(levels), 4)
    events <- sapply(rows, function(r) r[2])
    if (all(events > 0)) {
      b <- coefficients(p, cause, model.matrix(~ g)[, -1, drop = FALSE])
      for (k in seq_along(levels)[-1]) ratios[k, ] <- ratio(b[k - 1, 1], b[k - 1, 2])
    }
    entry <- list(levels = levels, rows = rows, test = test, ratios = ratios, unknown = sum(!use))
    if (is.null(f$levels)) {
      b <- if (sum(events) > 0) coefficients(p, cause, cbind(x[use] - mean(x[use]))) else cbind(NA, NA)
      entry$unit <- c(length(p$time), sum(if (is.na(cause)) p$cause > 0 else p$cause == cause), ratio(b[1, 1], b[1, 2]))
    }
    found[[name]] <- entry
  }
  tested <- sapply(found, function(e) e$test[[3]])
  holm <- p.adjust(tested, "holm"); bh <- p.adjust(tested, "BH")
  for (name in names(found)) {
    e <- found[[name]]
    adjusted <- c(e$test, holm[[name]], bh[[name]])
    for (k in seq_along(e$levels))
      put(view, "univariable", name, e$levels[k], c(e$rows[[k]][1:2], e$unknown, e$rows[[k]][3:6], adjusted, e$ratios[k, ]))
    if (!is.null(e$unit)) put(view, "univariable", name, "per unit", c(e$unit[1:2], e$unknown, NA, NA, NA, NA, adjusted, e$unit[3:6]))
  }
}

# --- Models ---------------------------------------------------------------------------------------------------------

# Terms: a list of list(x, levels), the first level being the reference, or of list(x, per) for a number.
model <- function(view, kind, o, cause, terms) {
  columns <- lapply(terms, function(t) if (is.null(t$levels)) cbind(t$x) else model.matrix(~ factor(t$x, levels = t$levels))[, -1, drop = FALSE])
  X <- do.call(cbind, columns); place <- rep(seq_along(terms), sapply(columns, ncol))
  happened <- if (is.na(cause)) o$cause > 0 else o$cause == cause
  fit_of <- function(X) if (kind == "fine_gray") fine_gray(o, cause, X) else coxph(Surv(o$time, happened) ~ X, timefix = FALSE, eps = 1e-13, toler.chol = 1e-14, iter.max = 50)
  fit <- fit_of(X); b <- if (kind == "fine_gray") fit$coef else coef(fit); V <- fit$var
  for (t in seq_along(terms)) {
    own <- which(place == t); term <- terms[[t]]
    wald <- drop(b[own] %*% solve(V[own, own, drop = FALSE], b[own]))
    together <- c(wald, length(own), pchisq(wald, length(own), lower.tail = FALSE))
    alone <- fit_of(columns[[t]]); ab <- if (kind == "fine_gray") alone$coef else coef(alone); ase <- sqrt(diag(alone$var))
    rows <- if (is.null(term$levels)) term$per else term$levels
    for (k in seq_along(rows)) {
      j <- if (is.null(term$levels)) 1 else k - 1
      who <- if (is.null(term$levels)) rep(TRUE, length(term$x)) else term$x == rows[k]
      if (j == 0) { own_row <- c(NA, NA, 1, NA, NA, NA, NA); single <- c(1, NA, NA) } else {
        c1 <- b[own[j]]; s1 <- sqrt(V[own[j], own[j]])
        own_row <- c(c1, s1, exp(c1), exp(c1 - z * s1), exp(c1 + z * s1), c1 / s1, 2 * pnorm(-abs(c1 / s1)))
        single <- ratio(ab[j], ase[j])[1:3]
      }
      put(view, "model", kind, names(terms)[t], rows[k], c(sum(who), sum(happened[who]), own_row, together, single))
    }
  }
  wald <- drop(b %*% solve(V, b)); n <- length(o$time); df <- ncol(X)
  P <- function(s) pchisq(s, df, lower.tail = FALSE)
  if (kind == "fine_gray") {
    lr <- 2 * (fit$loglik - fit$loglik.null)
    rest <- rep(NA, 7)
  } else {
    lr <- 2 * diff(fit$loglik); c2 <- concordance(fit); zph <- cox.zph(fit, transform = "km", terms = FALSE)$table
    rest <- c(fit$score, P(fit$score), c2$concordance, sqrt(c2$var), zph["GLOBAL", c("chisq", "df", "p")])
  }
  put(view, "model-fit", kind, c(n, sum(happened), 0, sum(happened) / df, lr, df, P(lr), wald, P(wald), rest))
}

# --- Who the patients are -------------------------------------------------------------------------------------------

characteristics <- function(view, variables, by = NULL, levels = NULL) {
  strata <- c(list(all = rep(TRUE, length(variables[[1]]$x))), if (!is.null(by)) lapply(setNames(levels, levels), function(l) by == l))
  for (name in names(variables)) {
    v <- variables[[name]]
    for (s in names(strata)) {
      x <- v$x[strata[[s]]]; gap <- sum(is.na(x)); x <- x[!is.na(x)]
      if (is.null(v$levels)) {
        q <- quantile(x, c(.5, .25, .75, 0, 1))
        put(view, "characteristics", name, "", s, c(length(x), NA, gap, q, mean(x), sd(x)))
      } else for (l in v$levels[v$levels %in% v$x])
        put(view, "characteristics", name, l, s, c(sum(x == l), 100 * sum(x == l) / length(x), gap, rep(NA, 7)))
    }
  }
}

# --- The sample study -----------------------------------------------------------------------------------------------

options(scipen = 20)
d <- read.csv(file.path(sample, "blinatumomab-hsct.csv"), na.strings = "", colClasses = "character", check.names = FALSE)
numeric <- c("age_years", "year_of_transplant", "lymphocytes_per_ul", "days_blina_to_hsct", "mrd_level_pre_hsct", "neutrophil_engraftment_days",
             "platelet_engraftment_days", grep("_months$", names(d), value = TRUE))
for (v in numeric) d[[v]] <- as.numeric(d[[v]])
end <- d$follow_up_months
relapse <- only(d$relapse_months, d$relapse == "1")
death <- only(end, d$status == "dead")
agvhd <- function(grade) only(d$agvhd_months, as.integer(d$agvhd_grade) >= grade)
chronic <- only(d$cgvhd_months, d$cgvhd_any == "yes")
severe <- only(d$cgvhd_months, d$cgvhd_severity %in% c("moderate", "severe"))
os <- first(death, end = end)
dfs <- first(relapse, death, end = end)
cir <- dfs
grfs <- first(agvhd(3), severe, relapse, death, end = end)
after <- first(death - relapse, end = end - relapse)
ivig <- first(only(d$ivig_months, d$ivig_independent == "1"), end = d$ivig_months)
two <- c("relapse", "death")
three <- function(what) c(what, "relapse", "death")
S <- "blinatumomab-hsct"
view <- function(name) paste(S, "|", name)
remission <- ifelse(d$disease_phase == "CR1", "CR1", "CR2/3")
later <- d$disease_phase != "CR1"; second <- d$disease_phase == "CR2"
yes <- c("no", "yes")

curves(view("Figure 1A: disease-free survival"), dfs, at = 24)
curves(view("Figure 1A: overall survival"), os, at = 24)
curves(view("Figure 1B: relapse and non-relapse mortality"), cir, at = 24, causes = two)
curves(view("Figure 1C: GvHD-free, relapse-free survival"), grfs, at = 24)
curves(view("Figure 1D: acute GvHD grade 2–4"), first(agvhd(2), relapse, death, end = end), at = 100 / 30.4375, causes = three("acute GvHD grade 2–4"))
curves(view("Figure 1D: chronic GvHD"), first(chronic, relapse, death, end = end), at = 24, causes = three("chronic GvHD"))
curves(view("Figure 2A: disease-free survival by remission"), dfs, remission, c("CR1", "CR2/3"), at = 24)
curves(view("Figure 2B: relapse by remission"), cir, remission, c("CR1", "CR2/3"), at = 24, causes = two)
curves(view("Figure 2C: relapse by inotuzumab, CR2/3"), cir, d$inotuzumab, yes, later, at = 24, causes = two)
curves(view("Figure 2D: disease-free survival by inotuzumab, CR2/3"), dfs, d$inotuzumab, yes, later, at = 24)
curves(view("Figure S1: relapse by very early relapse, CR2"), cir, d$very_early_relapse, yes, second, at = 24, causes = two)
curves(view("Figure S2: acute GvHD by cycles of blinatumomab"), first(agvhd(1), relapse, death, end = end), d$blina_cycles, c("1", "2"), at = 24, causes = three("acute GvHD"))
curves(view("Figure S2: chronic GvHD by cycles of blinatumomab"), first(chronic, relapse, death, end = end), d$blina_cycles, c("1", "2"), at = 24, causes = three("chronic GvHD"))
curves(view("Text: overall survival at 48 months"), os, at = 48, scale = "plain")
curves(view("Text: moderate or severe chronic GvHD"), first(severe, relapse, death, end = end), at = 24, causes = three("moderate or severe chronic GvHD"))
curves(view("Text: overall survival after relapse"), after, at = 24, scale = "plain")
curves(view("Text: independence from immunoglobulin"), ivig, at = 48)

of <- function(name, levels = NULL) list(x = d[[name]], levels = levels)
labels <- c("normal", "BCR-ABL1", "ETV6-RUNX1", "KMT2A-AFF1", "KMT2Ar_other", "IKZF1plus", "hypodiploidy", "JAK2r", "Ph_like", "complex_karyotype",
            "constitutional_trisomy_21", "hyperdiploidy", "TCF3-PBX1", "TCF3-HLF", "not_available")
levels_of <- list(
  sex = c("M", "F"), age_years = NULL, age_group = c("0-3", "4-12", ">12"), year_of_transplant = NULL, disease_phase = c("CR1", "CR2", "CR3"),
  disease_status_pre_blina = c("no_CR", "CR1", "CR2", "CR3"), risk_classification = c("low", "intermediate"), cytogenetics = labels,
  high_risk_cytogenetics = yes, ikzf1plus_poor_mrd = yes, no_cr_day33 = yes, very_early_relapse = yes, very_high_risk_feature = yes,
  donor_type = c("MSD", "MUD", "MMUD", "MMFD"), graft = c("unmanipulated", "TCD"), graft_source = c("BM", "PBSC"), donor_sex = c("M", "F"),
  donor_recipient_sex_mismatch = yes, ab0_major_mismatch = yes, isohemagglutinin_titre = c("undetectable", "1:1", "1:2", "1:4", "1:8"),
  conditioning = c("TBI-VP16", "TBI-TT-FLU", "TBI-TT-MEL", "busulfan"), conditioning_group = c("TBI", "chemotherapy"),
  gvhd_prophylaxis = c("CSA-MTX", "none"), atlg = yes, blina_indication = c("refractory", "mrd_negativization", "consolidation"),
  mrd_pre_blina = c("negative", "positive"), blina_cycles = c("1", "2"), lymphocytes_per_ul = NULL, lymphocytes_group = c("<=720", ">720"),
  bcell_aplasia = yes, inotuzumab = yes, chemo_free = yes,
  reinduction = c("chemotherapy+blinatumomab", "chemotherapy+inotuzumab+blinatumomab", "dexamethasone+ponatinib+blinatumomab", "frontline+blinatumomab", "inotuzumab+blinatumomab"),
  days_blina_to_hsct = NULL, days_blina_to_hsct_group = c("<=23", ">23"), mrd_pre_hsct = c("negative", "positive"), mrd_level_pre_hsct = NULL)
d$period <- ifelse(d$year_of_transplant <= 2019, "2016–2019", "2020–2023")
d$cr_at_hsct <- remission
levels_of <- c(levels_of, list(period = c("2016–2019", "2020–2023"), cr_at_hsct = c("CR1", "CR2/3")))
factors <- lapply(setNames(names(levels_of), names(levels_of)), function(n) of(n, levels_of[[n]]))
univariable(view("Table 2: relapse, one factor at a time"), cir, factors, 24, cause = 1)
univariable(view("Table 3: disease-free survival, one factor at a time"), dfs, factors, 24)
univariable(view("Table 3: overall survival, one factor at a time"), os, factors, 24)
curves(view("Table 3: overall survival by inotuzumab, CR2/3"), os, d$inotuzumab, yes, later, at = 24)
curves(view("Table 3: disease-free survival by very early relapse, CR2"), dfs, d$very_early_relapse, yes, second, at = 24)
curves(view("Table 3: overall survival by very early relapse, CR2"), os, d$very_early_relapse, yes, second, at = 24)

terms <- list(
  age_score = list(x = match(d$age_group, c("0-3", "4-12", ">12")), per = "per unit"),
  cr_number = list(x = as.integer(substr(d$disease_phase, 3, 3)), per = "per unit"),
  graft = list(x = d$graft, levels = c("TCD", "unmanipulated")), high_risk_cytogenetics = list(x = d$high_risk_cytogenetics, levels = yes),
  conditioning_group = list(x = d$conditioning_group, levels = c("chemotherapy", "TBI")))
model(view("Table 4: model for relapse"), "fine_gray", cir, 1, terms)
model(view("Table 4: model for relapse"), "cause_specific", cir, 1, terms)
model(view("Table 4: model for disease-free survival"), "cox", dfs, NA, terms)
model(view("Table 4: model for overall survival"), "cox", os, NA, terms)

# What is recorded after the transplant is in Table 1 too, and so is what is made of the endpoints.
recorded <- c(levels_of[1:which(names(levels_of) == "mrd_level_pre_hsct")], list(
  post_hsct_tki = yes, primary_graft_failure = yes, neutrophil_engraftment_days = NULL, platelet_engraftment_days = NULL, agvhd_g2_4 = yes,
  relapse_site = c("BM", "BM+CNS", "CNS", "eye+testis", "skin+pancreas"), relapse_cd19 = "positive", salvage = c("CAR-T", "inotuzumab", "other"), car_t = yes,
  car_t_response = c("CR", "no_response"), cause_of_death = c("relapse", "idiopathic_pneumonia", "adenovirus_infection"), os_months = NULL,
  os_event = c("0", "1"), dfs_months = NULL, dfs_event = c("0", "1"), first_event = c("none", "relapse", "nrm"), grfs_months = NULL,
  grfs_event = c("0", "1"), period = levels_of$period, cr_at_hsct = levels_of$cr_at_hsct))
characteristics(view("Table 1: characteristics"), lapply(setNames(names(recorded), names(recorded)), function(n) of(n, recorded[[n]])))

# --- Klein and Moeschberger's transplants ---------------------------------------------------------------------------

d <- read.csv(file.path(sample, "bmt.csv"), check.names = FALSE)
S <- "bmt"
at <- 24 * 30.4375
dfs <- list(time = d$dfs_days, cause = match(d$first_event, c("none", "relapse", "death")) - 1)
trm <- list(time = d$dfs_days, cause = c(none = 0, death = 1, relapse = 2)[d$first_event])
os <- list(time = d$os_days, cause = as.integer(d$died == "yes"))
relapse <- only(d$dfs_days, d$first_event == "relapse"); death <- only(d$dfs_days, d$first_event == "death")
event <- function(time, is) first(only(time, is), relapse, death, end = d$os_days)
competing <- c("relapse", "death in remission")
groups <- c("ALL", "AML low-risk", "AML high-risk")
curves(view("Disease-free survival by disease group"), dfs, d$disease, groups, at = at)
curves(view("Overall survival by disease group"), os, d$disease, groups, at = at)
curves(view("Relapse and death in remission"), dfs, at = at, causes = competing)
curves(view("Relapse by disease group"), dfs, d$disease, groups, at = at, causes = competing)
curves(view("Death in remission by disease group"), trm, d$disease, groups, at = at, causes = rev(competing))
curves(view("Disease-free survival by FAB type, AML only"), dfs, d$fab45, yes, d$disease != "ALL", at = at)
curves(view("Disease-free survival by methotrexate"), dfs, d$mtx, yes, at = at)
curves(view("Acute GvHD"), event(d$agvhd_days, d$agvhd == "yes"), at = 100, causes = c("acute GvHD", competing))
# The chronic GvHD of KM-127 comes after death: it is none.
curves(view("Chronic GvHD"), event(d$cgvhd_days, d$cgvhd == "yes" & d$cgvhd_days <= d$os_days), at = at, causes = c("chronic GvHD", competing))
curves(view("Platelet recovery"), event(d$platelet_days, d$platelets_recovered == "yes"), at = 30, causes = c("platelet recovery", competing))
landmark <- d$dfs_days > 100
curves(view("Disease-free survival from day 100 on, by disease group"), list(time = dfs$time - 100, cause = dfs$cause), d$disease, groups, landmark, at = at)

levels_of <- list(
  disease = groups, patient_age = NULL, donor_age = NULL, patient_sex = c("female", "male"), donor_sex = c("female", "male"), patient_cmv = c("negative", "positive"),
  donor_cmv = c("negative", "positive"), wait_days = NULL, fab45 = yes, hospital = c("Ohio State", "Alfred", "St Vincent", "Hahnemann"), mtx = yes)
factors <- lapply(setNames(names(levels_of), names(levels_of)), function(n) of(n, levels_of[[n]]))
characteristics(view("Patients by disease group"), factors[-1], d$disease, groups)
univariable(view("Disease-free survival, one factor at a time"), dfs, factors, at)
univariable(view("Relapse, one factor at a time"), dfs, factors, at, cause = 1)
terms <- list(disease = list(x = d$disease, levels = groups), fab45 = list(x = d$fab45, levels = yes), mtx = list(x = d$mtx, levels = yes),
              patient_age = list(x = d$patient_age / 10, per = "per 10"), donor_age = list(x = d$donor_age / 10, per = "per 10"))
model(view("Model for disease-free survival"), "cox", dfs, NA, terms)
model(view("Model for relapse"), "fine_gray", dfs, 1, terms)
model(view("Model for relapse"), "cause_specific", dfs, 1, terms)

lines <- mapply(function(name, x) {
  x <- ifelse(is.finite(x), sprintf("%.15g", x), "null")
  sprintf('  "%s": [%s]', name, paste(x, collapse = ", "))
}, names(answers), answers)
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(here, "views.json"))
