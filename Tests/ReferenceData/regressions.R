# What R says of single factors and of regressions on several covariates in the sample study.
# Writes regressions.json beside it.  Usage: Rscript regressions.R  (R 4.2.2, survival 3.5-3, cmprsk 2.2-11)
suppressMessages({ library(survival); library(cmprsk) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
d <- read.csv(file.path(here, "../../sample-data/blinatumomab-hsct.csv"), stringsAsFactors = FALSE, na.strings = c("", "NA"))
answers <- list()
put <- function(name, x) answers[[name]] <<- as.vector(unlist(x))
ratios <- function(b, se) list(exp(b), exp(b - qnorm(.975) * se), exp(b + qnorm(.975) * se), 2 * pnorm(-abs(b / se)))

# One factor: n, events, unknown, test, ratios of Cox's model.
cox_factor <- function(name, time, event, x) {
  use <- !is.na(x); t <- time[use]; e <- event[use]; g <- droplevels(factor(x[use], levels = unique(sort(x))))
  put(paste0(name, "/n"), table(g)); put(paste0(name, "/events"), tapply(e, g, sum)); put(paste0(name, "/unknown"), sum(!use))
  test <- survdiff(Surv(t, e) ~ g); put(paste0(name, "/test"), c(test$chisq, length(test$n) - 1))
  fit <- coxph(Surv(t, e) ~ g); s <- sqrt(diag(fit$var)); r <- ratios(coef(fit), s)
  for (k in 1:4) put(paste0(name, "/ratio", k), r[[k]])
}
gray_factor <- function(name, time, cause, x) {
  use <- !is.na(x); t <- time[use]; k <- cause[use]; g <- droplevels(factor(x[use], levels = unique(sort(x))))
  put(paste0(name, "/n"), table(g)); put(paste0(name, "/events"), tapply(k == 1, g, sum)); put(paste0(name, "/unknown"), sum(!use))
  put(paste0(name, "/test"), cuminc(t, k, g)$Tests[1, c("stat", "df")])
  fit <- crr(t, k, model.matrix(~ g)[, -1, drop = FALSE]); r <- ratios(fit$coef, sqrt(diag(fit$var)))
  for (j in 1:4) put(paste0(name, "/ratio", j), r[[j]])
}
fit_of <- function(name, fit) {
  s <- summary(fit); b <- coef(fit); se <- sqrt(diag(fit$var)); r <- ratios(b, se)
  put(paste0(name, "/coefficient"), b); put(paste0(name, "/error"), se); put(paste0(name, "/low"), r[[2]]); put(paste0(name, "/high"), r[[3]]); put(paste0(name, "/P"), r[[4]])
  put(paste0(name, "/tests"), c(s$logtest[1], s$waldtest[1], s$sctest[1]))
  put(paste0(name, "/exact Wald"), t(b) %*% solve(fit$var, b))
  put(paste0(name, "/concordance"), s$concordance)
  z <- cox.zph(fit, transform = "km")$table; put(paste0(name, "/zph"), z[, "chisq"])
}

d$cause <- ifelse(d$first_event == "relapse", 1, ifelse(d$first_event == "nrm", 2, 0))
later <- d[d$disease_phase %in% c("CR2", "CR3"), ]
cox_factor("phase", d$dfs_months, d$dfs_event, d$disease_phase)
cox_factor("age", d$dfs_months, d$dfs_event, ifelse(d$age_years > median(d$age_years), "b high", "a low"))
cox_factor("very early relapse, CR2 and CR3", later$dfs_months, later$dfs_event, later$very_early_relapse)
after <- later[later$dfs_months > 3, ]
time <- pmin(after$dfs_months, 30) - 3; event <- ifelse(after$dfs_months > 30, 0, after$dfs_event)
cox_factor("window", time, event, after$inotuzumab)
unit <- coxph(Surv(time, event) ~ age_years, data = after); r <- ratios(coef(unit), sqrt(unit$var[1, 1]))
put("window/per unit", r)
put("window/median", median(after$age_years))
gray_factor("incidence", d$dfs_months, d$cause, d$inotuzumab)
gray_factor("incidence, CR2 and CR3", later$dfs_months, later$cause, later$blina_cycles)
unit <- crr(d$dfs_months, d$cause, cbind(d$age_years - mean(d$age_years)))
put("incidence/per unit", ratios(unit$coef, sqrt(unit$var[1, 1])))

d$phase <- factor(d$disease_phase, levels = c("CR2", "CR1", "CR3"))
fit_of("model", coxph(Surv(dfs_months, dfs_event) ~ phase + I(age_years / 10), data = d))
fit_of("model of age cut", coxph(Surv(dfs_months, dfs_event) ~ cut(age_years, c(-Inf, 4, 12, Inf)) + log(days_blina_to_hsct), data = d[d$days_blina_to_hsct > 0, ]))
known <- d[!is.na(d$very_early_relapse), ]
fit_of("cause-specific", coxph(Surv(dfs_months, cause == 1) ~ inotuzumab + very_early_relapse, data = known))
X <- model.matrix(~ inotuzumab + very_early_relapse, known)[, -1]
fit <- crr(known$dfs_months, known$cause, X); r <- ratios(fit$coef, sqrt(diag(fit$var)))
put("fine-gray/coefficient", fit$coef); put("fine-gray/error", sqrt(diag(fit$var))); put("fine-gray/P", r[[4]])
put("fine-gray/likelihood ratio", 2 * (fit$loglik - fit$loglik.null))
put("fine-gray/Wald", t(fit$coef) %*% solve(fit$var, fit$coef))
full <- crr(known$dfs_months, known$cause, X, gtol = 1e-12, maxiter = 50); put("fine-gray/converged", full$coef)

# Firth's penalised likelihood, written out: l(b) + log |I(b)| / 2, both from R's own coxph held at b.
# Breslow's ties, as R's coxphf has them.  Limits: where the profile has fallen by qchisq(.95, 1) / 2.
firth_of <- function(name, at, k) {
  penalised <- function(b) { f <- tryCatch(at(b), error = function(e) NULL); if (is.null(f)) -1e10 else f$loglik[1] - as.numeric(determinant(if (is.null(f$naive.var)) f$var else f$naive.var)$modulus) / 2 }
  best <- function(fixed = rep(NA, k)) {
    free <- is.na(fixed)
    if (!any(free)) return(list(value = penalised(fixed)))
    whole <- function(b) { x <- fixed; x[free] <- b; x }
    climb <- function(b) optim(b, function(b) -penalised(whole(b)), method = "BFGS", control = list(reltol = 1e-15, maxit = 500), gr = function(b) {
      sapply(seq_along(b), function(j) { e <- replace(numeric(length(b)), j, 1e-4); f <- function(s) -penalised(whole(b + s * e)); (8 * (f(1) - f(-1)) - (f(2) - f(-2))) / 12e-4 }) })
    found <- climb(climb(numeric(sum(free)))$par)
    list(par = whole(found$par), value = -found$value)
  }
  top <- best(); f <- at(top$par); v <- if (is.null(f$naive.var)) f$var else f$naive.var
  put(paste0(name, "/coefficient"), top$par); put(paste0(name, "/error"), sqrt(diag(v)))
  limits <- sapply(seq_len(k), function(j) {
    loss <- function(x) 2 * (top$value - best(replace(rep(NA, k), j, x))$value) - qchisq(.95, 1)
    s <- sqrt(v[j, j]); end <- function(side) { x <- side * s; while (loss(top$par[j] + x) < 0) x <- 2 * x; uniroot(loss, sort(top$par[j] + c(0, x)), tol = 1e-10)$root }
    c(end(-1), end(1))
  })
  put(paste0(name, "/low"), exp(limits[1, ])); put(paste0(name, "/high"), exp(limits[2, ]))
  put(paste0(name, "/test"), sapply(seq_len(k), function(j) 2 * (top$value - best(replace(rep(NA, k), j, 0))$value)))
  put(paste0(name, "/likelihood ratio"), 2 * (top$value - penalised(numeric(k))))
}
firth_cox <- function(name, y, X) firth_of(name, function(b) coxph(y ~ X, init = b, ties = "breslow", control = coxph.control(iter.max = 0)), ncol(X))
firth_fine_gray <- function(name, time, cause, X) {
  # Who had a competing event stays at risk with weight G(t-) / G(x-), as in crr.
  censoring <- survfit(Surv(time, cause == 0) ~ 1); G <- function(t) c(1, censoring$surv)[findInterval(t, censoring$time, left.open = TRUE) + 1]
  events <- sort(unique(time[cause == 1]))
  long <- do.call(rbind, lapply(seq_along(time), function(i) {
    after <- if (cause[i] == 2) events[events > time[i]] else numeric(0)
    stops <- c(time[i], after)
    data.frame(i, start = c(0, head(stops, -1)), stop = stops, event = c(cause[i] == 1, rep(FALSE, length(after))), w = c(1, G(after) / G(time[i])))
  }))
  Z <- X[long$i, , drop = FALSE]
  firth_of(name, function(b) coxph(Surv(start, stop, event) ~ Z, data = long, weights = w, init = b, ties = "breslow", robust = FALSE, control = coxph.control(iter.max = 0)), ncol(X))
}
d$poor <- as.numeric(d$ikzf1plus_poor_mrd == "yes")
firth_cox("firth alone", with(d[!is.na(d$poor), ], Surv(dfs_months, dfs_event)), cbind(d$poor[!is.na(d$poor)]))
use <- !is.na(d$poor)
firth_cox("firth", Surv(d$dfs_months, d$dfs_event)[use], cbind(d$poor, d$age_years / 10)[use, ])
P <- model.matrix(~ factor(d$disease_phase))[, -1]
firth_fine_gray("firth fine-gray", d$dfs_months, d$cause, unname(P))

# An interaction in strata; and what is lost where a term is left out.
d$a <- d$age_years / 10
full <- coxph(Surv(dfs_months, dfs_event) ~ a * inotuzumab + strata(graft), data = d)
fit_of("interaction", full)
put("interaction/without", anova(coxph(Surv(dfs_months, dfs_event) ~ a + inotuzumab + strata(graft), data = d), full)$Chisq[2])
levels <- coxph(Surv(dfs_months, dfs_event) ~ graft * sex, data = d)
fit_of("interaction of levels", levels)
put("model/without", drop1(coxph(Surv(dfs_months, dfs_event) ~ phase + I(age_years / 10), data = d))$AIC[-1] + c(4, 2) - AIC(coxph(Surv(dfs_months, dfs_event) ~ phase + I(age_years / 10), data = d)))

# Standardised to all patients: the mean of what the model predicts with everybody in one arm.
adjusted <- function(fit, set) sapply(set, function(nd) rowMeans(summary(survfit(fit, newdata = nd), times = c(6, 12, 24))$surv))
set_phase <- lapply(levels(d$phase), function(l) transform(d, phase = factor(l, levels = levels(d$phase))))
fit <- coxph(Surv(dfs_months, dfs_event) ~ phase + a, data = d)
S <- adjusted(fit, set_phase); for (k in seq_along(set_phase)) put(paste0("adjusted/", levels(d$phase)[k]), S[, k])
crossed <- coxph(Surv(dfs_months, dfs_event) ~ a * inotuzumab, data = d)
S <- adjusted(crossed, lapply(c("no", "yes"), function(l) transform(d, inotuzumab = l))); put("adjusted crossed/no", S[, 1]); put("adjusted crossed/yes", S[, 2])
Z <- cbind(d$inotuzumab == "yes", d$age_years); fg <- crr(d$dfs_months, d$cause, Z)
for (l in 0:1) { p <- predict(fg, cbind(l, d$age_years)); put(paste0("adjusted incidence/", c("no", "yes")[l + 1]), rowMeans(p[, -1])[findInterval(c(6, 12, 24), p[, 1])]) }
# Its standard error over patients drawn anew, 4,000 times: good to one or two in a hundred.
set.seed(1)
draws <- replicate(4000, { r <- d[sample(nrow(d), replace = TRUE), ]; f <- coxph(Surv(dfs_months, dfs_event) ~ a + inotuzumab, data = r)
  sapply(c("no", "yes"), function(l) mean(summary(survfit(f, newdata = transform(r, inotuzumab = l)), times = 12, extend = TRUE)$surv)) })
put("adjusted/error", apply(draws, 1, sd)); put("adjusted/low", apply(draws, 1, quantile, .025)); put("adjusted/high", apply(draws, 1, quantile, .975))

lines <- mapply(function(name, x) {
  x <- sprintf("%.15g", as.numeric(x))
  x[x %in% c("NA", "NaN", "Inf", "-Inf")] <- "null"
  sprintf('  "%s": [%s]', name, paste(x, collapse = ", "))
}, names(answers), answers)
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(here, "regressions.json"))
