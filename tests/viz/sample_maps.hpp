/// Made-up networks of any size with long real-world names, and tools to look into pictures.
#ifndef LOTSE_TESTS_SAMPLE_MAPS_HPP
#define LOTSE_TESTS_SAMPLE_MAPS_HPP

#include <lotse/viz/partner_map.hpp>

#include "networks.hpp"
#include "render_process.hpp"

#include <string>
#include <vector>

/// `actors` actors of all sectors, about two ties each, a tenth of them without any.
TestTables sample_tables(std::size_t actors);

lotse::viz::Drawing sample_map(std::size_t actors, lotse::viz::Paper paper = lotse::viz::Paper::a3);

lotse::driver::Picture rendered(const lotse::viz::Drawing& drawing,
                                lotse::driver::PictureFormat format);

/// Output of a program of the system, fed with a file that holds `input` ("%" stands for its name).
std::string output_of(std::string command, const std::string& input);

/// Text of a drawing put back together: what stands in all boxes, and on the page.
std::vector<std::string> all_texts(const lotse::viz::Drawing& drawing);

#endif
