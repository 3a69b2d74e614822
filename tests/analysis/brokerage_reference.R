# Makes brokerage_reference.csv, the values that brokerage_test.cpp expects, with R sna::brokerage.
#
#   cd tests/analysis && Rscript brokerage_reference.R      (R 4.2.2, r-cran-sna 2.7-1)
#
# Networks: marriages of the Florentine families with an arbitrary partition; Zachary's karate club
# with its two factions; a directed random graph (25 vertices, each edge with probability 0.15).
suppressPackageStartupMessages(library(sna))

ties <- read.csv("brokerage_ties.csv", colClasses = "character")
groups <- read.csv("brokerage_groups.csv", colClasses = "character")
roles <- c(w_I = "coordinator", w_O = "itinerant", b_OI = "gatekeeper", b_IO = "representative",
           b_O = "liaison", t = "total")
rows <- NULL
for (name in unique(groups$network)) {
    members <- groups[groups$network == name, ]
    mine <- ties[ties$network == name, ]
    graph <- matrix(0, nrow(members), nrow(members),
                    dimnames = list(members$actor, members$actor))
    for (i in seq_len(nrow(mine))) {
        graph[mine$from[i], mine$to[i]] <- 1
        if (mine$kind[i] == "cooperates") graph[mine$to[i], mine$from[i]] <- 1
    }
    result <- brokerage(graph, members$sector)
    for (role in names(roles)) {
        z <- result$z.nli[, role]
        rows <- rbind(rows, data.frame(
            network = name, actor = members$actor, role = roles[[role]],
            count = result$raw.nli[, role],
            expected = sprintf("%.15g", result$exp.nli[, role]),
            z = ifelse(is.finite(z), sprintf("%.15g", z), "")))
    }
}
write.csv(rows, "brokerage_reference.csv", row.names = FALSE, quote = FALSE)
