# The made-up data sets "awkward", "tiny_unit", "huge_unit" and "crowded".
set.seed(7)
n <- 150
# Few distinct times, delayed entry, three causes of leaving; stratum "c" lacks group "Z".
group <- sample(c("X", "Y", "Z"), n, TRUE); site <- sample(c("a", "b", "c"), n, TRUE); site[group == "Z" & site == "c"] <- "a"
entry <- sample(0:6, n, TRUE); time <- entry + sample(1:12, n, TRUE)
status <- sample(0:2, n, TRUE, c(.35, .4, .25)); dose <- round(rnorm(n), 2); stage <- sample(c("I", "II", "III"), n, TRUE)
awkward <- data.frame(entry, time, status, group, site, dose, stage)
# The same sort of data as quotients with last-bit differences, in a unit of 1e-9, with a covariate of 1e8 +- 1.
days <- sample(1:60, n, TRUE)
k <- sample(c(1, 3, 7), n, TRUE)
tiny_unit <- data.frame(time = (days * k) / (k * 30.4375) * 1e-9, status = sample(0:2, n, TRUE, c(.4, .35, .25)),
                        group = sample(c("X", "Y"), n, TRUE), serial = 1e8 + round(runif(n, -1, 1), 3), age = sample(40:80, n, TRUE))
huge_unit <- transform(tiny_unit, time = time * 1e21, serial = NULL)
# Competing risks with nearly everything tied, and time 0.
m <- 90
crowded <- data.frame(time = sample(0:4, m, TRUE), status = sample(0:3, m, TRUE), group = sample(c("X", "Y", "Z"), m, TRUE),
                      site = sample(c("a", "b"), m, TRUE), age = sample(40:80, m, TRUE))
