#include <lotse/model/boundaries.hpp>

namespace lotse {

double signed_area(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        // Relative to the first position: small rings far from the origin lose no digits.
        const Position a{ring[i].lon - ring[0].lon, ring[i].lat - ring[0].lat};
        const Position b{ring[i + 1].lon - ring[0].lon, ring[i + 1].lat - ring[0].lat};
        sum += a.lon * b.lat - b.lon * a.lat;
    }
    return sum;
}

}  // namespace lotse
