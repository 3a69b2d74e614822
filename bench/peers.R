# A kernel by R igraph or R sna, timed: Rscript peers.R PEER KERNEL GRAPH prints one JSON object.
# GRAPH is a file of lotse_bench --write-graphs. Without a KERNEL: the peer's version, or exit 1.
words <- commandArgs(trailingOnly = TRUE)
package <- sub("^R ", "", words[1])
if (!suppressWarnings(suppressMessages(require(package, character.only = TRUE, quietly = TRUE)))) quit(status = 1)
if (length(words) < 3) {
  cat(as.character(packageVersion(package)), "\n")
  quit()
}
kernel <- words[2]
lines <- as.matrix(read.table(words[3]))
vertices <- lines[1, 1]
edges <- lines[-1, , drop = FALSE] + 1
if (package == "igraph") {
  graph <- make_undirected_graph(t(edges), n = vertices)
  run <- switch(kernel,
    betweenness = function() betweenness(graph, directed = FALSE),
    closeness = function() closeness(graph, normalized = TRUE),
    harmonic = function() harmonic_centrality(graph, normalized = TRUE),
    constraint = function() constraint(graph))
} else {
  matrix <- matrix(0, vertices, vertices)
  matrix[edges] <- 1
  # as in kernels_centrality.cpp: directed from the smaller to the larger vertex, ten groups
  run <- switch(kernel,
    betweenness = function() betweenness(matrix + t(matrix), gmode = "graph", ignore.eval = TRUE),
    brokerage = function() c(t(brokerage(matrix, (seq_len(vertices) - 1) %% 10)$raw.nli)))
}
start <- proc.time()
found <- run()
cpu <- sum((proc.time() - start)[c("user.self", "sys.self")])
weights <- (seq_along(found) - 1) %% 97 + 1
checksum <- sum((found * weights)[is.finite(found)])
cat(sprintf('{"cpu": %.6f, "checksum": %.17g}\n', cpu, checksum))
