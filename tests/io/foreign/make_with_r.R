# Writes igraph-r.graphml with R igraph 1.3.5 (Debian 12).
#
# usage: Rscript make_with_r.R      in this folder
library(igraph)
nodes <- data.frame(name = c("jc", "kk", "verein"),
                    label = c("Jobcenter K\u00f6ln", "Krankenkasse", "Sportverein Gr\u00fcn"),
                    kind = c("jobcenter", "health_insurer", "sports_club"), budget = c(1.5, NA, 3))
edges <- data.frame(from = c("jc", "kk"), to = c("verein", "verein"), kind = c("refers_to", "funds"), level = c(2, 4))
graph <- graph_from_data_frame(edges, directed = TRUE, vertices = nodes)
graph$name <- "Netz von R"
write_graph(graph, "igraph-r.graphml", format = "graphml")
