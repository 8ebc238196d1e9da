# What R says about the patients of some data sets by arm: counts, quantiles, standardised differences, tests.
# Writes characteristics.json beside it.  Usage: Rscript characteristics.R  (R 4.2.2)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
answers <- list()
put <- function(name, x) answers[[name]] <<- as.vector(x)

# Yang and Dalton (2012): Mahalanobis' distance of the shares of all levels but the first.
apart <- function(a, b) {
  if (is.numeric(a)) return(abs(mean(a) - mean(b)) / sqrt((var(a) + var(b)) / 2))
  k <- unique(c(a, b))
  if (length(k) < 2) return(NA)
  p <- prop.table(table(factor(a, k)))[-1]
  q <- prop.table(table(factor(b, k)))[-1]
  S <- (diag(p, length(p)) - outer(p, p) + diag(q, length(q)) - outer(q, q)) / 2
  if (!any(a %in% b)) return(Inf)
  sqrt(as.numeric(t(p - q) %*% solve(S, p - q)))
}

describe <- function(name, d, arm, variables) {
  arm <- droplevels(arm)
  put(paste0(name, "/n"), c(nrow(d), table(arm)))
  for (v in variables) {
    x <- d[[v]]
    known <- !is.na(x) & !is.na(arm)
    g <- droplevels(arm[known])
    xk <- x[known]
    strata <- c(list(rep(TRUE, nrow(d))), lapply(levels(arm), function(l) !is.na(arm) & arm == l))
    put(paste(name, v, "unknown", sep = "/"), sapply(strata, function(w) sum(is.na(x[w]))))
    if (is.numeric(x)) {
      f <- function(f) sapply(strata, function(w) { y <- x[w & !is.na(x)]; if (length(y)) f(y) else NA })
      for (s in c("median", "min", "max", "mean", "sd")) put(paste(name, v, s, sep = "/"), f(get(s)))
      put(paste(name, v, "q1", sep = "/"), f(function(y) quantile(y, 0.25)))
      put(paste(name, v, "q3", sep = "/"), f(function(y) quantile(y, 0.75)))
      if (nlevels(g) == 2) {
        t <- suppressWarnings(wilcox.test(xk ~ g))
        put(paste(name, v, "rank-sum", sep = "/"), c(t$statistic, t$p.value))
      } else if (nlevels(g) > 2) {
        t <- kruskal.test(xk, g)
        put(paste(name, v, "Kruskal-Wallis", sep = "/"), c(t$statistic, t$p.value))
      }
    } else {
      for (l in sort(unique(na.omit(x)))) put(paste(name, v, l, sep = "/"), sapply(strata, function(w) sum(x[w] == l, na.rm = TRUE)))
      if (length(unique(xk)) > 1 && nlevels(g) > 1)
        put(paste(name, v, "Fisher", sep = "/"), c(NA, fisher.test(xk, g, workspace = 2e7)$p.value))
    }
    pairs <- if (nlevels(g) > 1) combn(levels(g), 2, simplify = FALSE) else list()
    put(paste(name, v, "smd", sep = "/"), max(-1, sapply(pairs, function(p) apart(xk[g == p[1]], xk[g == p[2]])), na.rm = TRUE))
  }
}

read <- function(name, levels = character()) {
  d <- read.csv(file.path(here, paste0(name, ".csv")), na.strings = "", check.names = FALSE)
  for (v in levels) d[[v]] <- as.character(d[[v]])
  d
}
lung <- read("lung", "ecog")
describe("lung by sex", lung, factor(lung$sex), c("age", "ecog", "karno", "weight_loss", "meal_cal"))
# Four arms, one of them of a single patient, and one patient in none.
describe("lung by ecog", lung, factor(lung$ecog), c("age", "sex", "karno", "weight_loss", "meal_cal"))
describe("lung by age", lung, cut(lung$age, c(-Inf, 55, 65, Inf)), c("sex", "ecog", "karno", "weight_loss"))
describe("lung by weight", lung, cut(lung$weight_loss, c(-Inf, 10, Inf)), c("age", "sex", "ecog"))
# Those whom a filter chooses and all others; whoever has no value of the filter's variable is among the others.
against <- function(chosen) factor(ifelse(!is.na(chosen) & chosen, "selected", "rest"), levels = c("selected", "rest"))
describe("lung ecog 0 or 1", lung, against(lung$ecog %in% c("0", "1")), c("age", "sex", "karno", "weight_loss", "meal_cal"))
describe("lung weight_loss over 10", lung, against(lung$weight_loss > 10), c("age", "sex", "ecog", "karno"))
bmt <- read("bmt")
describe("bmt by disease", bmt, factor(bmt$disease),
         c("patient_age", "donor_age", "patient_sex", "donor_cmv", "wait_days", "fab45", "hospital", "mtx"))
describe("bmt by fab45", bmt, factor(bmt$fab45), c("disease", "hospital", "patient_age"))
veteran <- read("veteran")
describe("veteran by celltype", veteran, factor(veteran$celltype), c("trt", "karno", "diagtime", "age", "prior"))
# Numbers without ties: the exact distribution.
tiny <- read("tiny_exact")
describe("tiny_exact by arm", tiny, factor(tiny$arm), c("x", "y", "response"))

lines <- mapply(function(name, x) {
  x <- sprintf("%.15g", as.numeric(x))
  x[x %in% c("NA", "NaN", "Inf", "-Inf")] <- "null"
  sprintf('  "%s": [%s]', name, paste(x, collapse = ", "))
}, names(answers), answers)
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(here, "characteristics.json"))
