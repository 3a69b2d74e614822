# Reads a network that lotse wrote as GraphML, and writes degree, betweenness and constraint.
# usage: Rscript 06-gephi-and-r.R network.graphml table.csv
suppressPackageStartupMessages(library(igraph))
files <- commandArgs(trailingOnly = TRUE)
stopifnot(length(files) == 2)

network <- read_graph(files[1], format = "graphml")
cat(graph_attr(network, "name"), ": ", vcount(network), " nodes, ", ecount(network), " edges\n", sep = "")

# Programmes, agreements and events are no partners; several ties of a pair count as one.
partners <- induced_subgraph(network, !(V(network)$kind %in% c("programme", "agreement", "event")))
partners <- simplify(as.undirected(partners, mode = "collapse"))

table <- data.frame(
    actor = V(partners)$id,
    degree = degree(partners),
    betweenness = betweenness(partners, directed = FALSE),
    constraint = constraint(partners)
)
table$constraint[table$degree == 0] <- NA
write.csv(table[order(table$actor), ], files[2], row.names = FALSE, na = "")
