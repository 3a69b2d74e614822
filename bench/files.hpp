/// Reading and writing, timed against other libraries.
#ifndef LOTSE_BENCH_FILES_HPP
#define LOTSE_BENCH_FILES_HPP

#include "measure.hpp"

#include <lotse/model/network.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace lotse::bench {

/// A form that lotse and another library read or write. Texts lie in memory, so that no disk is
/// measured.
struct FileWay {
    std::string name;
    double goal = 0;  ///< how many times as fast as the peer
    /// Whether both give the same counts of what they read. Otherwise they give the bytes that they
    /// wrote.
    bool reads = true;
    std::size_t bytes = 0;  ///< of the text that is read, or that lotse writes
    std::function<Contender()> own;
    std::function<Contender()> peer;  ///< null: another program, see bench/peers.py
};
std::vector<FileWay> file_ways(const std::shared_ptr<const Network>& network);

}  // namespace lotse::bench

#endif
