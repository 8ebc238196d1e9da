# How arms of the sample study differ: hazard ratios with their proportional-hazards test, restricted means, pairs,
# weighted tests and the trend.  Rscript Tests/ReferenceData/effects.R > Tests/ReferenceData/effects.json
suppressMessages({ library(survival); library(cmprsk) })
d <- read.csv("sample-data/blinatumomab-hsct.csv")
d <- d[d$disease_phase %in% c("CR1", "CR2", "CR3"), ]
d$phase <- factor(d$disease_phase, levels = c("CR2", "CR1", "CR3"))
d$ino <- factor(d$inotuzumab, levels = c("no", "yes"))
s <- Surv(d$dfs_months, d$dfs_event == 1)
f <- coxph(s ~ ino, d, ties = "efron", eps = 1e-13, toler.chol = 1e-14)
z <- cox.zph(f, transform = "km")
ci <- exp(confint(f))
tau <- min(tapply(d$dfs_months, d$ino, max))
rm1 <- function(level) {
  t <- summary(survfit(s[d$ino == level] ~ 1), rmean = tau)$table
  c(t[["rmean"]], t[["se(rmean)"]])
}
a <- rm1("yes"); b <- rm1("no")
pairs <- sapply(list(c("CR1", "CR2"), c("CR1", "CR3"), c("CR2", "CR3")), function(p) {
  k <- d$disease_phase %in% p
  survdiff(s[k] ~ d$disease_phase[k])$chisq
})
fh <- survdiff(s ~ ino, d, rho = 1)$chisq
# Weighted sums written out.
weighted <- function(w) {
  g <- d$ino == "yes"; t <- sort(unique(s[s[, 2] == 1, 1])); u <- v <- 0; peto <- 1
  for (x in t) {
    r <- s[, 1] >= x; e <- s[, 1] == x & s[, 2] == 1
    n <- sum(r); n1 <- sum(r & g); k <- sum(e); peto <- peto * (1 - k / (n + 1)); h <- w(n, peto)
    u <- u + h * (sum(e & g) - k * n1 / n)
    if (n > 1) v <- v + h^2 * k * (n1 / n) * (1 - n1 / n) * (n - k) / (n - 1)
  }
  u^2 / v
}
ages <- cut(d$age_years, c(-Inf, 4, 12, Inf))
l <- survdiff(s ~ ages); dif <- l$obs - l$exp
trend <- sum(1:3 * dif)^2 / as.numeric(t(1:3) %*% l$var %*% 1:3)
code <- ifelse(d$dfs_event == 1, ifelse(d$first_event == "relapse", 1, 2), 0)
fg <- crr(d$dfs_months, code, cbind(as.numeric(d$ino == "yes")), failcode = 1, gtol = 1e-12)
out <- c(
  hr = exp(coef(f)[[1]]), hr_low = ci[1], hr_high = ci[2], hr_p = summary(f)$coef[1, 5],
  ph = z$table[1, 1], ph_p = z$table[1, 3], tau = tau, rmst = a[1] - b[1], rmst_se = sqrt(a[2]^2 + b[2]^2),
  pair_12 = pairs[1], pair_13 = pairs[2], pair_23 = pairs[3],
  holm = p.adjust(pchisq(pairs, 1, lower.tail = FALSE), "holm"), fh10 = fh,
  gehan = weighted(function(n, p) n), tarone = weighted(function(n, p) sqrt(n)), peto = weighted(function(n, p) p),
  trend = trend, shr = exp(fg$coef[[1]]))
cat("{\n", paste0("  \"", names(out), "\": [", format(out, digits = 15, trim = TRUE), "]", collapse = ",\n"), "\n}\n", sep = "")
