# What R says about the library's own questions: landmark and end of follow-up, weights, baseline hazards, predictions,
# residuals.  Writes library.json beside it.  Usage: Rscript library.R  (R 4.2.2, survival 3.5-3, cmprsk 2.2-11)
suppressMessages({ library(survival); library(cmprsk) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
read <- function(name) read.csv(file.path(here, paste0(name, ".csv")))
answers <- list()
put <- function(name, x) answers[[name]] <<- as.vector(x)

awkward <- read("awkward")
awkward$event <- awkward$status != 0

for (mark in c(5, 7.5)) {
  late <- awkward[awkward$time > mark, ]
  late$time <- late$time - mark
  late$entry <- pmax(late$entry - mark, -1)  # before the start of the new clock
  fit <- survfit(Surv(entry, time, event) ~ 1, data = late, timefix = FALSE)
  name <- paste0("landmark/", mark, "/")
  put(paste0(name, "n"), nrow(late))
  put(paste0(name, "time"), fit$time)
  put(paste0(name, "n.risk"), fit$n.risk)
  put(paste0(name, "surv"), fit$surv)
}
for (end in c(6, 7.5)) {
  early <- awkward[awkward$entry < end, ]
  early$event <- early$event & early$time <= end
  early$time <- pmin(early$time, end)
  fit <- survfit(Surv(entry, time, event) ~ 1, data = early, timefix = FALSE)
  name <- paste0("censored/", end, "/")
  put(paste0(name, "n"), nrow(early))
  put(paste0(name, "time"), fit$time)
  put(paste0(name, "n.risk"), fit$n.risk)
  put(paste0(name, "n.censor"), fit$n.censor)
  put(paste0(name, "surv"), fit$surv)
}

veteran <- read("veteran")
bmt <- read("bmt")
sampling <- function(n) 0.5 + (seq_len(n) * 7) %% 11 / 4
frequency <- function(n) 1 + seq_len(n) %% 3
exact <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50, timefix = FALSE)

# Weighted survival and incidence.
curve <- function(name, fit) {
  put(paste0(name, "/time"), fit$time)
  put(paste0(name, "/n.risk"), fit$n.risk)
  put(paste0(name, "/surv"), fit$surv)
  put(paste0(name, "/std.err"), summary(fit, censored = TRUE)$std.err)
  put(paste0(name, "/lower"), fit$lower)
  put(paste0(name, "/upper"), fit$upper)
}
curve("km/sampling", survfit(Surv(time, status) ~ 1, veteran, weights = sampling(nrow(veteran)),
                             conf.type = "log-log", timefix = FALSE))
curve("km/frequency", survfit(Surv(time, status) ~ 1, veteran, weights = frequency(nrow(veteran)),
                              conf.type = "log-log", timefix = FALSE))
curve("km/late", survfit(Surv(entry, time, event) ~ 1, awkward, weights = sampling(nrow(awkward)), robust = TRUE,
                         id = seq_len(nrow(awkward)), conf.type = "log-log", timefix = FALSE))
put("km/sampling/median", quantile(survfit(Surv(time, status) ~ 1, veteran, weights = sampling(nrow(veteran)),
                                           conf.type = "log-log", timefix = FALSE), 0.5))
incidence <- function(name, fit, times) {
  at <- summary(fit, times = times)
  put(paste0(name, "/at"), times)
  for (cause in 1:2) {
    put(paste0(name, "/cif", cause), at$pstate[, 1 + cause])
    put(paste0(name, "/se", cause), at$std.err[, 1 + cause])
  }
}
incidence("aj/sampling", survfit(Surv(time, factor(status)) ~ 1, bmt, weights = sampling(nrow(bmt)),
                                 id = seq_len(nrow(bmt)), timefix = FALSE), c(50, 100, 365, 730, 2000))
incidence("aj/late", survfit(Surv(entry, time, factor(status)) ~ 1, awkward, weights = sampling(nrow(awkward)),
                             id = seq_len(nrow(awkward)), timefix = FALSE), c(3, 6, 9, 12))

# Cox models: plain, weighted, repeated; ordinary, and with delayed entry and strata.
model <- function(name, fit) {
  put(paste0(name, "/coef"), coef(fit))
  put(paste0(name, "/var"), fit$var)
  put(paste0(name, "/loglik"), fit$loglik)
  put(paste0(name, "/concordance"), c(concordance(fit, timefix = FALSE)$concordance,
                                      sqrt(concordance(fit, timefix = FALSE)$var)))
}
again <- function(data) data[rep(seq_len(nrow(data)), frequency(nrow(data))), ]
for (ties in c("efron", "breslow")) {
  for (data in c("veteran", "awkward")) {
    formula <- if (data == "veteran") Surv(time, status) ~ karno + age
               else Surv(entry, time, event) ~ dose + I(stage == "III") + strata(site)
    fit <- function(d, ...) do.call(coxph, list(formula, d, ties = ties, control = exact, x = TRUE, nocenter = NULL, ...))
    rows <- if (data == "veteran") veteran else awkward
    n <- nrow(rows)
    fits <- list(plain = fit(rows), sampling = fit(rows, weights = sampling(n), cluster = seq_len(n)),
                 frequency = fit(again(rows)))
    new <- if (data == "veteran") data.frame(karno = c(60, 30), age = c(50, 70))
           else data.frame(dose = c(0.5, -1), stage = c("III", "I"), site = c("b", "b"))
    for (kind in names(fits)) {
      name <- paste("cox", data, ties, kind, sep = "/")
      f <- fits[[kind]]
      model(name, f)
      if (data == "veteran" || kind == "frequency") put(paste0(name, "/zph"), cox.zph(f, "km")$table[, "p"])
      for (centred in c(TRUE, FALSE)) {
        b <- basehaz(f, centered = centred)
        if (data == "awkward") b <- b[b$strata == "b" | b$strata == "site=b", ]
        keep <- which(diff(c(0, b$hazard)) > 0)
        put(paste0(name, "/basehaz", if (centred) "/means" else "/zero"), b$hazard[keep])
        put(paste0(name, "/times"), b$time[keep])
      }
      for (scale in c("log", "log-log", "plain")) {
        s <- survfit(f, new[1, ], conf.type = scale)
        s <- summary(s, times = if (data == "veteran") c(30, 100, 365) else c(4, 8, 12))
        put(paste(name, scale, "surv", sep = "/"), s$surv)
        put(paste(name, scale, "se", sep = "/"), s$std.err)
        put(paste(name, scale, "lower", sep = "/"), s$lower)
        put(paste(name, scale, "upper", sep = "/"), s$upper)
      }
      if (kind != "frequency") {
        for (type in c("martingale", "deviance", "score", "dfbeta", "schoenfeld", "scaledsch"))
          put(paste(name, type, sep = "/"), t(residuals(f, type = type)))
      }
    }
    later <- transform(rows[1:20, ], status = 1, event = TRUE)
    put(paste("cox", data, ties, "expected", sep = "/"), predict(fits$plain, newdata = later, type = "expected"))
  }
}

# Fine-Gray: frequencies as repeated rows.  For sampling weights the weighted risk sets are written out, G being estimated
# with the weights as well, which survival::finegray(weights =) does not.
columns <- function(d) cbind(d$patient_age, d$donor_age)
repeated <- again(bmt)
fit <- crr(repeated$time, repeated$status, columns(repeated), gtol = 1e-12)
put("finegray/frequency/coef", fit$coef)
put("finegray/frequency/var", fit$var)
bmt$untied <- bmt$time + seq_len(nrow(bmt)) / 1000
bmt$w <- sampling(nrow(bmt))
censoring <- survfit(Surv(untied, status == 0) ~ 1, bmt, weights = bmt$w, se.fit = FALSE, timefix = FALSE)
before <- function(t) c(1, censoring$surv)[findInterval(t, censoring$time, left.open = TRUE) + 1]
ends <- sort(bmt$untied[bmt$status == 1])
long <- do.call(rbind, lapply(seq_len(nrow(bmt)), function(i) {
  row <- bmt[i, c("patient_age", "donor_age")]
  t <- bmt$untied[i]
  own <- cbind(row, start = 0, stop = t, event = bmt$status[i] == 1, weight = bmt$w[i])
  later <- ends[ends > t]
  if (bmt$status[i] != 2 || length(later) == 0) return(own)
  rbind(own, cbind(row[rep(1, length(later)), ], start = c(t, head(later, -1)), stop = later, event = FALSE,
                   weight = bmt$w[i] * before(later) / before(t)))
}))
long <- long[long$weight > 0, ]
fit <- coxph(Surv(start, stop, event) ~ patient_age + donor_age, long, weights = weight, ties = "breslow",
             control = exact)
put("finegray/sampling/coef", coef(fit))

# Concordance of a predictor.
both <- concordance(Surv(time, status) ~ karno, veteran, weights = sampling(nrow(veteran)), timefix = FALSE)
put("concordance/karno", c(both$concordance, sqrt(both$var), both$count[1:3]))

lines <- mapply(function(name, x) {
  x <- sprintf("%.15g", as.numeric(x))
  x[x %in% c("NA", "NaN", "Inf", "-Inf")] <- "null"
  sprintf('  "%s": [%s]', name, paste(x, collapse = ", "))
}, names(answers), answers)
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(here, "library.json"))
