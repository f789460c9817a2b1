# polettif/proporz (GPL-3), run in place from a clone: Rscript proporz.R CLONE FOLDER
given <- commandArgs(trailingOnly = TRUE)
proporz <- new.env()
for (file in list.files(file.path(given[1], "R"), pattern = "[.]R$", full.names = TRUE)) sys.source(file, envir = proporz)

tell <- function(task, runs, work) {
  best <- Inf
  reason <- ""
  answer <- tryCatch({
    setTimeLimit(elapsed = 60, transient = TRUE)
    for (i in seq_len(runs)) {
      start <- proc.time()[["elapsed"]]
      seats <- work()
      best <- min(best, proc.time()[["elapsed"]] - start)
    }
    seats
  }, error = function(failure) {
    reason <<- substr(gsub("[\r\n\t|]+", " ", conditionMessage(failure)), 1, 60)
    NULL
  })
  setTimeLimit(elapsed = Inf)
  if (is.null(answer)) {
    cat(task, "proporz", "fails", reason, sep = "\t")
  } else {
    check <- as.vector(t(answer))
    cat(task, "proporz", format(max(best, 0.001), digits = 4), format(sum(check * seq_along(check)), scientific = FALSE), sep = "\t")
  }
  cat("\n")
}

numbers <- function(name) scan(file.path(given[2], name), sep = ",", quiet = TRUE)
states <- numbers("states.csv")
# Fifty at a time, because the clock of R is coarse.
for (method in c("hamilton", "jefferson", "webster", "adams", "dean", "huntington")) {
  name <- c(hamilton = "hare-niemeyer", huntington = "huntington-hill")[method]
  if (is.na(name)) name <- method
  best <- Inf
  seats <- tryCatch({
    for (i in 1:5) {
      start <- proc.time()[["elapsed"]]
      for (k in 1:50) seats <- proporz$proporz(states, 435, name)
      best <- min(best, (proc.time()[["elapsed"]] - start) / 50)
    }
    seats
  }, error = function(failure) NULL)
  if (is.null(seats)) cat("states ", method, "\tproporz\tfails\t\n", sep = "")
  else cat("states ", method, "\tproporz\t", format(best, digits = 4), "\t", sum(seats * seq_along(seats)), "\n", sep = "")
}
for (size in c("5x8", "20x30", "40x100", "60x300")) {
  rows <- numbers(paste0(size, ".rows.csv"))
  columns <- numbers(paste0(size, ".columns.csv"))
  votes <- matrix(numbers(paste0(size, ".csv")), nrow = length(rows), byrow = TRUE)
  tell(paste("table", size), 2, function() proporz$lower_apportionment(votes, columns, rows))
}
