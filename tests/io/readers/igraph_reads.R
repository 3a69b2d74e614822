# usage: Rscript igraph_reads.R FOLDER      with x.graphml and Gephi's tables of the same network
suppressPackageStartupMessages(library(igraph))
folder <- commandArgs(trailingOnly = TRUE)[1]
graph <- read_graph(file.path(folder, "x.graphml"), format = "graphml")
nodes <- read.csv(file.path(folder, "tables", "nodes.csv"), encoding = "UTF-8", colClasses = "character")
edges <- read.csv(file.path(folder, "tables", "edges.csv"), encoding = "UTF-8", colClasses = "character")
undirected <- edges$Type == "Undirected"
both <- rbind(edges[, c("Source", "Target", "kind")],
              setNames(edges[undirected, c("Target", "Source", "kind")], c("Source", "Target", "kind")))
ends <- ends(graph, E(graph), names = FALSE)
utf8 <- function(text) { Encoding(text) <- "UTF-8"; text }
found <- paste(utf8(V(graph)$id)[ends[, 1]], utf8(V(graph)$id)[ends[, 2]], E(graph)$kind)
stopifnot(is_directed(graph),
          identical(sort(utf8(V(graph)$id)), sort(utf8(nodes$Id))),
          identical(utf8(V(graph)$label)[order(utf8(V(graph)$id))], utf8(nodes$Label)[order(utf8(nodes$Id))]),
          identical(sort(found), sort(paste(utf8(both$Source), utf8(both$Target), both$kind))))
