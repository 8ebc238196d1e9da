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

lines <- mapply(function(name, x) {
  x <- sprintf("%.15g", as.numeric(x))
  x[x %in% c("NA", "NaN", "Inf", "-Inf")] <- "null"
  sprintf('  "%s": [%s]', name, paste(x, collapse = ", "))
}, names(answers), answers)
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), file.path(here, "library.json"))
